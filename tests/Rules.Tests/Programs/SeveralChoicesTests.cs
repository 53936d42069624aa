using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Programs;

/// <summary>A question of whose options any may be ticked: how the file says it, and what an answer means.</summary>
public sealed class SeveralChoicesTests
{
    private const string Kind = "{ key: kind, type: choice, label: Kind,";

    [Theory]
    [InlineData("min: 1, max: 2", null)]
    [InlineData("min: 2", null)]
    [InlineData("max: 1", null)]
    [InlineData("required: true", null)]
    [InlineData("min: 0", "min: Of 2 options one can be asked to choose between 1 and 2.")]
    [InlineData("max: 3", "max: Of 2 options one can be asked to choose between 1 and 2.")]
    [InlineData("min: 2, max: 1", "min: min is greater than max.")]
    [InlineData(
        "maxLength: 9",
        "maxLength: maxLength is only for questions that are answered with a text."
    )]
    public void It_has_bounds_that_its_options_can_meet(string also, string? problem)
    {
        var text = SmallProgram.With(Kind, $"{{ key: kind, type: choices, {also}, label: Kind,");
        var problems = SmallProgram.Problems(text);
        if (problem is null)
            problems.ShouldBeEmpty();
        else
            problems.ShouldHaveSingleItem().ShouldBe($"15 form.sections[0].questions[1].{problem}");
    }

    [Fact]
    public void It_needs_two_options_and_has_no_meaning()
    {
        SmallProgram
            .OneProblem(SmallProgram.With("type: number", "type: choices"))
            .ShouldBe("16 form.sections[0].questions[2]: A choice needs at least two options.");
        SmallProgram
            .OneProblem(
                SmallProgram.With(Kind, "{ key: kind, type: choices, means: kind, label: Kind,")
            )
            .ShouldContain("kind is choice, date is date");
    }

    [Fact]
    public void What_hangs_on_it_is_asked_when_one_of_the_answers_is_ticked()
    {
        var text = SmallProgram
            .With(Kind, "{ key: kind, type: choices, label: Kind,")
            .Replace(
                "label: Grade",
                "label: Grade, showIf: { question: kind, anyOf: [school] }",
                StringComparison.Ordinal
            );
        SmallProgram.Problems(text).ShouldBeEmpty();
        var grade = Partnering
            .Programs.Files.ProgramFile.Read(text, "small.yaml")
            .Definition!.Questions.Single(question => question.Key == "grade");
        bool Asked(string? kind) => ReadAnswer.IsAsked(grade, _ => kind);
        Asked("school").ShouldBeTrue();
        Asked("club|school").ShouldBeTrue();
        Asked("club").ShouldBeFalse();
        Asked("").ShouldBeFalse();
        Asked(null).ShouldBeFalse();
        Asked("schools|preschool").ShouldBeFalse();
        SmallProgram
            .OneProblem(text.Replace("[school]", "[shool]", StringComparison.Ordinal))
            .ShouldContain("Did you mean school?");
    }

    [Theory]
    [InlineData("a", "a", "Alpha", null)]
    [InlineData("c|a", "a|c", "Alpha\nGamma, and more", null)]
    [InlineData("a|a", "a", "Alpha", null)]
    [InlineData("", null, "", "Answer this: Which?")]
    [InlineData("a|x", null, "a x", "Choose among the answers.")]
    [InlineData("A", null, "A", "Choose among the answers.")]
    public void It_is_read_in_the_order_of_the_options(
        string typed,
        string? value,
        string shown,
        string? problem
    ) => Read(Asks(null, null), typed).ShouldBe(new AnswerReading(value, shown, problem));

    [Theory]
    [InlineData(2, 2, "Choose 2.", "Choose at least 2.", "Choose at most 2; 3 are chosen.")]
    [InlineData(2, null, "Choose at least 2.", "Choose at least 2.", null)]
    [InlineData(null, 2, "Choose at most 2.", null, "Choose at most 2; 3 are chosen.")]
    [InlineData(1, 3, "Choose 1 to 3.", null, null)]
    [InlineData(null, null, "Choose all that fit.", null, null)]
    public void How_many_is_said_before_and_after(
        int? least,
        int? most,
        string hint,
        string? one,
        string? three
    )
    {
        var question = Asks(least, most);
        FieldsView.HelpOf(question).ShouldBe(hint);
        FieldsView.HelpOf(question with { Help = LocalText.Of("Look.") }).ShouldBe($"Look. {hint}");
        Read(question, "a").Problem.ShouldBe(one);
        Read(question, "a|b|c").Problem.ShouldBe(three);
        Read(question, "a|b|c").Shown.ShouldBe("Alpha\nBeta\nGamma, and more");
    }

    private static Question Asks(int? least, int? most) =>
        new()
        {
            Key = "which",
            Type = QuestionType.Choices,
            Label = LocalText.Of("Which?"),
            Required = true,
            Options =
            [
                new("a", LocalText.Of("Alpha")),
                new("b", LocalText.Of("Beta")),
                new("c", LocalText.Of("Gamma, and more")),
            ],
            Min = least,
            Max = most,
        };

    private static AnswerReading Read(Question question, string typed) =>
        ReadAnswer.Of(
            question,
            typed,
            new LocalDate(2027, 3, 1),
            CultureInfo.InvariantCulture,
            complete: true
        );
}
