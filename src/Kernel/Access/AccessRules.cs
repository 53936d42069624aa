namespace Banyan.Kernel.Access;

/// <summary>Who may come in at all. Every page and endpoint carries exactly one; the host does not start otherwise.</summary>
public interface IAccessRule
{
    /// <summary>For the docs and the log.</summary>
    string Says { get; }
    bool Admits(Viewer viewer, bool development);
}

/// <summary>Anybody, without an account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAccessRule
{
    public string Says => "anybody";

    public bool Admits(Viewer viewer, bool development) => true;
}

/// <summary>Somebody with a proven address. What of it they see is decided by <c>VisibleTo(viewer)</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAccessRule
{
    public string Says => "signed in";

    public bool Admits(Viewer viewer, bool development) => viewer.Person is not null;
}

/// <summary>Somebody with a proven address, or a browser that holds one record, such as a draft begun without an account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HolderAttribute : Attribute, IAccessRule
{
    public string Says => "signed in, or the browser that began the draft";

    public bool Admits(Viewer viewer, bool development) =>
        viewer.Person is not null || viewer.Holds is not null;
}

/// <summary>A member of a team that holds the permission. Which records, again, <c>VisibleTo(viewer)</c> decides.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute, IAccessRule
{
    public string Permission => permission;
    public string Says => permission;

    public bool Admits(Viewer viewer, bool development) => viewer.May(permission);
}

/// <summary>On a developer's machine and in demo mode only; elsewhere the address does not exist.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DevelopmentOnlyAttribute : Attribute, IAccessRule
{
    public string Says => "development and demo mode only";

    public bool Admits(Viewer viewer, bool development) => development;
}
