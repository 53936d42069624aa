using Banyan.Kernel.Domain;
using Banyan.Testing;

namespace Banyan.Rules.Tests.Kernel;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("pycon.jupiter.com/coc", "https://pycon.jupiter.com/coc")]
    [InlineData(
        "  HTTPS://PyCon.Example.ORG/Coc?Year=2028 ",
        "https://pycon.example.org/Coc?Year=2028"
    )]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("//example.org/a", "https://example.org/a")]
    [InlineData("example.org", "https://example.org/")]
    [InlineData("http://example.org", "http://example.org/")]
    [InlineData("https://example.org:443/", "https://example.org/")]
    [InlineData("example.org:8443/x", "https://example.org:8443/x")]
    [InlineData("example.org?a=1", "https://example.org/?a=1")]
    [InlineData("https://example.org/a/../b", "https://example.org/b")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    [InlineData("https://example.org/a#reporting", "https://example.org/a")]
    [InlineData("https://example.org/mail@place", "https://example.org/mail@place")]
    [InlineData(
        "https://example.org/go?to=http://other.example",
        "https://example.org/go?to=http://other.example"
    )]
    [InlineData(
        "https://example.org/ঢাকা",
        "https://example.org/%E0%A6%A2%E0%A6%BE%E0%A6%95%E0%A6%BE"
    )]
    [InlineData("https://at.co/x", "https://at.co/x")]
    [InlineData("https://attacker-bit.ly/x", "https://attacker-bit.ly/x")]
    [InlineData("https://bit.ly.example.org/x", "https://bit.ly.example.org/x")]
    public void Addresses_are_read_as_typed(string typed, string canonical)
    {
        WebAddress.TryRead(typed, out var address, out var problem).ShouldBeTrue();
        problem.ShouldBe(WebAddressProblem.None);
        address!.Canonical.ShouldBe(canonical);
    }

    [Asvs("V1.2.2", "V2.2.1")]
    [Theory]
    [InlineData(null, WebAddressProblem.Empty)]
    [InlineData(" ", WebAddressProblem.Empty)]
    [InlineData("ftp://example.org", WebAddressProblem.NotWeb)]
    [InlineData("file:///etc/passwd", WebAddressProblem.NotWeb)]
    [InlineData("gopher://example.org", WebAddressProblem.NotWeb)]
    [InlineData("javascript:alert(1)", WebAddressProblem.NotWeb)]
    [InlineData("JavaScript://example.org/%0aalert(1)", WebAddressProblem.NotWeb)]
    [InlineData("data:text/html,hello", WebAddressProblem.NotWeb)]
    [InlineData("mailto:nusrat@example.org", WebAddressProblem.NotWeb)]
    [InlineData("https://name:word@example.org/", WebAddressProblem.UserInfo)]
    [InlineData("https://example.org@other.example/", WebAddressProblem.UserInfo)]
    [InlineData("nusrat@example.org", WebAddressProblem.UserInfo)]
    [InlineData("https://127.0.0.1/", WebAddressProblem.IpLiteral)]
    [InlineData("https://127.1/", WebAddressProblem.IpLiteral)]
    [InlineData("https://2130706433/", WebAddressProblem.IpLiteral)]
    [InlineData("https://0x7f.1/", WebAddressProblem.IpLiteral)]
    [InlineData("https://0x7f000001/", WebAddressProblem.IpLiteral)]
    [InlineData("https://0177.0.0.1/", WebAddressProblem.IpLiteral)]
    [InlineData("https://0/", WebAddressProblem.IpLiteral)]
    [InlineData("https://127.0.0.1./", WebAddressProblem.IpLiteral)]
    [InlineData("https://example.0x7f/", WebAddressProblem.IpLiteral)]
    [InlineData("https://[::1]/", WebAddressProblem.IpLiteral)]
    [InlineData("https://[::ffff:127.0.0.1]/", WebAddressProblem.IpLiteral)]
    [InlineData("https://[::ffff:7f00:1]:8080/", WebAddressProblem.IpLiteral)]
    [InlineData("::1", WebAddressProblem.IpLiteral)]
    [InlineData("https://\uFF11\uFF12\uFF17.0.0.1/", WebAddressProblem.IpLiteral)]
    [InlineData("https://127\u30020\u30020\u30021/", WebAddressProblem.IpLiteral)]
    [InlineData("https://8.8.8.8/", WebAddressProblem.IpLiteral)]
    [InlineData("localhost", WebAddressProblem.SingleLabel)]
    [InlineData("https://localhost./", WebAddressProblem.SingleLabel)]
    [InlineData("https://LOCALHOST:8080/", WebAddressProblem.SingleLabel)]
    [InlineData("https://printer/", WebAddressProblem.SingleLabel)]
    [InlineData("https://router.local/", WebAddressProblem.SingleLabel)]
    [InlineData("https://metadata.google.internal/", WebAddressProblem.SingleLabel)]
    [InlineData("https://anything.localhost/", WebAddressProblem.SingleLabel)]
    [InlineData("https://nas.home.arpa/", WebAddressProblem.SingleLabel)]
    [InlineData("https://bit.ly/3abc", WebAddressProblem.Shortener)]
    [InlineData("BIT.LY/3abc", WebAddressProblem.Shortener)]
    [InlineData("https://www.tinyurl.com/abc", WebAddressProblem.Shortener)]
    [InlineData("https://t.co./abc", WebAddressProblem.Shortener)]
    [InlineData("https://maps.app.goo.gl/abc", WebAddressProblem.Shortener)]
    [InlineData("https://exa\u202Emple.org/", WebAddressProblem.UnsafeCharacters)]
    [InlineData("https://example.org/\u0007", WebAddressProblem.UnsafeCharacters)]
    [InlineData("https://example.org/\r\nHost: other", WebAddressProblem.UnsafeCharacters)]
    [InlineData("https://exa\u00ADmple.org/", WebAddressProblem.UnsafeCharacters)]
    [InlineData("https://exa mple.org/", WebAddressProblem.Unreadable)]
    [InlineData("https://example.org\\@other.example/", WebAddressProblem.Unreadable)]
    [InlineData("https:\\\\example.org", WebAddressProblem.Unreadable)]
    [InlineData("https://ex%61mple.org/", WebAddressProblem.Unreadable)]
    [InlineData("https://example.org:99999/", WebAddressProblem.Unreadable)]
    [InlineData("https://example.org:/", WebAddressProblem.Unreadable)]
    [InlineData("https://.example.org/", WebAddressProblem.Unreadable)]
    [InlineData("https://example..org/", WebAddressProblem.Unreadable)]
    [InlineData("https:///path", WebAddressProblem.Unreadable)]
    [InlineData("https://xn--a.example/", WebAddressProblem.Unreadable)]
    public void Other_things_are_refused(string? typed, WebAddressProblem expected)
    {
        WebAddress.TryRead(typed, out var address, out var problem).ShouldBeFalse();
        problem.ShouldBe(expected);
        address.ShouldBeNull();
        problem.Sentence().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_longest_address_has_2000_characters()
    {
        const string start = "https://example.org/";
        WebAddress
            .TryRead(start + new string('a', 2000 - start.Length), out _, out _)
            .ShouldBeTrue();
        WebAddress
            .TryRead(start + new string('a', 2001 - start.Length), out _, out var problem)
            .ShouldBeFalse();
        problem.ShouldBe(WebAddressProblem.TooLong);
    }

    [Theory]
    [InlineData("https://münchen.example/", "münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("https://MÜNCHEN.example/", "münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("https://xn--mnchen-3ya.example/", "münchen.example", "xn--mnchen-3ya.example")]
    [InlineData("https://Example.org/", "example.org", "example.org")]
    public void An_international_host_is_known_both_ways(string typed, string host, string ascii)
    {
        WebAddress.TryRead(typed, out var address, out _).ShouldBeTrue();
        (address!.Host, address.AsciiHost).ShouldBe((host, ascii));
        address.Uri.Host.ShouldBe(ascii);
    }

    [Fact]
    public void The_place_on_the_page_stays_in_the_link()
    {
        WebAddress.TryRead("example.org/about#reporting", out var address, out _).ShouldBeTrue();
        address!.Link.ShouldBe("https://example.org/about#reporting");
    }

    [Theory]
    [InlineData("https://example.org/a", "http://www.example.org/b", true)]
    [InlineData("https://example.org", "https://2028.example.org", true)]
    [InlineData("https://2028.example.org", "https://example.org", true)]
    [InlineData("https://example.org", "https://attacker-example.org", false)]
    [InlineData("https://example.org", "https://example.org.other.example", false)]
    [InlineData("https://one.example.org", "https://two.example.org", false)]
    public void Sites_are_told_apart_at_the_dot(string one, string other, bool same)
    {
        WebAddress.TryRead(one, out var first, out _).ShouldBeTrue();
        WebAddress.TryRead(other, out var second, out _).ShouldBeTrue();
        first.SameSite(second).ShouldBe(same);
        second.SameSite(first).ShouldBe(same);
    }
}
