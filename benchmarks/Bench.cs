using System.Diagnostics;
using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Operations;
using Banyan.Benchmarks.Programs;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;
using Banyan.Testing;

namespace Banyan.Benchmarks;

/// <summary>One run: for each database a site, the program on it, and the parts that were asked for.</summary>
internal sealed class Bench(Options options, WorkFolder work, RunningProgram ceiling)
{
    private const int QuickDrafts = 1_500;
    private const int WholeDrafts = 6_000;
    private readonly Pace pace = options.Quick ? Pace.Quick : Pace.Whole;
    private readonly List<Row> rows = [];
    private readonly List<Figure> figures = [];

    public static async Task<int> RunAsync(Options options)
    {
        using var work = new WorkFolder(options.Folder);
        using var ceiling = RunningProgram.StartCeiling();
        ceiling.UntilAnswered(CeilingHost.Path);
        var watch = Stopwatch.StartNew();
        var bench = new Bench(options, work, ceiling);
        foreach (var kind in options.Databases)
            await bench.RunAsync(kind);
        var report = new Report.Report(
            Machine.Lines(work.FileSystem, options, watch.Elapsed),
            bench.rows,
            bench.figures
        );
        Console.WriteLine(report.Text);
        if (options.Write)
            report.Keep();
        return options.Strict && !report.IsMet ? 1 : 0;
    }

    private async Task RunAsync(DatabaseKind kind)
    {
        await using var site = await Timed(
            $"{kind}: a site with its teams",
            () => PreparedSite.NewAsync(kind, work)
        );
        await Timed(
            $"{kind}: {options.Cases} open cases",
            () => ManyCases.AddAsync(site.Host, 0, options.Cases, CancellationToken.None)
        );
        var drafts = options.Wants("apply")
            ? await Timed(
                $"{kind}: drafts to be sent",
                () =>
                    ReadyDrafts.AddAsync(
                        site.Host,
                        options.Quick ? QuickDrafts : WholeDrafts,
                        CancellationToken.None
                    )
            )
            : [];
        using (var banyan = site.Start())
        {
            banyan.UntilAnswered("/");
            await RunAsync(new Ground(site, banyan, ceiling, pace), drafts);
        }
        if (options.Wants("process"))
            foreach (
                var figure in Operations.Process.Start(site, NameOf(kind), options.Quick ? 3 : 9)
            )
                Add(figure);
        if (options.Wants("growth"))
            await GrowAsync(site);
    }

    private async Task RunAsync(Ground ground, IReadOnlyList<ReadyDraft> drafts)
    {
        if (options.Wants("process"))
            Add(Operations.Process.Idle(ground));
        if (options.Wants("public"))
            await AddAsync(Public.RunAsync(ground, ground.Site.Partners[0]));
        if (options.Wants("desk"))
            await AddAsync(Desk.RunAsync(ground, options.Cases, "", Ground.Usual, 1, 64));
        if (options.Wants("vote"))
            await AddAsync(Writing.VoteAsync(ground, options.Cases));
        if (options.Wants("apply"))
            await AddAsync(Writing.ApplyAsync(ground, drafts));
        if (options.Wants("process"))
            Add(Operations.Process.After(ground));
    }

    private async Task GrowAsync(PreparedSite site)
    {
        await Timed(
            $"{site.Kind}: up to {options.Growth} open cases",
            () =>
                ManyCases.AddAsync(site.Host, options.Cases, options.Growth, CancellationToken.None)
        );
        using var banyan = site.Start();
        banyan.UntilAnswered("/");
        await AddAsync(
            Desk.RunAsync(
                new Ground(site, banyan, ceiling, pace),
                options.Growth,
                $" among {options.Growth}",
                Ground.Usual
            )
        );
    }

    private async Task AddAsync(IAsyncEnumerable<Row> more)
    {
        await foreach (var row in more)
        {
            rows.Add(row);
            Say(
                $"{row.Database}: {row.Operation}: {Written.Number(row.Ratio)} x R, p99 {Written.Number(row.P99)} ms {row.Verdict}"
            );
        }
    }

    private void Add(Figure? figure)
    {
        if (figure is null)
            return;
        figures.Add(figure);
        Say(
            $"{figure.Database}: {figure.Operation}: {Written.Number(figure.Value)} {figure.Unit} {figure.Verdict}"
        );
    }

    private static async Task<T> Timed<T>(string what, Func<Task<T>> act)
    {
        var watch = Stopwatch.StartNew();
        var done = await act();
        Say($"{what}, made in {watch.Elapsed.TotalSeconds:0} s");
        return done;
    }

    private static async Task Timed(string what, Func<Task> act) =>
        await Timed(
            what,
            async () =>
            {
                await act();
                return true;
            }
        );

    internal static string NameOf(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => "SQLite",
            DatabaseKind.Postgres => "PostgreSQL",
        };

    private static void Say(string text) => Console.Error.WriteLine(text);
}
