namespace Banyan.Partnering.Programs.Editing;

/// <summary>Addresses at which a program is changed.</summary>
internal static class EditLinks
{
    public const string List = "/settings/programs";

    /// <summary>What the program is called and what state it is in, together on one page; no key of the file has this name.</summary>
    public const string Basics = "basics";

    public static string Show(string program) => $"{List}/{program}";

    public static string Begin(string program) => $"{Show(program)}/begin";

    public static string Discard(string program) => $"{Show(program)}/discard";

    public static string Parts(string program) => $"{Show(program)}/edit";

    public static string Edit(string program, string place) =>
        place.Length == 0 ? Parts(program) : $"{Parts(program)}/{place}";

    public static string Yaml(string program) => $"{Parts(program)}/yaml";

    public static string Check(string program) => $"{Yaml(program)}/check";

    public static string Move(string program, string place) => $"{Show(program)}/move/{place}";

    public static string Remove(string program, string place) => $"{Show(program)}/remove/{place}";

    public static string Changes(string program) => $"{Show(program)}/changes";

    public static string Changes(string program, int from, int to) =>
        $"{Changes(program)}?from={from}&to={to}";

    public static string Preview(string program) => $"{Show(program)}/preview";

    public static string MoveCases(string program) => $"{Show(program)}/move-cases";

    public static string NextEdition(string program) => $"{Show(program)}/next-edition";

    public static string DryRun(string program) => $"{Show(program)}/dry-run";

    public static string Publish(string program) => $"{Show(program)}/publish";
}
