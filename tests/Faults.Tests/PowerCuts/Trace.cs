using System.Globalization;
using System.Text.RegularExpressions;

namespace Banyan.Faults.Tests.PowerCuts;

/// <summary>One thing that a process did to a file: a write, a cut to a length, or a sync (no data, no length).</summary>
internal sealed record FileDeed(double At, string File, long Offset, byte[]? Data, long? Length)
{
    public bool IsSync => Data is null && Length is null;
}

/// <summary>What strace wrote down of a process and the files of its database.</summary>
internal static partial class Trace
{
    /// <summary>How the program is started for it.</summary>
    public static string[] Command(string into) =>
        [
            "strace",
            "-f",
            "--seccomp-bpf",
            // Where the tests are killed, it must not live on.
            "-I1",
            "-ttt",
            "-y",
            "-xx",
            "-s70000",
            "-etrace=pwrite64,pwritev,write,fsync,fdatasync,ftruncate",
            "-esignal=none",
            $"-o{into}",
            "setpriv",
            "--pdeathsig=KILL",
            "--",
        ];

    /// <summary>In the order in which things were done; a sync counts from where it was over.</summary>
    public static List<FileDeed> Read(string path, string folder)
    {
        var deeds = new List<FileDeed>();
        var syncing = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (Resumed().Match(line) is { Success: true } resumed)
            {
                if (syncing.Remove(resumed.Groups["thread"].Value, out var synced))
                    deeds.Add(new FileDeed(Time(resumed), synced, 0, null, null));
                continue;
            }
            if (Call().Match(line) is not { Success: true } call)
                continue;
            var file = Text(call.Groups["file"].Value);
            if (
                Path.GetDirectoryName(file) != folder
                || !Path.GetFileName(file).StartsWith("banyan.db", StringComparison.Ordinal)
                || file.EndsWith("-shm", StringComparison.Ordinal)
            )
                continue;
            var rest = call.Groups["rest"].Value;
            switch (call.Groups["name"].Value)
            {
                case "pwrite64":
                    deeds.Add(Written(Time(call), file, rest));
                    break;
                case "ftruncate":
                    deeds.Add(
                        new FileDeed(
                            Time(call),
                            file,
                            0,
                            null,
                            Number(
                                rest.Split([' ', ')', ','], StringSplitOptions.RemoveEmptyEntries)[
                                    0
                                ]
                            )
                        )
                    );
                    break;
                case "fsync"
                or "fdatasync" when rest.Contains("unfinished", StringComparison.Ordinal):
                    syncing[call.Groups["thread"].Value] = file;
                    break;
                case "fsync" or "fdatasync":
                    deeds.Add(new FileDeed(Time(call), file, 0, null, null));
                    break;
                default:
                    throw new InvalidOperationException(
                        $"Nobody foresaw: {line[..Math.Min(line.Length, 200)]}"
                    );
            }
        }
        return deeds;
    }

    private static FileDeed Written(double at, string file, string rest)
    {
        var end = rest.LastIndexOf('"');
        var data = Bytes(rest[(rest.IndexOf('"', StringComparison.Ordinal) + 1)..end]);
        var numbers = rest[(end + 1)..]
            .Split([',', ' ', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (Number(numbers[0]) != data.Length)
            throw new InvalidOperationException("A write was not recorded whole.");
        return new FileDeed(at, file, Number(numbers[1]), data, null);
    }

    private static double Time(Match line) =>
        double.Parse(line.Groups["at"].Value, CultureInfo.InvariantCulture);

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    // Each byte is written as \xhh.
    private static byte[] Bytes(string text) =>
        Convert.FromHexString(text.Replace("\\x", "", StringComparison.Ordinal));

    private static string Text(string text) => System.Text.Encoding.UTF8.GetString(Bytes(text));

    [GeneratedRegex(
        @"^(?<thread>\d+) +(?<at>\d+\.\d+) (?<name>\w+)\(\d+<(?<file>(\\x[0-9a-f]{2})+)>(?<rest>.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Call();

    [GeneratedRegex(
        @"^(?<thread>\d+) +(?<at>\d+\.\d+) <\.\.\. (fsync|fdatasync) resumed>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Resumed();
}
