using Banyan.Kernel.Text;

namespace Banyan.Partnering.Attachments.Domain;

/// <summary>A name that is only a name on any machine, with an ending that says what the file is.</summary>
internal static class FileNames
{
    public const int Longest = 100;
    private const string Forbidden = "<>:\"|?*%&;`$'{}";

    // Devices of Windows, whatever stands behind a dot.
    private static readonly string[] s_devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"]),
    ];

    public static string Of(string sent, FileKind kind)
    {
        var name = Typed.OneLine(sent);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(letter => !Forbidden.Contains(letter))).Trim(' ', '.', '~');
        var ending = kind.Endings()
            .FirstOrDefault(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var stem = ending is null ? name : name[..^ending.Length].TrimEnd(' ', '.');
        if (s_devices.Contains(stem.Split('.')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            stem = $"_{stem}";
        if (stem.Length == 0)
            stem = "file";
        ending ??= kind.Endings()[0];
        if (stem.Length + ending.Length > Longest)
            stem = stem[
                ..(
                    char.IsHighSurrogate(stem[Longest - ending.Length - 1])
                        ? Longest - ending.Length - 1
                        : Longest - ending.Length
                )
            ];
        return stem + ending.ToLowerInvariant();
    }
}
