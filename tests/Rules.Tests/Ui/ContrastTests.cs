using Banyan.Kernel.Ui;

namespace Banyan.Rules.Tests.Ui;

public sealed class ContrastTests
{
    private const double Words = 4.5;
    private const double Edges = 3.0;

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink", "ground")]
    [InlineData("ink-soft", "paper")]
    [InlineData("ink-soft", "ground")]
    [InlineData("info", "info-ground")]
    [InlineData("ok", "ok-ground")]
    [InlineData("wait", "wait-ground")]
    [InlineData("stop", "stop-ground")]
    [InlineData("stop", "paper")]
    [InlineData("stop", "private-ground")]
    [InlineData("private", "private-ground")]
    [InlineData("ink", "private-ground")]
    [InlineData("ink-soft", "private-ground")]
    public void Words_stand_out_from_their_ground_in_both_schemes(string words, string ground)
    {
        Stylesheets
            .Current.Contrast(words, ground, Scheme.Light)
            .ShouldBeGreaterThanOrEqualTo(Words);
        Stylesheets
            .Current.Contrast(words, ground, Scheme.Dark)
            .ShouldBeGreaterThanOrEqualTo(Words);
    }

    [Fact]
    public void Mails_have_the_colours_of_the_light_scheme() =>
        Enum.GetValues<Accent>()
            .Where(accent =>
                !Stylesheets.Current.Says(
                    $".{accent.CssClass()} {{ --accent: light-dark({accent.InMail()}, "
                )
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("accent", "paper")]
    [InlineData("accent", "ground")]
    [InlineData("accent", "private-ground")]
    [InlineData("accent", "accent-ground")]
    [InlineData("on-accent", "accent")]
    [InlineData("ink", "accent-ground")]
    [InlineData("ink-soft", "accent-ground")]
    public void Every_accent_keeps_its_words_readable_in_both_schemes(string words, string ground)
    {
        foreach (var accent in Stylesheets.Current.AccentClasses)
        {
            Stylesheets
                .Current.Contrast(words, ground, Scheme.Light, accent)
                .ShouldBeGreaterThanOrEqualTo(Words, accent);
            Stylesheets
                .Current.Contrast(words, ground, Scheme.Dark, accent)
                .ShouldBeGreaterThanOrEqualTo(Words, accent);
        }
    }

    [Theory]
    [InlineData("focus", "paper")]
    [InlineData("focus", "ground")]
    [InlineData("focus", "private-ground")]
    [InlineData("line-strong", "paper")]
    [InlineData("private-line", "private-ground")]
    public void Edges_that_one_has_to_see_stand_out_in_both_schemes(string edge, string ground)
    {
        Stylesheets
            .Current.Contrast(edge, ground, Scheme.Light)
            .ShouldBeGreaterThanOrEqualTo(Edges);
        Stylesheets.Current.Contrast(edge, ground, Scheme.Dark).ShouldBeGreaterThanOrEqualTo(Edges);
    }

    [Fact]
    public void The_stylesheet_knows_exactly_the_accents_that_an_organisation_can_choose() =>
        Stylesheets.Current.AccentClasses.ShouldBe(
            Enum.GetValues<Accent>().Select(accent => accent.CssClass()),
            ignoreOrder: true
        );

    [Fact]
    public void A_pale_ink_would_be_noticed() =>
        new Stylesheets(
            "--ink: light-dark(#9a9a9a, #666666); --paper: light-dark(#ffffff, #121614);"
        )
            .Contrast("ink", "paper", Scheme.Light)
            .ShouldBeLessThan(Words);

    [Fact]
    public void Black_on_white_is_twenty_one_to_one() =>
        new Stylesheets(
            "--ink: light-dark(#000000, #000000); --paper: light-dark(#ffffff, #ffffff);"
        )
            .Contrast("ink", "paper", Scheme.Light)
            .ShouldBe(21, 0.001);
}
