using System.Diagnostics;
using Banyan.Testing;

namespace Banyan.Security.Tests.Fuzzing;

/// <summary>What a parser did wrong, and with what.</summary>
internal sealed record Trophy(string Input, string Problem);

/// <summary>Feeds a parser for a while. An exception, a broken promise and an endless loop are trophies; the watchdog sees the last from another thread.</summary>
internal static class Fuzzer
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    /// <summary>Seconds for each parser: 2, or a minute and more by BANYAN_SECURITY_ROUNDS.</summary>
    public static TimeSpan Time => TimeSpan.FromMilliseconds(SecurityRounds.Of(60_000, 2_000));

    /// <param name="parse">Throws nothing and answers null, or what promise it broke.</param>
    /// <returns>The first trophy, and how many inputs there were.</returns>
    public static (Trophy? Trophy, int Inputs) Run(
        Mutator mutator,
        Func<string, string?> parse,
        TimeSpan? time = null,
        TimeSpan? hang = null
    )
    {
        var current = "";
        var inputs = 0;
        var begun = Stopwatch.GetTimestamp();
        Trophy? trophy = null;
        var ends = time ?? Time;
        var worker = new Thread(() =>
        {
            for (var watch = Stopwatch.StartNew(); trophy is null && watch.Elapsed < ends; )
            {
                var input = mutator.Next();
                Volatile.Write(ref current, input);
                Volatile.Write(ref begun, Stopwatch.GetTimestamp());
                trophy = Try(parse, input);
                inputs++;
            }
        })
        {
            IsBackground = true,
        };
        worker.Start();
        while (!worker.Join(50))
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref begun)) > (hang ?? Hang))
                return (new Trophy(Volatile.Read(ref current), "no end"), inputs);
        return (trophy, inputs);
    }

    private static Trophy? Try(Func<string, string?> parse, string input)
    {
        try
        {
            return parse(input) is { } broken ? new Trophy(input, broken) : null;
        }
#pragma warning disable CA1031 // any exception at all is what is looked for
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return new Trophy(input, problem.ToString());
        }
    }
}
