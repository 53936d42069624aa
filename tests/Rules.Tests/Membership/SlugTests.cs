using Banyan.Membership;

namespace Banyan.Rules.Tests.Membership;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Django Girls", "django-girls")]
    [InlineData("  PyCon  India 2027! ", "pycon-india-2027")]
    [InlineData("Café Pythón", "cafe-python")]
    [InlineData("Python \u09A2\u09BE\u0995\u09BE Dhaka", "python-dhaka")]
    public void A_name_becomes_a_part_of_an_address(string name, string slug) =>
        Slugs.From(name, "c").ShouldBe(slug);

    [Theory]
    [InlineData("\u09AA\u09BE\u0987\u09A5\u09A8 \u09A2\u09BE\u0995\u09BE")]
    [InlineData("Питон")]
    [InlineData("!!!")]
    [InlineData("2027")]
    public void A_name_without_Latin_letters_gets_random_ones(string name)
    {
        var slug = Slugs.From(name, "c");
        slug.Length.ShouldBe(8);
        slug.ShouldStartWith("c-");
        Slugs.From(name, "c").ShouldNotBe(slug);
    }

    [Fact]
    public void A_slug_has_at_most_sixty_characters() =>
        Slugs.From(new string('a', 300), "c").Length.ShouldBe(Slugs.MaxLength);

    [Fact]
    public void A_taken_slug_is_counted_on() =>
        Slugs.Free("pydhaka", ["pydhaka", "pydhaka-2"]).ShouldBe("pydhaka-3");

    [Fact]
    public void Where_twenty_are_taken_the_next_has_random_letters_and_nobody_counts_on()
    {
        var taken = Slugs.Candidates("pydhaka");
        taken.Count.ShouldBe(20);
        taken[19].ShouldBe("pydhaka-20");
        var free = Slugs.Free("pydhaka", taken);
        free.Length.ShouldBe("pydhaka-".Length + 6);
        Slugs.Free("pydhaka", taken).ShouldNotBe(free);
    }

    [Theory]
    [InlineData("PyDhaka", "pydhaka")]
    [InlineData("  Café   Python", "cafe python")]
    [InlineData("ＰｙＤｈａｋａ", "pydhaka")]
    [InlineData("\u09AA\u09BE\u0987\u09A5\u09A8", "\u09AA\u09BE\u0987\u09A5\u09A8")]
    public void Names_are_compared_folded(string name, string folded) =>
        Slugs.Folded(name).ShouldBe(folded);
}
