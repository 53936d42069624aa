using System.Net;
using System.Net.Sockets;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

public sealed class EgressClientTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_read_with_its_evidence()
    {
        var answer = await site.AnswerAsync("/hello");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ContentType.ShouldBe("text/html");
        answer.Text.ShouldBe("<title>Hello</title>");
        answer.FinalAddress.ShouldBe(site.Address("/hello"));
        answer.Hops.ShouldBe([site.Address("/hello")]);
        answer.At.ShouldBe(StillClock.Now);
        answer.BodyHash.ShouldBe(
            "f04bd5d7c9c711548315b51f40e3aad0c49b6f43de69df8183686db8878f6619"
        );
    }

    [Fact]
    public async Task A_missing_page_is_an_answer_too() =>
        (await site.AnswerAsync("/missing")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Three_redirects_are_followed()
    {
        var answer = await site.AnswerAsync("/three");
        answer.FinalAddress.ShouldBe(site.Address("/hello"));
        answer.Hops.ShouldBe([
            site.Address("/three"),
            site.Address("/two"),
            site.Address("/one"),
            site.Address("/hello"),
        ]);
    }

    [Asvs("V15.3.2")]
    [Theory]
    [InlineData("/four")]
    [InlineData("/loop")]
    public async Task A_fourth_redirect_is_not_followed(string path) =>
        await site.ShouldFailAsync(path, EgressProblemKind.TooManyHops);

    [Asvs("V1.3.6", "V15.3.2")]
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://127.0.0.1/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://0x7f.1/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://2130706433/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://127.1/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://0/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://[::1]/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://[::ffff:127.0.0.1]/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("//127.0.0.1/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://localhost/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://localhost./", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://metadata.google.internal/", EgressProblemKind.ForbiddenAddress)]
    [InlineData("http://fair.example.org:22/", EgressProblemKind.ForbiddenPort)]
    [InlineData("http://fair.example.org:6379/", EgressProblemKind.ForbiddenPort)]
    [InlineData("ftp://fair.example.org/", EgressProblemKind.NotHttp)]
    [InlineData("file:///etc/passwd", EgressProblemKind.NotHttp)]
    [InlineData("gopher://fair.example.org/", EgressProblemKind.NotHttp)]
    [InlineData("javascript:alert(1)", EgressProblemKind.NotHttp)]
    [InlineData("data:text/html,hello", EgressProblemKind.NotHttp)]
    [InlineData("http://name:word@fair.example.org/", EgressProblemKind.BadAnswer)]
    [InlineData("https://bit.ly/abc", EgressProblemKind.BadAnswer)]
    public async Task A_redirect_to_a_forbidden_place_is_not_followed(
        string location,
        EgressProblemKind expected
    )
    {
        await site.ShouldFailAsync("/to/?" + Uri.EscapeDataString(location), expected);
        site.InsideWasTouched.ShouldBeFalse();
    }

    [Asvs("V1.3.6")]
    [Fact]
    public async Task A_name_that_leads_inside_is_not_asked()
    {
        await site.ShouldFailAsync(
            "/hello",
            EgressProblemKind.ForbiddenAddress,
            new FixedResolver(TestSite.Inside)
        );
        site.InsideWasTouched.ShouldBeFalse();
    }

    [Asvs("V1.3.6")]
    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    public async Task One_forbidden_address_among_good_ones_is_enough(string address) =>
        await site.ShouldFailAsync(
            "/hello",
            EgressProblemKind.ForbiddenAddress,
            new FixedResolver([
                [TestSite.Outside, IPAddress.Parse(address)],
            ])
        );

    [Asvs("V1.3.6")]
    [Fact]
    public async Task A_name_is_resolved_once_for_each_connection_so_that_a_second_answer_never_counts()
    {
        var resolver = new FixedResolver([
            [TestSite.Outside],
            [TestSite.Inside],
        ]);
        using var client = site.Client(resolver);
        var first = await client.GetAsync(
            site.Address("/hello"),
            EgressPurpose.SiteCheck,
            Cancellation
        );
        first.ShouldBeOfType<EgressAnswer>();
        resolver.Asked.ShouldBe(1);
        var second = await client.GetAsync(
            site.Address("/hello"),
            EgressPurpose.SiteCheck,
            Cancellation
        );
        second.ShouldBeOfType<EgressProblem>().Kind.ShouldBe(EgressProblemKind.ForbiddenAddress);
        resolver.Asked.ShouldBe(2);
        site.InsideWasTouched.ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_between_two_hops_is_judged_again()
    {
        var resolver = new FixedResolver([
            [TestSite.Outside],
            [TestSite.Inside],
        ]);
        var problem = await site.ShouldFailAsync(
            "/one",
            EgressProblemKind.ForbiddenAddress,
            resolver
        );
        problem.Address.ShouldBe(site.Address("/hello"));
        resolver.Asked.ShouldBe(2);
        site.InsideWasTouched.ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_without_addresses_does_not_exist() =>
        await site.ShouldFailAsync(
            "/hello",
            EgressProblemKind.NoSuchName,
            new FixedResolver([
                [],
            ])
        );

    [Theory]
    [InlineData(SocketError.HostNotFound, EgressProblemKind.NoSuchName)]
    [InlineData(SocketError.NoData, EgressProblemKind.NoSuchName)]
    [InlineData(SocketError.TryAgain, EgressProblemKind.NoNetwork)]
    [InlineData(SocketError.NoRecovery, EgressProblemKind.NoNetwork)]
    public async Task A_name_that_does_not_exist_is_told_from_a_name_service_that_is_down(
        SocketError error,
        EgressProblemKind expected
    ) => await site.ShouldFailAsync("/hello", expected, new FailingResolver(error));

    [Fact]
    public void The_way_out_is_built_from_services()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddEgress(new Uri("https://partners.example.org/"))
            .BuildServiceProvider();
        services
            .GetRequiredService<EgressClient>()
            .ShouldBeSameAs(services.GetRequiredService<EgressClient>());
        var options = services.GetRequiredService<EgressOptions>();
        options.AllowedForTests.ShouldBeEmpty();
        options.BaseUrl.ShouldBe(new Uri("https://partners.example.org/"));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_an_exception_and_no_finding()
    {
        using var client = site.Client();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(() =>
            client.GetAsync(site.Address("/slow"), EgressPurpose.SiteCheck, soon.Token)
        );
    }

    [Fact]
    public async Task A_closed_port_is_no_connection()
    {
        using var probe = new TcpListener(TestSite.Outside, 0);
        probe.Start();
        var closed = (IPEndPoint)probe.LocalEndpoint;
        probe.Stop();
        using var client = site.Client(with: options =>
            options with
            {
                AllowedForTests = new HashSet<IPEndPoint> { closed },
            }
        );
        WebAddress
            .TryRead($"http://fair.example.org:{closed.Port}/", out var address, out _)
            .ShouldBeTrue();
        var result = await client.GetAsync(address, EgressPurpose.SiteCheck, Cancellation);
        result.ShouldBeOfType<EgressProblem>().Kind.ShouldBe(EgressProblemKind.ConnectionFailed);
    }

    [Fact]
    public async Task A_server_without_a_certificate_fails_the_secure_connection()
    {
        using var client = site.Client();
        WebAddress
            .TryRead($"https://fair.example.org:{site.Port}/hello", out var address, out _)
            .ShouldBeTrue();
        var result = await client.GetAsync(address, EgressPurpose.SiteCheck, Cancellation);
        result.ShouldBeOfType<EgressProblem>().Kind.ShouldBe(EgressProblemKind.TlsFailed);
    }

    [Fact]
    public async Task Requests_say_who_asks_and_carry_no_cookie()
    {
        await using var other = await StartAsync();
        using var client = other.Client(with: options =>
            options with
            {
                BaseUrl = new Uri("https://partners.example.org/"),
            }
        );
        await client.GetAsync(other.Address("/cookie"), EgressPurpose.SiteCheck, Cancellation);
        var requests = other.Seen.ToArray();
        requests.Select(request => request.Path).ShouldBe(["/cookie", "/hello"]);
        requests[1]
            .Headers.Split('\n')
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "Accept-Encoding: gzip, deflate, br",
                "Accept: text/html, application/xhtml+xml, */*;q=0.1",
                $"Host: fair.example.org:{other.Port}",
                "User-Agent: Banyan/1 (+https://partners.example.org/)",
            ]);
    }

    private static async Task<TestSite> StartAsync()
    {
        var other = new TestSite();
        await other.InitializeAsync();
        return other;
    }

    private sealed class FailingResolver(SocketError error) : IResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(
            string asciiHost,
            CancellationToken cancellation
        ) => throw new SocketException((int)error);
    }
}
