using System.Diagnostics;
using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Operations;
using Banyan.Benchmarks.Programs;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;
using Banyan.Testing;

namespace Banyan.Benchmarks;

internal static class Bench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var pace = args.Contains("--quick") ? Pace.Quick : Pace.Whole;
        using var work = new WorkFolder(null);
        using var ceiling = RunningProgram.StartCeiling();
        ceiling.UntilAnswered(CeilingHost.Path);
        var rows = new List<Row>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            Say($"Preparing a site on {kind}");
            var watch = Stopwatch.StartNew();
            await using var site = await PreparedSite.NewAsync(kind, work);
            Say($"{watch.Elapsed.TotalSeconds:0.0} s; now the cases");
            await ManyCases.AddAsync(site.Host, 0, 10_000, default);
            Say($"{watch.Elapsed.TotalSeconds:0.0} s");
            using var banyan = site.Start();
            banyan.UntilAnswered("/");
            await foreach (
                var row in Desk.RunAsync(new Ground(site, banyan, ceiling, pace), 10_000)
            )
            {
                rows.Add(row);
                Say(
                    $"{row.Operation}: {Written.Number(row.Ratio)} x R, p99 {Written.Number(row.P99)} ms {row.Verdict}"
                );
            }
        }
        foreach (var line in Machine.Lines(work.FileSystem))
            Console.WriteLine(line);
        Console.WriteLine(Table.Of(rows));
        return 0;
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
