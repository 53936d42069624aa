namespace Banyan.Partnering.Programs.Codes;

internal static class CodeLinks
{
    public static string All(string program) => $"/settings/programs/{program}/codes";

    public static string New(string program) => $"{All(program)}/new";

    public static string Withdraw(string program, Guid code) => $"{All(program)}/{code}/withdraw";
}
