namespace Banyan.Partnering;

/// <summary>The letters of references and codes: those that are not mistaken for one another over the telephone.</summary>
internal static class SpokenLetters
{
    public const string All = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
}
