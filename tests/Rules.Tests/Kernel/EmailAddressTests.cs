using Banyan.Kernel.Domain;
using Banyan.Testing;

namespace Banyan.Rules.Tests.Kernel;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("nusrat@example.org", "nusrat@example.org")]
    [InlineData("  nusrat@example.org\t", "nusrat@example.org")]
    [InlineData("\u00A0nusrat@example.org\u00A0", "nusrat@example.org")]
    [InlineData("Nusrat@Example.ORG", "nusrat@example.org")]
    [InlineData("Nusrat <nusrat@example.org>", "nusrat@example.org")]
    [InlineData("\"Nusrat, of Dhaka\" <nusrat@example.org>", "nusrat@example.org")]
    [InlineData("<nusrat@example.org>", "nusrat@example.org")]
    [InlineData("mailto:nusrat@example.org", "nusrat@example.org")]
    [InlineData("MAILTO:nusrat@example.org?subject=Hello", "nusrat@example.org")]
    [InlineData("Nusrat <mailto:nusrat@example.org>", "nusrat@example.org")]
    [InlineData("nusrat@example.org,", "nusrat@example.org")]
    [InlineData("nusrat@example.org;", "nusrat@example.org")]
    [InlineData("nusrat+pycon@example.org", "nusrat+pycon@example.org")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    [InlineData("n.k@mail.example.org.", "n.k@mail.example.org")]
    [InlineData("info@münchen.example", "info@xn--mnchen-3ya.example")]
    [InlineData("info@MÜNCHEN.example", "info@xn--mnchen-3ya.example")]
    [InlineData("info@mu\u0308nchen.example", "info@xn--mnchen-3ya.example")]
    [InlineData("info@xn--mnchen-3ya.example", "info@xn--mnchen-3ya.example")]
    public void Addresses_are_understood_as_pasted(string typed, string key)
    {
        EmailAddress.TryParse(typed, out var address, out var problem).ShouldBeTrue();
        problem.ShouldBe(EmailProblem.None);
        address!.Key.ShouldBe(key);
    }

    [Asvs("V2.2.1")]
    [Theory]
    [InlineData(null, EmailProblem.Empty)]
    [InlineData("   ", EmailProblem.Empty)]
    [InlineData("nusrat", EmailProblem.NoAt)]
    [InlineData("nusrat.example.org", EmailProblem.NoAt)]
    [InlineData("nusrat@example.org\r\nBcc: other@example.org", EmailProblem.UnsafeCharacters)]
    [InlineData("nusrat@example.org\n", EmailProblem.UnsafeCharacters)]
    [InlineData("nus\0rat@example.org", EmailProblem.UnsafeCharacters)]
    [InlineData("nus\u202Erat@example.org", EmailProblem.UnsafeCharacters)]
    [InlineData("nusrat@exam\u200Bple.org", EmailProblem.UnsafeCharacters)]
    [InlineData("nusrat@example.org\u2028", EmailProblem.UnsafeCharacters)]
    [InlineData("a@example.org, b@example.org", EmailProblem.MoreThanOne)]
    [InlineData("a@example.org b@example.org", EmailProblem.MoreThanOne)]
    [InlineData("a@example.org;b@example.org", EmailProblem.MoreThanOne)]
    [InlineData("nusrat@example\uFFFE.org", EmailProblem.Domain)]
    [InlineData("nusrat@exam\uFDD0ple.org", EmailProblem.Domain)]
    [InlineData("nusrat@example\U0001FFFF.org", EmailProblem.Domain)]
    [InlineData("@example.org", EmailProblem.LocalPart)]
    [InlineData(".nusrat@example.org", EmailProblem.LocalPart)]
    [InlineData("nusrat.@example.org", EmailProblem.LocalPart)]
    [InlineData("nus..rat@example.org", EmailProblem.LocalPart)]
    [InlineData("\"nusrat\"@example.org", EmailProblem.LocalPart)]
    [InlineData("nus rat@example.org", EmailProblem.LocalPart)]
    [InlineData("a@b@example.org", EmailProblem.LocalPart)]
    [InlineData("nusrat@", EmailProblem.Domain)]
    [InlineData("nusrat@localhost", EmailProblem.Domain)]
    [InlineData("nusrat@example", EmailProblem.Domain)]
    [InlineData("nusrat@mail.local", EmailProblem.Domain)]
    [InlineData("nusrat@127.0.0.1", EmailProblem.Domain)]
    [InlineData("nusrat@[127.0.0.1]", EmailProblem.Domain)]
    [InlineData("nusrat@exa mple.org", EmailProblem.Domain)]
    [InlineData("nusrat@example..org", EmailProblem.Domain)]
    [InlineData("nusrat@-example.org", EmailProblem.Domain)]
    [InlineData("nusrat@example.org>", EmailProblem.Domain)]
    public void Other_things_are_refused(string? typed, EmailProblem expected)
    {
        EmailAddress.TryParse(typed, out var address, out var problem).ShouldBeFalse();
        problem.ShouldBe(expected);
        address.ShouldBeNull();
        problem.Sentence().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_longest_address_has_254_characters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 47), 4)) + ".org";
        var longest = new string('n', 254 - 1 - domain.Length) + "@" + domain;
        EmailAddress.TryParse(longest, out _, out _).ShouldBeTrue();
        EmailAddress.TryParse("n" + longest, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(EmailProblem.TooLong);
    }

    /// <summary>Each looks like an address on file once letters are folded as Unicode does. None may be taken for it.</summary>
    [Theory]
    [InlineData("mi\u212Ae@example.org", "mike@example.org")]
    [InlineData("m\u0131ke@example.org", "mike@example.org")]
    [InlineData("M\u0130KE@example.org", "mike@example.org")]
    [InlineData("mi\uFF4Be@example.org", "mike@example.org")]
    [InlineData("mik\u0435@example.org", "mike@example.org")]
    [InlineData("mi\u03BAe@example.org", "mike@example.org")]
    [InlineData("m\u00EDke@example.org", "mike@example.org")]
    [InlineData("mi\u0138e@example.org", "mike@example.org")]
    [InlineData("\u217Fike@example.org", "mike@example.org")]
    [InlineData("\u2133ike@example.org", "mike@example.org")]
    [InlineData("\U0001D426ike@example.org", "mike@example.org")]
    [InlineData("mi\u24DAe@example.org", "mike@example.org")]
    [InlineData("ro\u017Fe@example.org", "rose@example.org")]
    [InlineData("r\u043Ese@example.org", "rose@example.org")]
    [InlineData("ro\u0455e@example.org", "rose@example.org")]
    [InlineData("stra\u00DFe@example.org", "strasse@example.org")]
    [InlineData("stra\u1E9Ee@example.org", "strasse@example.org")]
    [InlineData("o\uFB03ce@example.org", "office@example.org")]
    [InlineData("o\uFB00ice@example.org", "office@example.org")]
    [InlineData("a\u030Angstrom@example.org", "angstrom@example.org")]
    [InlineData("\u212Bngstrom@example.org", "angstrom@example.org")]
    [InlineData("\u1D00nna@example.org", "anna@example.org")]
    [InlineData("\u0430nna@example.org", "anna@example.org")]
    [InlineData("\u0391nna@example.org", "anna@example.org")]
    [InlineData("anna\uFF20example.org", "anna@example.org")]
    [InlineData("anna@examp\u0323le.org", "anna@example.org")]
    [InlineData("anna@exam\u0440le.org", "anna@example.org")]
    [InlineData("anna@ex\u0430mple.org", "anna@example.org")]
    [InlineData("anna@\u0435xample.org", "anna@example.org")]
    [InlineData("anna@e\u0445ample.org", "anna@example.org")]
    [InlineData("anna@\uFF45xample.org", "anna@example.org")]
    [InlineData("anna@ex\u00E0mple.org", "anna@example.org")]
    [InlineData("anna@example\u3002org", "anna@example.org")]
    [InlineData("anna@example\uFF0Eorg", "anna@example.org")]
    [InlineData("anna@example.\u00F6rg", "anna@example.org")]
    [InlineData("anna@example.\u1D3Frg", "anna@example.org")]
    [InlineData("anna@mi\u212Ae.example", "anna@mike.example")]
    [InlineData("anna@m\u0131ke.example", "anna@mike.example")]
    [InlineData("anna@M\u0130KE.example", "anna@mike.example")]
    [InlineData("anna@ro\u017Fe.example", "anna@rose.example")]
    [InlineData("anna@stra\u00DFe.example", "anna@strasse.example")]
    [InlineData("anna@o\uFB03ce.example", "anna@office.example")]
    [InlineData("anna@\u2460.example", "anna@1.example")]
    public void Letters_that_merely_fold_to_an_address_never_match_it(string typed, string onFile)
    {
        EmailAddress.TryParse(onFile, out var real, out _).ShouldBeTrue();
        if (EmailAddress.TryParse(typed, out var other, out _))
            other.Key.ShouldNotBe(real.Key);
        EmailAddress.Equals(real, other).ShouldBeFalse();
    }

    [Fact]
    public void The_envelope_keeps_the_capitals_and_the_key_does_not()
    {
        EmailAddress.TryParse("Nusrat.K@Münster.example", out var address, out _).ShouldBeTrue();
        address.Envelope.ShouldBe("Nusrat.K@xn--mnster-3ya.example");
        address.Key.ShouldBe("nusrat.k@xn--mnster-3ya.example");
        address.ToString().ShouldBe("Nusrat.K@münster.example");
    }

    [Fact]
    public void Addresses_with_the_same_key_are_equal()
    {
        EmailAddress.TryParse("Nusrat@example.org", out var one, out _).ShouldBeTrue();
        EmailAddress.TryParse("nusrat@EXAMPLE.org", out var other, out _).ShouldBeTrue();
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }
}
