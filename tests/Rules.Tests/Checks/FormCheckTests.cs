using Banyan.Partnering.Checks.Domain;

namespace Banyan.Rules.Tests.Checks;

public sealed class FormCheckTests
{
    [Theory]
    [InlineData("PyCon Jupiter 2028", "PyCon")]
    [InlineData("PYCON2028", "PyCon")]
    [InlineData("Py-Con Jupiter", "PyCon")]
    [InlineData("Jupiter's PyCon", "PyCon")]
    [InlineData("ＰｙＣｏｎ Jupiter", "PyCon")]
    [InlineData("Pýthon Days", "Python")]
    [InlineData("PyLadies of the Python fair", "PyLadies, Python")]
    public void A_name_with_a_mark_is_pointed_out(string title, string marks)
    {
        var finding = TrademarkCheck.Judge(title, Answers.At);
        finding.Result.ShouldBe(CheckResult.Found);
        finding.Sentence.ShouldBe($"The name contains {marks}, so the trademark policy applies.");
        finding.Evidence.ShouldBe([title]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Jupiter Fair")]
    [InlineData("Pythonic Days")]
    [InlineData("Pythonistas meet")]
    [InlineData("Happy Construction")]
    [InlineData("EuroPycon")]
    [InlineData("PyConf Jupiter")]
    public void Other_names_are_left_alone(string title) =>
        TrademarkCheck.Judge(title, Answers.At).Result.ShouldBe(CheckResult.NotFound);

    [Theory]
    [InlineData(50, nameof(CheckResult.Found))]
    [InlineData(100, nameof(CheckResult.Found))]
    [InlineData(49, nameof(CheckResult.NotFound))]
    [InlineData(0, nameof(CheckResult.NotFound))]
    [InlineData(-1, nameof(CheckResult.CouldNotLook))]
    [InlineData(101, nameof(CheckResult.CouldNotLook))]
    [InlineData(null, nameof(CheckResult.CouldNotLook))]
    public void Half_of_the_topic_is_enough(int? percent, string result)
    {
        var finding = TopicShareCheck.Judge(percent, Answers.At);
        finding.Result.ToString().ShouldBe(result);
        finding.At.ShouldBe(Answers.At);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(400)]
    public void A_quote_keeps_its_place_and_never_splits_a_character(int position)
    {
        var text = string.Concat(Enumerable.Repeat("😀", 200));
        var quote = Quote.Around(text, position);
        quote.Length.ShouldBeLessThanOrEqualTo(Quote.MaxLength);
        quote.EnumerateRunes().ShouldAllBe(rune => rune.Value == 0x1F600 || rune.Value == '…');
    }
}
