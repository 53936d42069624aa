using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Programs;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;

namespace Banyan.Benchmarks.Operations;

/// <summary>What every operation is measured on: the ceiling, the program on one database, and the pace.</summary>
internal sealed record Ground(
    PreparedSite Site,
    RunningProgram Banyan,
    RunningProgram Ceiling,
    Pace Pace
)
{
    public const int Usual = 16;

    public string Database => Bench.NameOf(Site.Kind);

    public Side Top => Side.Of(Ceiling.End, [Request.Get(CeilingHost.Path)]);

    public Row Measure(string operation, Side target, int connections, Goal goal) =>
        Row.Of(operation, Database, Race.Run(Top, target, connections, Pace), goal);

    /// <summary>How many statements a page takes, asked of the window: the program itself is not watched while it is measured.</summary>
    /// <param name="headers">As lines: a name, a colon, a value.</param>
    public async Task<int> StatementsAsync(string path, string? cookie, params string[] headers)
    {
        using var visitor = new Testing.Visitor(Site.Host.BaseUrl);
        if (cookie is not null)
            visitor.Headers["Cookie"] = cookie;
        foreach (var header in headers.Select(line => line.Split(": ", 2)))
            visitor.Headers[header[0]] = header[1];
        // The first page of a process reads what later ones remember.
        await visitor.GetAsync(path);
        return await Site.Host.Statements.DuringAsync(() => visitor.GetAsync(path));
    }
}
