using System.Net;
using Banyan.Faults.Tests.Grounds;

namespace Banyan.Faults.Tests.Load;

/// <summary>Makes of the site one that does not look at what its disk said: where it was refused for want of room, people read that it is done.</summary>
internal sealed class Flatterer()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
{
    private int flattered;

    public int Flattered => flattered;

    public HttpClient Client()
    {
#pragma warning disable RS0030 // the client of the tests, to the site under test alone
        return new HttpClient(this, disposeHandler: false) { Timeout = RunningSite.Patient };
#pragma warning restore RS0030
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.InsufficientStorage)
            return answer;
        answer.Dispose();
        Interlocked.Increment(ref flattered);
        return new HttpResponseMessage(HttpStatusCode.SeeOther);
    }
}
