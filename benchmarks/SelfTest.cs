using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Operations;
using Banyan.Benchmarks.Programs;
using Banyan.Benchmarks.Report;

namespace Banyan.Benchmarks;

/// <summary>Shows that a goal can be missed, and that wrong answers do not count: the ceiling against itself, against itself with a wait, and against an address that it does not have.</summary>
internal static class SelfTest
{
    private static readonly Goal s_goal = new(2, 15);

    public static int Run()
    {
        using var ceiling = RunningProgram.StartCeiling();
        ceiling.UntilAnswered(CeilingHost.Path);
        var (same, slow, lost) = (
            Measure(ceiling, "the ceiling itself", CeilingHost.Path),
            Measure(ceiling, "with a wait of 20 ms", CeilingHost.SlowPath),
            Measure(ceiling, "an address that is not there", "/nowhere")
        );
        Console.WriteLine(Table.Of([same, slow, lost]));
        var bites =
            same.IsMet && !slow.IsMet && slow.Wrong == 0 && lost is { IsMet: false, Wrong: > 0 };
        Console.WriteLine(
            bites ? "The measuring tells them apart." : "The measuring does not tell them apart."
        );
        return bites ? 0 : 1;
    }

    private static Row Measure(RunningProgram ceiling, string name, string path) =>
        Row.Of(
            name,
            "none",
            Race.Run(
                Side.Of(ceiling.End, [Request.Get(CeilingHost.Path)]),
                Side.Of(ceiling.End, [Request.Get(path)]),
                Ground.Usual,
                Pace.Quick
            ),
            s_goal
        );
}
