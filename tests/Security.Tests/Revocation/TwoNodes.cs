using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;

namespace Banyan.Security.Tests.Revocation;

/// <summary>Two servers of one site on one database; on SQLite, which has one, both are the same.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly TestDatabase? shared;

    private TwoNodes(BanyanHost here, BanyanHost there, TestDatabase? database) =>
        (Here, There, shared) = (here, there, database);

    public BanyanHost Here { get; }
    public BanyanHost There { get; }

    public static async Task<TwoNodes> StartAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var only = await BanyanHost.StartAsync(kind);
            await only.FoundAsync();
            return new TwoNodes(only, only, null);
        }
        var database = await TestDatabase.NewAsync(kind, TemporaryFolder.New("shared"));
        var choice = new HostChoice { Database = database.ConnectionString };
        var here = await BanyanHost.StartAsync(kind, choice);
        var there = await BanyanHost.StartAsync(kind, choice);
        await here.FoundAsync();
        return new TwoNodes(here, there, database);
    }

    /// <summary>The same browser at the other node, as a balancer sends it there.</summary>
    public Visitor Elsewhere(Visitor visitor)
    {
        var other = There.NewVisitor();
        foreach (var name in visitor.Cookies.Names)
            other.Cookies.Set(name, visitor.Cookies[name]!);
        return other;
    }

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        if (There != Here)
            await There.DisposeAsync();
        if (shared is not null)
            await shared.DisposeAsync();
    }
}
