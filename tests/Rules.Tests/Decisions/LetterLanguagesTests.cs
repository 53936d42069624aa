using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;
using Banyan.Rules.Tests.Programs;
using static Banyan.Rules.Tests.Programs.SmallProgram;

namespace Banyan.Rules.Tests.Decisions;

/// <summary>A letter is in one language as a whole, or it is in English.</summary>
public sealed class LetterLanguagesTests
{
    [Theory]
    [InlineData("approved", "bn", "bn")]
    [InlineData("declined", "bn", "bn")]
    [InlineData("approvedOnTrial", "bn", "en")]
    [InlineData("approvedWithConditions", "bn", "en")]
    [InlineData("approved", "hi", "en")]
    [InlineData("approved", "fr", "en")]
    [InlineData("approved", "en", "en")]
    public void What_is_not_there_is_in_English(string outcome, string wished, string language) =>
        LetterLanguages.Whole(Bangladesh(), outcome, ["conduct"], wished).ShouldBe(language);

    [Fact]
    public void A_criterion_that_is_not_in_the_language_takes_the_letter_that_names_it_along()
    {
        var program = Bangladesh();
        program = program with
        {
            Criteria =
            [
                .. program.Criteria.Select(criterion =>
                    criterion.Key == "active"
                        ? criterion with
                        {
                            Text = LocalText.Of("It is active."),
                        }
                        : criterion
                ),
            ],
        };
        LetterLanguages.Whole(program, "declined", ["conduct"], "bn").ShouldBe("bn");
        LetterLanguages.Whole(program, "declined", ["conduct", "active"], "bn").ShouldBe("en");
    }

    [Fact]
    public void Applicants_choose_from_what_is_there()
    {
        LetterLanguages.Of(Bangladesh()).ShouldBe(["en", "bn"]);
        LetterLanguages.Of(ProgramFolder.Read("psf-community-partner.yaml")).ShouldBe(["en"]);
    }

    [Theory]
    [InlineData("en", "English")]
    [InlineData("bn", "বাংলা")]
    [InlineData("hi", "हिन्दी")]
    public void Each_language_is_called_as_its_speakers_call_it(string language, string name) =>
        LetterLanguages.OwnName(language).ShouldBe(name);

    [Theory]
    [InlineData(
        "subject: { en: About, bn: B }, body: { en: Yes }",
        "20 letters.approved.body: Subject and letter have to be there in the same languages. Here the language bn is missing."
    )]
    [InlineData(
        "subject: { en: About, bn: B }, body: { en: 'Yes {title}', bn: B }",
        "20 letters.approved.body: In the language bn this leaves out what the English text has: {title}."
    )]
    [InlineData(
        "subject: { en: About, bn: 'B {title}' }, body: { en: Yes, bn: B }",
        "20 letters.approved.subject: In the language bn this has what the English text leaves out: {title}."
    )]
    [InlineData(
        "subject: { bn: B }, body: { en: Yes, bn: B }",
        "20 letters.approved.subject: Write this in English, too. Where another language lacks a letter, the whole letter leaves in English."
    )]
    public void A_letter_says_the_same_in_each_of_its_languages(string letter, string problem) =>
        OneProblem(With("term:", $"letters: {{ approved: {{ {letter} }} }}\nterm:"))
            .ShouldBe(problem);

    private static ProgramDefinition Bangladesh() =>
        ProgramFolder.Read("python-bangladesh-collaboration.yaml");
}
