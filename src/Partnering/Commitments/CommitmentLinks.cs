namespace Banyan.Partnering.Commitments;

internal static class CommitmentLinks
{
    public static string Board(string code) => $"/partners/{code}/commitments";

    public static string Keep(string code, Guid id) => $"{Board(code)}/{id}/keep";

    public static string Doubt(string code, Guid id) => $"{Board(code)}/{id}/doubt";

    public static string Waive(string code, Guid id) => $"{Board(code)}/{id}/waive";
}
