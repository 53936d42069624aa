namespace Banyan.Partnering.Absences;

internal static class AbsenceLinks
{
    public const string Mine = "/me/absence";
    public const string End = "/me/absence/end";
}
