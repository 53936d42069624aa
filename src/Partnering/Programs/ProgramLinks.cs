namespace Banyan.Partnering.Programs;

/// <summary>Addresses of a program's public pages.</summary>
internal static class ProgramLinks
{
    public static string Show(string program) => $"/programs/{program}";

    public static string Eligibility(string program) => $"/programs/{program}/eligibility";

    public static string Apply(string program) => $"/programs/{program}/apply";
}
