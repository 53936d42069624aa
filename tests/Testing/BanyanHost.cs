using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Banyan.Testing;

/// <summary>How a host differs from the plain one.</summary>
public sealed record HostChoice
{
    /// <summary>Lets the worker loop run; otherwise nothing happens until <see cref="BanyanHost.WorkAsync"/>.</summary>
    public bool Worker { get; init; }
    public bool Development { get; init; }

    /// <summary>An SMTP address, as in the setting Banyan:Mail; null keeps mail as files.</summary>
    public string? Mail { get; init; }

    /// <summary>A real mail server that takes all mail of the host, and in whose mailbox it is read.</summary>
    public MailServer? Server { get; init; }

    /// <summary>The connection string of a migrated database that was there before the host and outlives it; null for one of its own.</summary>
    public string? Database { get; init; }

    /// <summary>Further settings, as on the command line: <c>--Banyan:Name=value</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Changes services before the site adds its own.</summary>
    public Action<WebApplicationBuilder> Change { get; init; } = static _ => { };
}

/// <summary>The real site on a real port with a database, a data folder and a clock of its own.</summary>
public sealed class BanyanHost : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly TestDatabase store;

    private BanyanHost(WebApplication app, TestDatabase database, string data, Parts parts)
    {
        site = app;
        store = database;
        DataFolder = data;
        (BaseUrl, Clock, Statements, Log, _) = parts;
        Mailbox = parts.Mailbox ?? new Mailbox(Path.Combine(data, "outbox"));
    }

    public Uri BaseUrl { get; }
    public TestClock Clock { get; }
    public StatementLog Statements { get; }
    public LogLines Log { get; }
    public Mailbox Mailbox { get; }
    public IServiceProvider Services => site.Services;
    public string DataFolder { get; }

    public static async Task<BanyanHost> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        HostChoice? choice = null
    )
    {
        var data = TemporaryFolder.New("host");
        var database = choice?.Database is { } given
            ? TestDatabase.Given(given)
            : await TestDatabase.NewAsync(kind, data);
        for (var tries = 1; ; tries++)
        {
            var (app, parts) = Build(database, data, choice ?? new HostChoice());
            try
            {
                await app.StartAsync(TestContext.Current.CancellationToken);
                return new BanyanHost(app, database, data, parts);
            }
            catch (IOException) when (tries < 5)
            {
                // Somebody else took the port between our look and our bind.
                await app.DisposeAsync();
            }
        }
    }

    /// <summary>Somebody at a browser without JavaScript, with cookies of their own.</summary>
    public Visitor NewVisitor() => new(BaseUrl);

    /// <summary>Does all work that is due, and what that makes due. Returns how many items it did.</summary>
    public Task<int> WorkAsync() =>
        Services.GetRequiredService<Worker>().RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Moves the clock, then does what has become due.</summary>
    public Task<int> WorkAfterAsync(Duration wait)
    {
        Clock.Advance(wait);
        return WorkAsync();
    }

    /// <summary>The newest sign-in code for this address; does due work first.</summary>
    public async Task<string> CodeForAsync(string address)
    {
        await WorkAsync();
        return Mailbox.CodeFor(address);
    }

    public async Task DbAsync(Func<BanyanDb, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<BanyanDb>());
    }

    public async Task<T> DbAsync<T>(Func<BanyanDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<BanyanDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await store.DisposeAsync();
    }

    private static (WebApplication App, Parts Parts) Build(
        TestDatabase database,
        string data,
        HostChoice choice
    )
    {
        var port = FreePort();
        var parts = new Parts(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")),
            new TestClock(),
            new StatementLog(),
            new LogLines(),
            choice.Server?.Mailbox
        );
        string[] arguments =
        [
            string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{port}"),
            $"--Banyan:BaseUrl={parts.BaseUrl}",
            $"--Banyan:Data={data}",
            $"--Banyan:Database={database.ConnectionString}",
            $"--Banyan:Worker={choice.Worker}",
            // All visitors of a test have one address. The limit is on, and out of the way.
            "--Banyan:FormsPerMinute=100000",
            $"--environment={(choice.Development ? "Development" : "Production")}",
            .. (choice.Server?.Address ?? choice.Mail) is { } mail
                ? [$"--Banyan:Mail={mail}"]
                : Array.Empty<string>(),
            .. choice.Arguments,
        ];
        var app = Site.Build(
            arguments,
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(parts.Log);
                builder.Services.AddSingleton<IClock>(parts.Clock);
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(parts.Statements)
                );
                choice.Change(builder);
            }
        );
        return (app, parts);
    }

    /// <summary>A port of 127.0.0.1 that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var probe = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp
        );
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private sealed record Parts(
        Uri BaseUrl,
        TestClock Clock,
        StatementLog Statements,
        LogLines Log,
        Mailbox? Mailbox
    );
}
