using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

/// <summary>A real server on 127.0.0.2, which plays the public internet; on the same port of 127.0.0.1 a tripwire, which plays what lies inside.</summary>
public sealed class TestSite : IAsyncLifetime
{
    public static readonly IPAddress Inside = IPAddress.Parse("127.0.0.1");
    public static readonly IPAddress Outside = IPAddress.Parse("127.0.0.2");
    private WebApplication? _server;
    private TcpListener? _tripwire;

    public int Port { get; private set; }

    /// <summary>Path and headers of the requests that arrived.</summary>
    public ConcurrentQueue<(string Path, string Headers)> Seen { get; } = new();

    public bool InsideWasTouched => _tripwire!.Pending();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(Outside, 0));
        _server = builder.Build();
        _server.Run(context =>
        {
            var headers = string.Join(
                '\n',
                context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")
            );
            Seen.Enqueue((context.Request.Path, headers));
            return TestPages.AnswerAsync(context);
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
        Port = new Uri(_server.Urls.First()).Port;
        _tripwire = new TcpListener(Inside, Port);
        _tripwire.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _tripwire?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    public WebAddress Address(string path, string host = "fair.example.org")
    {
        WebAddress.TryRead($"http://{host}:{Port}{path}", out var address, out _).ShouldBeTrue();
        return address;
    }

    public EgressClient Client(
        IResolver? resolver = null,
        Func<EgressOptions, EgressOptions>? with = null
    )
    {
        var options = new EgressOptions
        {
            AllowedForTests = new HashSet<IPEndPoint> { new(Outside, Port) },
        };
        return new EgressClient(
            resolver ?? new FixedResolver(Outside),
            with?.Invoke(options) ?? options,
            new StillClock(),
            NullLogger<EgressClient>.Instance
        );
    }

    public async Task<EgressAnswer> AnswerAsync(string path)
    {
        using var client = Client();
        return (
            await client.GetAsync(
                Address(path),
                EgressPurpose.SiteCheck,
                TestContext.Current.CancellationToken
            )
        ).ShouldBeOfType<EgressAnswer>();
    }

    public async Task<EgressProblem> ShouldFailAsync(
        string path,
        EgressProblemKind expected,
        IResolver? resolver = null,
        Func<EgressOptions, EgressOptions>? with = null
    )
    {
        using var client = Client(resolver, with);
        var result = await client.GetAsync(
            Address(path),
            EgressPurpose.SiteCheck,
            TestContext.Current.CancellationToken
        );
        var problem = result.ShouldBeOfType<EgressProblem>();
        problem.Kind.ShouldBe(expected);
        problem.Sentence.ShouldNotBeEmpty();
        return problem;
    }
}

/// <summary>Gives its answers in turn, the last one for ever.</summary>
internal sealed class FixedResolver(params IPAddress[][] answers) : IResolver
{
    private int _asked;

    public FixedResolver(IPAddress only)
        : this([only]) { }

    public int Asked => _asked;

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string asciiHost,
        CancellationToken cancellation
    )
    {
        var turn = Interlocked.Increment(ref _asked) - 1;
        return Task.FromResult<IReadOnlyList<IPAddress>>(
            answers[Math.Min(turn, answers.Length - 1)]
        );
    }
}

internal sealed class StillClock : IClock
{
    public static readonly Instant Now = Instant.FromUtc(2028, 3, 22, 9, 0);

    public Instant GetCurrentInstant() => Now;
}
