using System.Data.Common;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace Banyan.Kernel.Data;

/// <summary>Which database: <c>sqlite</c>, a <c>Data Source=</c> string, or a PostgreSQL connection string.</summary>
public sealed record DatabaseChoice(bool Postgres, string ConnectionString)
{
    public static DatabaseChoice From(string? setting, string dataFolder) =>
        setting switch
        {
            null or "" or "sqlite" => new(
                false,
                $"Data Source={Path.Combine(dataFolder, "banyan.db")}"
            ),
            _ when setting.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) => new(
                false,
                setting
            ),
            _ => new(true, setting),
        };

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Postgres)
            options.UseNpgsql(
                Tuned(ConnectionString),
                npgsql => npgsql.MigrationsAssembly("Banyan.Migrations.Postgres")
            );
        else
            options
                .UseSqlite(
                    ConnectionString,
                    sqlite =>
                        sqlite
                            .MigrationsAssembly("Banyan.Migrations.Sqlite")
                            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
                .AddInterceptors(new SqliteSettings());
        // Several collections in one query multiply rows; the few queries that want it say AsSplitQuery themselves.
        // What a save fails with is thrown: foreseen, it becomes a refusal, else the page's error is logged. Here it would be an alarm about a double click.
        options.ConfigureWarnings(warnings =>
            warnings
                .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
                .Log(
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                    (RelationalEventId.CommandError, LogLevel.Debug)
                )
        );
    }

    /// <summary>
    /// What the operator says nothing about: statements that come often are planned once and not each time, and none is compiled to machine code first. The desk asks much
    /// in one statement, so that either takes PostgreSQL longer than to answer.
    /// </summary>
    private static string Tuned(string connection)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connection };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.Host?.Contains(',', StringComparison.Ordinal) == true)
            ToWhereWritesGo(settings, said);
        if (!said.ContainsKey("Max Auto Prepare"))
            settings.MaxAutoPrepare = MostPrepared;
        if (!said.ContainsKey("Options"))
            settings.Options = "-c jit=off";
        // Nothing here sets a session to anything, and what it would be set back by are seven statements before each of ours.
        if (!said.ContainsKey("No Reset On Close"))
            settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }

    /// <summary>Several servers: a standby would refuse what this program does with each request, and one that was promoted is to be found at once.</summary>
    private static void ToWhereWritesGo(
        NpgsqlConnectionStringBuilder settings,
        DbConnectionStringBuilder said
    )
    {
        settings.TargetSessionAttributes ??= "primary";
        if (!said.ContainsKey("Host Recheck Seconds"))
            settings.HostRecheckSeconds = 1;
    }

    private const int MostPrepared = 100;
}

public static class DataSetup
{
    // On SQLite a context goes from request to request with its connection, which stays open and keeps its planned statements.
    // Each holds a few megabytes, and SQLite answers no more at a time than there are cores.
    private static readonly int MostAtHand = 4 * Environment.ProcessorCount;

    public static IServiceCollection AddBanyanData(
        this IServiceCollection services,
        DatabaseChoice choice,
        IReadOnlyList<Module> modules
    )
    {
        services.AddSingleton(choice);
        services.AddSingleton(modules);
        services.AddSingleton(new WriteGate(single: !choice.Postgres));
        services.AddSingleton<WorkBell>().AddSingleton<CommitCount>();
        if (choice.Postgres)
            // Its driver keeps connections and statements by itself. A context that outlived a server that died would take what it had prepared there to the next one.
            services.AddDbContext<BanyanDb>(
                (provider, options) =>
                {
                    choice.Configure(options);
                    if (provider.GetService<IClock>() is DatabaseClock clock)
                        options.AddInterceptors(
                            new KeepsTime(clock, provider.GetRequiredService<ILogger<KeepsTime>>())
                        );
                },
                ServiceLifetime.Scoped,
                ServiceLifetime.Singleton
            );
        else
            services
                .AddSingleton<KeptConnections>()
                .AddDbContextPool<BanyanDb>(
                    (provider, options) =>
                    {
                        choice.Configure(options);
                        options.AddInterceptors(
                            provider.GetRequiredService<KeptConnections>(),
                            new KeptStatements()
                        );
                    },
                    MostAtHand
                );
        return services;
    }
}
