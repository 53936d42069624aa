using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Testing;

namespace Banyan.Security.Tests.Museum;

/// <summary>Discourse CVE-2026-33393: an allow-list compared the end of a name, so that attacker-example.com passed for example.com. Wherever we compare hosts, an oracle that counts labels agrees.</summary>
public sealed class LabelTests
{
    private const string Ours = "partners.example.org";

    private static readonly string[] Parts =
    [
        "a",
        "b",
        "ab",
        "example",
        "com",
        "org",
        "www",
        "xn--a",
    ];

    /// <summary>Names that look or end like ours, and are others.</summary>
    private static readonly string[] Others =
    [
        "attacker-partners.example.org",
        "attackerpartners.example.org",
        "partners.example.org.attacker.net",
        "partners.example.orgattacker.net",
        "attacker.net.partners.example.org",
        "sub.partners.example.org",
        "example.org",
        "org",
        "partners-example.org",
        "partners.example",
        "partners.example.org.",
        ".partners.example.org",
        "partners..example.org",
        "partners.example.org.localhost",
        "partnersxexample.org",
        "pаrtners.example.org",
        "xn--prtners-4fg.example.org",
    ];

    [Fact]
    public void Discourse_2026_33393_a_name_is_under_another_by_whole_labels()
    {
        var random = new Random(33393);
        var (tried, under) = (0, 0);
        for (var round = 0; round < 200_000; round++)
        {
            var (host, parent) = (NameOf(random), NameOf(random));
            if (round % 2 == 0)
                host =
                    $"{NameOf(random)}{(round % 4 == 0 ? "." : random.Next(2) == 0 ? "-" : "")}{parent}";
            HostName
                .IsOrIsUnder(host, parent)
                .ShouldBe(Oracle(host, parent), $"{host} under {parent}");
            tried++;
            under += Oracle(host, parent) ? 1 : 0;
        }
        under.ShouldBeInRange(tried / 10, tried * 9 / 10);
        // What it is there to see: the comparison of ends.
        Different((host, parent) => host.EndsWith(parent, StringComparison.Ordinal))
            .ShouldBePositive();
        Different((host, parent) => host.EndsWith($".{parent}", StringComparison.Ordinal))
            .ShouldBePositive();
        Different((host, parent) => host.Contains(parent, StringComparison.Ordinal))
            .ShouldBePositive();
        Figures.Add(
            "S10",
            $"{tried:n0} pairs of names of hosts, {under:n0} of them one under the other: as an oracle on labels has it; 3 other comparisons are told"
        );
    }

