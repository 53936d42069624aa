using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Banyan.Kernel.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Kernel.Egress;

/// <summary>The only way out to the web. It carries nothing of ours (no cookie, no credential, no proxy, no trace id), reaches public addresses alone, and stops at every bound of <see cref="EgressOptions"/>.</summary>
public sealed partial class EgressClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly EgressOptions _options;
    private readonly IClock _clock;
    private readonly ILogger<EgressClient> _log;

    public EgressClient(
        IResolver resolver,
        EgressOptions options,
        IClock clock,
        ILogger<EgressClient> log
    )
    {
        (_options, _clock, _log) = (options, clock, log);
#pragma warning disable RS0030 // This is the one way out that the ban points to.
        _http = new HttpClient(
            Handler(new EgressConnector(resolver, options), options),
            disposeHandler: true
        );
#pragma warning restore RS0030
        _http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <exception cref="OperationCanceledException">The caller gave up; the deadline of its own is a problem, not an exception.</exception>
    public async Task<EgressResult> GetAsync(
        WebAddress address,
        EgressPurpose purpose,
        CancellationToken cancellation
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_options.Deadline.ToTimeSpan());
        var hops = new List<WebAddress> { address };
        EgressResult result;
        try
        {
            result = await FollowAsync(hops, purpose, deadline.Token);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            result = Problem(Kind(problem), hops);
        }
        Log(result, purpose, hops.Count);
        return result;
    }

    public void Dispose() => _http.Dispose();

    private async Task<EgressResult> FollowAsync(
        List<WebAddress> hops,
        EgressPurpose purpose,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var address = hops[^1];
            using var request = Request(address, purpose);
            using var response = await _http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            if (!Redirects.Is(response, out var location))
                return await AnswerAsync(response, hops, cancellation);
            if (hops.Count > _options.MaxRedirects)
                return Problem(EgressProblemKind.TooManyHops, hops);
            if (!Redirects.TryRead(address, location, out var next, out var problem))
                return Problem(problem, hops);
            hops.Add(next);
        }
    }

    private HttpRequestMessage Request(WebAddress address, EgressPurpose purpose)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Canonical));
        var about = _options.BaseUrl is { } url ? $" (+{url.AbsoluteUri})" : "";
        request.Headers.TryAddWithoutValidation("User-Agent", "Banyan/1" + about);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.AcceptedEncodings);
        request.Headers.TryAddWithoutValidation(
            "Accept",
            purpose switch
            {
                EgressPurpose.SiteCheck or EgressPurpose.CodeOfConductCheck =>
                    "text/html, application/xhtml+xml, */*;q=0.1",
                EgressPurpose.CalendarFeed => "text/calendar, application/json, */*;q=0.1",
            }
        );
        return request;
    }

    private async Task<EgressAnswer> AnswerAsync(
        HttpResponseMessage response,
        List<WebAddress> hops,
        CancellationToken cancellation
    )
    {
        var body = await BodyReader.ReadAsync(response.Content, _options.MaxBytes, cancellation);
        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant() ?? "";
        return new EgressAnswer
        {
            At = _clock.GetCurrentInstant(),
            FinalAddress = hops[^1],
            Status = response.StatusCode,
            ContentType = mediaType,
            Text = BodyText.IsText(mediaType) ? BodyText.Decode(body, type?.CharSet) : "",
            Hops = hops,
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(body)),
        };
    }

    private EgressProblem Problem(EgressProblemKind kind, List<WebAddress> hops) =>
        new()
        {
            At = _clock.GetCurrentInstant(),
            Kind = kind,
            Address = hops[^1],
        };

    private static EgressProblemKind Kind(Exception problem)
    {
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is EgressException ours)
                return ours.Kind;
        }
        return problem switch
        {
            OperationCanceledException => EgressProblemKind.Timeout,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                EgressProblemKind.TlsFailed,
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                EgressProblemKind.ConnectionFailed,
            _ => EgressProblemKind.BadAnswer,
        };
    }

    private static SocketsHttpHandler Handler(EgressConnector connector, EgressOptions options) =>
        new()
        {
            ConnectCallback = (context, cancellation) =>
                connector.ConnectAsync(context.DnsEndPoint, cancellation),
            // The pool goes on connecting after the request was given up, and so needs a bound of its own.
            ConnectTimeout = options.Deadline.ToTimeSpan(),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            ActivityHeadersPropagator = null,
            // Every request is judged anew: no connection outlives its answer.
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 64,
            SslOptions = new()
            {
                // Otherwise the certificate itself could name an address inside, and validation would ask it.
                CertificateChainPolicy = new X509ChainPolicy
                {
                    DisableCertificateDownloads = true,
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };

    private void Log(EgressResult result, EgressPurpose purpose, int hops)
    {
        switch (result)
        {
            case EgressAnswer answer:
                Answered(answer.FinalAddress.AsciiHost, purpose, (int)answer.Status, hops);
                break;
            case EgressProblem problem:
                Failed(problem.Address.AsciiHost, purpose, problem.Kind, hops);
                break;
        }
    }

    // Hosts alone: a path or a query may hold what only its owner should read.
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Read {Host} for {Purpose}: {Status} after {Hops} addresses"
    )]
    private partial void Answered(string host, EgressPurpose purpose, int status, int hops);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Could not read {Host} for {Purpose}: {Problem} after {Hops} addresses"
    )]
    private partial void Failed(
        string host,
        EgressPurpose purpose,
        EgressProblemKind problem,
        int hops
    );
}
