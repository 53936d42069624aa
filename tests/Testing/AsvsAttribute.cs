namespace Banyan.Testing;

/// <summary>Which requirements of OWASP ASVS 5.0 this test, or each test of this class, shows to be kept. It stands before the other attributes, and docs/asvs.md is printed from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsvsAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids => ids;
}
