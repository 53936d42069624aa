using System.Diagnostics;
using System.Net;
using Banyan.Faults.Tests.Grounds;

namespace Banyan.Faults.Tests.Load;

/// <summary>Does what a proxy does in front of two nodes: in turn, a connection for each request, and on to the other node where one is not reached, hangs up or says 503. A form may be sent on so, for it counts once.</summary>
/// <param name="mostTries">1: a balancer that sends nothing on.</param>
internal sealed class Balancer(IReadOnlyList<RunningSite> nodes, int mostTries = 4)
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.Zero,
        }
    )
{
    // As nginx leaves a server alone for a while that has failed; there it is ten seconds.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.5);
    private readonly long[] failedAt = new long[nodes.Count];
    private int turns;
    private int sentOn;

    public int SentOn => sentOn;

    public HttpClient Client()
    {
#pragma warning disable RS0030 // the client of the tests, to the sites under test alone
        return new HttpClient(this, disposeHandler: false) { Timeout = RunningSite.Patient };
#pragma warning restore RS0030
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var path = request.RequestUri!.PathAndQuery;
        var turn = Interlocked.Increment(ref turns);
        for (var tries = 1; ; tries++, turn++)
        {
            var node = Chosen(turn);
            request.RequestUri = new Uri(nodes[node].Address, path);
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == mostTries)
                    return answer;
                answer.Dispose();
            }
            catch (HttpRequestException) when (tries < mostTries)
            {
                // The other one, then.
            }
            Volatile.Write(ref failedAt[node], Stopwatch.GetTimestamp());
            Interlocked.Increment(ref sentOn);
        }
    }

    // In turn; where all of them have failed a moment ago, all the same.
    private int Chosen(int turn) =>
        Enumerable
            .Range(0, nodes.Count)
            .Select(step => (turn + step) % nodes.Count)
            .OrderBy(node =>
                Volatile.Read(ref failedAt[node]) is var at
                && at > 0
                && Stopwatch.GetElapsedTime(at) < Rest
                    ? 1
                    : 0
            )
            .First();
}
