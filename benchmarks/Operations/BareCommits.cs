using System.Data.Common;
using System.Diagnostics;
using Banyan.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Banyan.Benchmarks.Operations;

/// <summary>How many rows of a hundred bytes the database itself takes in a second, each in a durable commit of its own. SQLite takes one writer, PostgreSQL as many as there are connections.</summary>
internal static class BareCommits
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS bench_bare (id integer, words text NOT NULL)";
    private const string Insert =
        "INSERT INTO bench_bare VALUES (1, 'A hundred letters, as many as the smallest of our own rows have: a name, a date, a word about both.')";

    public static double PerSecond(Ground ground, int connections)
    {
        var writers = ground.Site.Kind switch
        {
            DatabaseKind.Sqlite => 1,
            DatabaseKind.Postgres => connections,
        };
        using (var first = Open(ground))
            Execute(first, Table);
        var time = ground.Pace.Slice * ground.Pace.Slices / 2;
        var done = 0;
        var threads = Enumerable
            .Range(0, writers)
            .Select(_ =>
            {
                var thread = new Thread(() =>
                {
                    using var connection = Open(ground);
                    var watch = Stopwatch.StartNew();
                    while (watch.Elapsed < time)
                    {
                        Execute(connection, Insert);
                        Interlocked.Increment(ref done);
                    }
                });
                thread.Start();
                return thread;
            })
            .ToList();
        foreach (var thread in threads)
            thread.Join();
        return done / time.TotalSeconds;
    }

    private static DbConnection Open(Ground ground)
    {
        if (ground.Site.Kind == DatabaseKind.Postgres)
        {
            var server = new NpgsqlConnection(ground.Site.Database);
            server.Open();
            return server;
        }
        // A file of its own beside the program's, so that nobody waits for the other.
        var file = new SqliteConnection($"Data Source={ground.Site.Beside("bare.db")}");
        file.Open();
        Execute(file, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        return file;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
