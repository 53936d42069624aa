using System.Globalization;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Editing;

namespace Banyan.Partnering.Importing;

/// <summary>Addresses at which past applications of a program come in.</summary>
internal static class ImportLinks
{
    public static string All(string program) => $"{EditLinks.Show(program)}/imports";

    public static string Upload(string program) => $"{All(program)}/upload";

    public static string Show(string program, ImportId import) => $"{All(program)}/{import.Value}";

    public static string Rows(string program, ImportId import, RowVerdict verdict, int after = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Show(program, import)}?rows={verdict.ToString().ToLowerInvariant()}{(after > 0 ? $"&after={after}" : "")}"
        );

    public static string ReadAgain(string program, ImportId import) =>
        $"{Show(program, import)}/read-again";

    public static string Map(string program, ImportId import) => $"{Show(program, import)}/map";

    public static string MapFile(string program, ImportId import) =>
        $"{Show(program, import)}/map.json";

    public static string TakeIn(string program, ImportId import) =>
        $"{Show(program, import)}/take-in";

    public static string Undo(string program, ImportId import) => $"{Show(program, import)}/undo";

    public static string Discard(string program, ImportId import) =>
        $"{Show(program, import)}/discard";
}
