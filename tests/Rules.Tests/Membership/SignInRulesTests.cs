using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Domain;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Rules.Tests.Membership;

public sealed class SignInRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("১২৩৪৫৬", "123456")]
    [InlineData("१२३४५६", "123456")]
    [InlineData("12345", "12345")]
    [InlineData("12345a", "")]
    [InlineData("", "")]
    public void Digits_are_read_as_they_are_typed(string typed, string digits) =>
        SignInCode.DigitsOf(typed).ShouldBe(digits);

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_network_is_what_one_subscriber_has(string address, string network) =>
        Network.Of(IPAddress.Parse(address)).ShouldBe(network);

    [Fact]
    public void A_code_is_redeemed_once()
    {
        var asked = Ask(new MailPlace("a", "n"), out var code);
        asked.Try(Now).Done.ShouldBeTrue();
        asked.Redeem(code, Now).Done.ShouldBeTrue();
        asked.Redeem(code, Now).Refusal!.Code.ShouldBe("code-wrong");
        asked.Try(Now).Refusal!.Code.ShouldBe("code-wrong");
    }

    [Fact]
    public void A_request_over_the_limit_is_opened_by_no_code()
    {
        var asked = Ask(null, out var code);
        asked.Redeem(code, Now).Refusal!.Code.ShouldBe("code-wrong");
    }

    [Asvs("V6.6.3")]
    [Fact]
    public void The_sixth_try_is_refused_and_counts_nothing()
    {
        var asked = Ask(new MailPlace("a", "n"), out _);
        for (var tries = 0; tries < SignInCode.MostTries; tries++)
            asked.Try(Now).Done.ShouldBeTrue();
        asked.Try(Now).Refusal!.Code.ShouldBe("code-wrong");
        asked.Tries.ShouldBe(SignInCode.MostTries);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_code_lives_ten_minutes(int minutes, bool lives) =>
        Ask(new MailPlace("a", "n"), out var code)
            .Redeem(code, Now + Duration.FromMinutes(minutes))
            .Done.ShouldBe(lives);

    [Fact]
    public void The_code_is_kept_as_a_hash_with_a_salt_of_its_own()
    {
        var one = Ask(new MailPlace("a", "n"), out _);
        var two = Ask(new MailPlace("b", "n"), out _);
        one.Hash.Length.ShouldBe(32);
        one.Salt.ShouldNotBe(two.Salt);
    }

    [Fact]
    public void Limits_hold_within_their_windows()
    {
        var minutes = (int count) => Now - Duration.FromMinutes(count);
        Next([]).ShouldNotBeNull();
        Next([minutes(1), minutes(2)]).ShouldNotBeNull();
        Next([minutes(1), minutes(2), minutes(14)]).ShouldBeNull();
        Next([minutes(1), minutes(2), minutes(15)]).ShouldNotBeNull();
        Next([.. Enumerable.Range(2, 20).Select(n => minutes(n * 20))]).ShouldBeNull();
        FromNetwork([.. Enumerable.Repeat(minutes(59), 20)]).ShouldBeNull();
        FromNetwork([.. Enumerable.Repeat(minutes(60), 20)]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Firefox, Linux"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
        "Chrome, Android"
    )]
    [InlineData(null, "")]
    [InlineData("curl/8", "")]
    public void Of_a_browser_two_words_are_kept(string? agent, string device) =>
        Device.Of(agent).ShouldBe(device);

    [Fact]
    public void What_others_ask_for_uses_up_little_of_what_the_owner_may_ask_for()
    {
        var minutes = (int count) => Now - Duration.FromMinutes(count);
        FromOthers(Enumerable.Repeat(minutes(1), 11)).ShouldNotBeNull();
        FromOthers(Enumerable.Repeat(minutes(1), 12)).ShouldBeNull();
        FromOthers(Enumerable.Repeat(minutes(15), 59)).ShouldNotBeNull();
        FromOthers(Enumerable.Repeat(minutes(15), 60)).ShouldBeNull();
    }

    private static MailPlace? FromOthers(IEnumerable<Instant> toAddress) =>
        MailLimits.Next(
            "nusrat@example.org",
            [.. toAddress.Select(at => new MailSent(at, "198.51.100.0/24"))],
            "192.0.2.0/24",
            [],
            Now
        );

    private static MailPlace? Next(IReadOnlyList<Instant> toAddress) =>
        MailLimits.Next(
            "nusrat@example.org",
            [.. toAddress.Select(at => new MailSent(at, "192.0.2.0/24"))],
            "192.0.2.0/24",
            [],
            Now
        );

    private static MailPlace? FromNetwork(IReadOnlyList<Instant> toNetwork) =>
        MailLimits.Next("nusrat@example.org", [], "192.0.2.0/24", toNetwork, Now);

    private static SignInCode Ask(MailPlace? place, out string code)
    {
        EmailAddress.TryParse("nusrat@example.org", out var address, out _).ShouldBeTrue();
        return SignInCode.Ask(address!, "sign-in", "", "192.0.2.0/24", place, Now, out code);
    }
}
