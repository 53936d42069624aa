namespace Banyan.Commands;

/// <summary>Parts settings (<c>--Banyan:Data=x</c>, <c>--urls x</c>) from the words of a command: the first go to the configuration, the rest to the parser.</summary>
internal static class SettingArguments
{
    private static readonly string[] Plain = ["--urls", "--environment"];

    public static (string[] Words, string[] Settings) Split(string[] args)
    {
        var words = new List<string>();
        var settings = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!IsSetting(args[at]))
            {
                words.Add(args[at]);
                continue;
            }
            settings.Add(args[at]);
            if (!args[at].Contains('=', StringComparison.Ordinal) && at + 1 < args.Length)
                settings.Add(args[++at]);
        }
        return ([.. words], [.. settings]);
    }

    private static bool IsSetting(string word)
    {
        var name = word.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal)
            && (
                name.Contains(':', StringComparison.Ordinal)
                || Plain.Contains(name, StringComparer.OrdinalIgnoreCase)
            );
    }
}
