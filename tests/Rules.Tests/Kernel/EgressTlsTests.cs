using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Banyan.Rules.Tests.Kernel;

public sealed class EgressTlsTests
{
    [Asvs("V12.3.2")]
    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_fails_each_time()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(TestSite.Outside, 0);
        listener.Start();
        var door = (IPEndPoint)listener.LocalEndpoint;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Certificate(key);
        var serving = ServeAsync(listener, certificate, times: 2, cancellation);
        using var client = new EgressClient(
            new FixedResolver(TestSite.Outside),
            new EgressOptions { AllowedForTests = new HashSet<IPEndPoint> { door } },
            new StillClock(),
            NullLogger<EgressClient>.Instance
        );
        WebAddress
            .TryRead($"https://fair.example.org:{door.Port}/", out var address, out _)
            .ShouldBeTrue();
        for (var time = 0; time < 2; time++)
        {
            var result = await client.GetAsync(address, EgressPurpose.SiteCheck, cancellation);
            result.ShouldBeOfType<EgressProblem>().Kind.ShouldBe(EgressProblemKind.TlsFailed);
        }
        (await serving).ShouldBe(["fair.example.org", "fair.example.org"]);
    }

    private static X509Certificate2 Certificate(ECDsa key)
    {
        var request = new CertificateRequest("CN=fair.example.org", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("fair.example.org");
        request.CertificateExtensions.Add(names.Build());
        var from = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(from.AddDays(-1), from.AddDays(1));
    }

    /// <returns>The names that the client asked for.</returns>
    private static async Task<List<string>> ServeAsync(
        TcpListener listener,
        X509Certificate2 certificate,
        int times,
        CancellationToken cancellation
    )
    {
        var asked = new List<string>();
        for (var time = 0; time < times; time++)
        {
            using var connection = await listener.AcceptTcpClientAsync(cancellation);
            await using var secure = new SslStream(connection.GetStream());
            try
            {
                await secure.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = certificate },
                    cancellation
                );
                asked.Add(secure.TargetHostName);
                await secure.ReadExactlyAsync(new byte[1], cancellation);
            }
            catch (Exception problem) when (problem is AuthenticationException or IOException)
            {
                // The client turns away, as it should; depending on the TLS version before or after the handshake ends here.
                if (asked.Count == time)
                    asked.Add(secure.TargetHostName);
            }
        }
        return asked;
    }
}
