using Banyan.Partnering.Ballots.Domain;

namespace Banyan.Rules.Tests.Ballots;

public sealed class SittingTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("3.PSF-26-AAAAA.PSF-26-BBBBB", "3.PSF-26-AAAAA.PSF-26-BBBBB")]
    [InlineData("", null)]
    [InlineData("-1", null)]
    [InlineData("1.", null)]
    [InlineData("1.a/b", null)]
    [InlineData("1.\"", null)]
    [InlineData("99999999999", null)]
    [InlineData("1.AAAAAAAAAAAAAAAAAAAAA", null)]
    public void An_address_says_how_far_one_is_or_nothing(string text, string? read) =>
        (Sitting.Parse(text)?.ToString()).ShouldBe(read);

    [Fact]
    public void What_is_no_sitting_is_null() =>
        ((string?[])[null, "x", "1..A"]).ShouldAllBe(text => Sitting.Parse(text) == null);

    [Fact]
    public void What_is_skipped_comes_last_and_skipped_again_last_of_all()
    {
        var sitting = Sitting.Begin.Skip("A").Skip("B").Skip("A");
        sitting.ToString().ShouldBe("0.B.A");
        sitting.Order(["A", "B", "C", "D"], each => each).ShouldBe(["C", "D", "B", "A"]);
        sitting.Vote("B").ToString().ShouldBe("1.A");
    }

    [Fact]
    public void However_often_one_skips_the_address_stays_one()
    {
        var sitting = Sitting.Begin;
        for (var number = 0; number < 200; number++)
            sitting = sitting.Skip($"PSF-26-{number:00000}");
        Sitting.Parse(sitting.ToString())!.Skipped.Count.ShouldBe(50);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(3, 200)]
    [InlineData(4, 201)]
    public void Minutes_are_two_a_case_and_the_words_at_two_hundred(int minutes, int words) =>
        ReadingTime.Minutes([words]).ShouldBe(minutes);

    [Fact]
    public void Of_several_cases_the_words_are_added_before_they_are_rounded() =>
        ReadingTime.Minutes([100, 100, 1]).ShouldBe(8);
}
