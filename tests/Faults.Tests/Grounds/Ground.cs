using System.Data.Common;
using Banyan.Kernel.Data;
using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>A data folder and a database that keep what they are told to keep, under sites that come and go.</summary>
internal sealed class Ground : IDisposable
{
    private readonly string past;

    /// <param name="past">What a connection past the program has to say beyond that of the program.</param>
    private Ground(
        DatabaseKind kind,
        string data,
        string database,
        PostgresCluster? cluster,
        string past = ";Pooling=false"
    ) => (Kind, Data, Database, Cluster, this.past) = (kind, data, database, cluster, past);

    public DatabaseKind Kind { get; }
    public string Data { get; }
    public string Database { get; }

    /// <summary>Null on SQLite.</summary>
    public PostgresCluster? Cluster { get; }

    public string SqliteFile => Path.Combine(Data, "banyan.db");

    /// <param name="folder">Where the data lie; null: in the temporary folder of the run.</param>
    public static async Task<Ground> NewAsync(DatabaseKind kind, string? folder = null)
    {
        var data = folder ?? TemporaryFolder.New("ground");
        if (kind == DatabaseKind.Sqlite)
        {
            var file = $"Data Source={Path.Combine(data, "banyan.db")}";
            await TestDatabase.MigrateAsync(new DatabaseChoice(false, file + ";Pooling=False"));
            return new Ground(kind, data, file, null);
        }
        // As Debian sets it up: durable.
        var cluster = PostgresCluster.New("max_connections=100");
        await cluster.ExecuteAsync("CREATE DATABASE banyan");
        var database = cluster.ConnectionTo("banyan");
        await TestDatabase.MigrateAsync(new DatabaseChoice(true, database + ";Pooling=false"));
        return new Ground(kind, data, database, cluster);
    }

    /// <summary>On a server with its standby; the site is told of both.</summary>
    public static async Task<Ground> OverAsync(Pair pair)
    {
        await pair.Primary.ExecuteAsync("CREATE DATABASE banyan");
        var ground = new Ground(
            DatabaseKind.Postgres,
            TemporaryFolder.New("ground"),
            pair.ConnectionTo("banyan"),
            null,
            // Whichever takes writes now.
            ";Pooling=false;Target Session Attributes=primary;Host Recheck Seconds=0"
        );
        await TestDatabase.MigrateAsync(new DatabaseChoice(true, ground.Database + ground.past));
        return ground;
    }

    /// <summary>What somebody left in a folder, on SQLite.</summary>
    public static Ground Left(string folder) =>
        new(DatabaseKind.Sqlite, folder, $"Data Source={Path.Combine(folder, "banyan.db")}", null);

    /// <summary>A connection past the program, for whoever judges what is there.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection =
            Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(Database + ";Pooling=False")
                : new NpgsqlConnection(Database + past);
        await connection.OpenAsync();
        return connection;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<List<object?[]>> RowsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }
        return rows;
    }

    public void Dispose() => Cluster?.Stop(Signals.Quit);
}
