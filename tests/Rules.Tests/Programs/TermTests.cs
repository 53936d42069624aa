using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Rules.Tests.Programs;

/// <summary>How long a partnership lasts: for months, with the edition, or until either side ends it.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData(
        "term: { months: 12 }",
        "term: { text: For long. }",
        "20 term: Say how long a partnership lasts: either months, or endsWithEdition: true, or open: true."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 12, open: true }",
        "20 term: Say how long a partnership lasts: either months, or endsWithEdition: true, or open: true."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { endsWithEdition: true, open: true }\nedition: { key: \"2030\", title: A, lastDay: 2030-03-01 }",
        "20 term: Say how long a partnership lasts: either months, or endsWithEdition: true, or open: true."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { open: false }",
        "20 term: Say how long a partnership lasts: either months, or endsWithEdition: true, or open: true."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { open: yes }",
        "20 term.open: Write true or false here."
    )]
    public void A_term_has_one_end(string old, string changed, string problem) =>
        SmallProgram.OneProblem(SmallProgram.With(old, changed)).ShouldBe(problem);

    [Theory]
    [InlineData("term: { months: 12 }", false, false)]
    [InlineData("term: { open: true, text: For as long as both want. }", true, false)]
    [InlineData(
        "term: { endsWithEdition: true }\nedition: { key: a, title: A, lastDay: 2030-03-01 }",
        false,
        true
    )]
    public void A_term_comes_back_as_what_it_is(string term, bool open, bool edition)
    {
        var program = ProgramFile
            .Read(SmallProgram.With("term: { months: 12 }", term), "small.yaml")
            .Definition.ShouldNotBeNull();
        (program.Term.Open, program.Term.EndsWithEdition).ShouldBe((open, edition));
        var again = ProgramFile
            .Read(ProgramFile.Write(program), "again.yaml")
            .Definition.ShouldNotBeNull();
        again.Term.ShouldBe(program.Term);
        (again.Term.LastDay(new LocalDate(2027, 3, 1), again.Edition) is null).ShouldBe(open);
    }

    [Theory]
    [InlineData("2027-03-31", "2027-03-31", "2028-03-31")]
    [InlineData("2027-03-31", "2028-03-30", "2028-03-31")]
    [InlineData("2027-03-31", "2028-03-31", "2029-03-31")]
    [InlineData("2028-02-29", "2029-02-28", "2030-02-28")]
    [InlineData("2028-02-29", "2031-12-01", "2032-02-29")]
    [InlineData("2028-02-29", "2027-01-01", "2029-02-28")]
    public void Both_sides_look_again_on_the_day_on_which_it_began(
        string begins,
        string today,
        string next
    )
    {
        static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
        new PeriodicReview(12, null).NextAfter(Day(begins), Day(today)).ShouldBe(Day(next));
    }

    [Theory]
    [InlineData(1, "every month")]
    [InlineData(12, "every year")]
    [InlineData(18, "every 18 months")]
    [InlineData(24, "every 2 years")]
    public void How_often_is_said_as_people_say_it(int months, string words) =>
        ProgramWords.Often(new PeriodicReview(months, null)).ShouldBe(words);

    [Fact]
    public void An_open_term_says_what_ends_it_and_the_review_once()
    {
        var program = ProgramFolder.Read("python-bangladesh-collaboration.yaml");
        var bare = program with { Review = new PeriodicReview(12, null) };
        ProgramWords
            .TermOf(bare)
            .ShouldBe("A partnership stands until either side ends it; it is reviewed every year.");
        ProgramWords.ReviewOf(bare).ShouldBeNull();
        ProgramWords.ReviewOf(program).ShouldStartWith("Once a year both sides look");
        var alone = program with { Review = null };
        ProgramWords.TermOf(alone).ShouldBe("A partnership stands until either side ends it.");
        ProgramWords.ReviewOf(alone).ShouldBeNull();
        ProgramWords
            .ReviewOf(bare with { Term = new Term(12, false, null) })
            .ShouldBe("Both sides look at a partnership again every year.");
    }
}