    [Fact]
    public void Discourse_2026_33393_a_shortener_and_a_private_name_are_known_by_whole_labels()
    {
        foreach (var shortener in (string[])["bit.ly", "t.co", "wp.me", "tinyurl.com"])
        {
            LinkShorteners.Contain(shortener).ShouldBeTrue();
            LinkShorteners.Contain($"x.{shortener}").ShouldBeTrue();
            foreach (
                var other in (string[])
                    [
                        $"x{shortener}",
                        $"x-{shortener}",
                        $"{shortener}.example.org",
                        shortener.Split('.')[1],
                    ]
            )
                LinkShorteners.Contain(other).ShouldBeFalse(other);
        }
        foreach (
            var name in (string[])["localhost", "local", "internal", "lan", "home.arpa", "onion"]
        )
        {
            HostName.TryRead($"x.{name}", out _, out _).ShouldBeFalse(name);
            HostName
                .TryRead($"x{name.Replace('.', '-')}.example.org", out _, out _)
                .ShouldBeTrue(name);
            HostName.TryRead($"{name}.example.org", out _, out _).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void Discourse_2026_33393_two_addresses_are_one_site_by_whole_labels()
    {
        var random = new Random(33394);
        var (tried, same) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var (one, other) = ($"{NameOf(random)}.example.org", $"{NameOf(random)}.example.org");
            if (random.Next(2) == 0)
                other = $"{NameOf(random)}{(random.Next(2) == 0 ? "." : "x")}{one}";
            if (
                !WebAddress.TryRead($"https://{one}/", out var mine, out _)
                || !WebAddress.TryRead($"https://{other}/", out var theirs, out _)
            )
                continue;
            tried++;
            var expected = Oracle(Bare(one), Bare(other)) || Oracle(Bare(other), Bare(one));
            mine.SameSite(theirs).ShouldBe(expected, $"{one} and {other}");
            same += expected ? 1 : 0;
        }
        tried.ShouldBeGreaterThan(5000);
        same.ShouldBeInRange(tried / 10, tried * 9 / 10);
    }

    [Fact]
    public void Discourse_2026_33393_the_mailbox_of_answers_is_ours_and_not_one_that_ends_like_it()
    {
        EmailAddress.TryParse($"reply@{Ours}", out var address, out _).ShouldBeTrue();
        var box = new ReplyBox(address);
        box.KeyIn([$"<reply+abc@{Ours}>"]).ShouldBe("abc");
        foreach (var other in Others.Where(other => other != $"{Ours}."))
            box.KeyIn([$"<reply+abc@{other}>", $"reply+abc@{other}", $"\"reply+abc@{other}\""])
                .ShouldBeNull(other);
        foreach (var local in (string[])["xreply", "x.reply", "x-reply", "reply+x", "repl"])
            box.KeyIn([$"<{local}+abc@{Ours}>"]).ShouldBeNull(local);
    }

    [Asvs("V3.5.1")]
    [Fact]
    public async Task Discourse_2026_33393_the_site_answers_to_its_own_name_and_takes_forms_from_there_alone()
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Arguments = [$"--Banyan:BaseUrl=https://{Ours}", "--Banyan:Proxies=127.0.0.0/8"],
            }
        );
        using var visitor = host.NewVisitor();
        visitor.Headers["X-Forwarded-Proto"] = "https";
        (await AskedAsync(Ours, $"https://{Ours}")).ShouldBe((200, 303));
        foreach (
            var other in Others
                .Select(System.Net.WebUtility.UrlEncode)
                .OfType<string>()
                .Concat(Others.Where(other => other.All(char.IsAscii)))
        )
        {
            (await AskedAsync(other, $"https://{Ours}")).Look.ShouldBe(400, other);
            (await AskedAsync(Ours, $"https://{other}")).Sent.ShouldBe(403, other);
        }
        foreach (
            var origin in (string[])
                [
                    $"http://{Ours}",
                    $"https://{Ours}:444",
                    $"https://{Ours}:443",
                    $"https://{Ours}/",
                    $"https://{Ours}@attacker.net",
                    $"https://attacker.net#{Ours}",
                    $"https://attacker.net/{Ours}",
                    $"HTTPS://{Ours}",
                    Ours,
                    $"null,https://{Ours}",
                    $"https://{Ours}, https://attacker.net",
                ]
        )
            (await AskedAsync(Ours, origin)).Sent.ShouldBe(403, origin);

        async Task<(int Look, int Sent)> AskedAsync(string name, string origin)
        {
            using var look = new HttpRequestMessage(HttpMethod.Get, new Uri(host.BaseUrl, "/"));
            look.Headers.TryAddWithoutValidation("Host", name);
            using var looked = await visitor.SendAsync(look);
            using var send = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri(host.BaseUrl, "/sign-in")
            );
            send.Content = new FormUrlEncodedContent([new("email", World.Nusrat.Address)]);
            send.Headers.TryAddWithoutValidation("Host", name);
            send.Headers.TryAddWithoutValidation("Origin", origin);
            using var sent = await visitor.SendAsync(send);
            return ((int)looked.StatusCode, (int)sent.StatusCode);
        }
    }

    /// <summary>How often a comparison says otherwise than the oracle.</summary>
    private static int Different(Func<string, string, bool> compare)
    {
        var random = new Random(1);
        return Enumerable
            .Range(0, 1000)
            .Select(_ => NameOf(random))
            .Select(parent =>
                (
                    Parent: parent,
                    Host: $"{NameOf(random)}{(random.Next(2) == 0 ? "." : "")}{(random.Next(3) == 0 ? "" : parent)}"
                )
            )
            .Append((Parent: "a.b", Host: "a.b"))
            .Count(pair => compare(pair.Host, pair.Parent) != Oracle(pair.Host, pair.Parent));
    }

    private static bool Oracle(string host, string parent)
    {
        var (mine, theirs) = (host.Split('.'), parent.Split('.'));
        return mine.Length >= theirs.Length
            && mine.AsSpan(mine.Length - theirs.Length).SequenceEqual(theirs);
    }

    private static string Bare(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string NameOf(Random random) =>
        string.Join(
            random.Next(6) == 0 ? '-' : '.',
            Enumerable.Range(0, random.Next(1, 4)).Select(_ => Parts[random.Next(Parts.Length)])
        );
}
