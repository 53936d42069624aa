using static Banyan.Rules.Tests.Programs.SmallProgram;

namespace Banyan.Rules.Tests.Programs;

public sealed class ProgramFileProblemTests
{
    [Fact]
    public void The_smallest_program_has_no_problem() => Problems(Text).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "state: open",
        "state: opne",
        "7 state: opne is not known here. Allowed are: open, byInvitation, inRounds, paused, closed. Did you mean open?"
    )]
    [InlineData(
        "state: open",
        "state: Open",
        "7 state: Open is not known here. Allowed are: open, byInvitation, inRounds, paused, closed. Did you mean open?"
    )]
    [InlineData(
        "state: open",
        "state: [open]",
        "7 state: One of these words is needed here: open, byInvitation, inRounds, paused, closed."
    )]
    [InlineData(
        "state: open",
        "state:",
        "7 state: There is no value here. Allowed are: open, byInvitation, inRounds, paused, closed."
    )]
    [InlineData(
        "type: number",
        "type: figure",
        "16 form.sections[0].questions[2].type: figure is not known here. Allowed are: shortText, longText, email, webAddress, date, number, percent, choice, choices, yesNo, place."
    )]
    [InlineData(
        "kind: preReview",
        "kind: prereview",
        "18 stages[0].kind: prereview is not known here. Allowed are: preReview, review, consultation. Did you mean preReview?"
    )]
    [InlineData(
        "banyan: program/1",
        "banyan: program/2",
        "1 banyan: The file says it is program/2; this version reads program/1."
    )]
    public void A_word_that_is_not_known_is_answered_with_those_that_are(
        string old,
        string changed,
        string problem
    ) => OneProblem(With(old, changed)).ShouldBe(problem);

    [Theory]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: twelve }",
        "20 term.months: A whole number from 1 to 120 is needed here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: '12' }",
        "20 term.months: A whole number from 1 to 120 is needed here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 1.5 }",
        "20 term.months: A whole number from 1 to 120 is needed here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 0 }",
        "20 term.months: A whole number from 1 to 120 is needed here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 99999999999999999999 }",
        "20 term.months: A whole number from 1 to 120 is needed here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: }",
        "20 term.months: There is no value here."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: twelve",
        "20 term: Keys with values are needed here. Known keys are: months, endsWithEdition, open, text."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: [12]",
        "20 term: Keys with values are needed here. Known keys are: months, endsWithEdition, open, text."
    )]
    [InlineData(
        "staff: {}",
        "staff: { second: yes }",
        "18 stages[0].rule.staff.second: Write true or false here."
    )]
    [InlineData(
        "staff: {}",
        "staff: { second: 'true' }",
        "18 stages[0].rule.staff.second: Write true or false here."
    )]
    [InlineData(
        "title: The group",
        "title: 2028",
        "12 form.sections[0].title: A text is needed here. If 2028 is meant as text, put it between quotes."
    )]
    [InlineData(
        "title: The group",
        "title: true",
        "12 form.sections[0].title: A text is needed here. If true is meant as text, put it between quotes."
    )]
    [InlineData(
        "title: The group",
        "title: ~",
        "12 form.sections[0].title: There is no value here."
    )]
    [InlineData(
        "title: The group",
        "title: ''",
        "12 form.sections[0].title: There is no value here."
    )]
    [InlineData(
        "title: The group",
        "title: [The, group]",
        "12 form.sections[0].title: A text is needed here, or a map from languages to texts."
    )]
    [InlineData(
        "title: The group",
        "title: \"The\\ngroup\"",
        "12 form.sections[0].title: This has to be one line."
    )]
    [InlineData(
        "title: The group",
        "title: \"The \\a group\"",
        "12 form.sections[0].title: The text holds a character that cannot be shown. Take it out."
    )]
    [InlineData(
        "title: The group",
        "title: { en: The group, bangla: দল }",
        "12 form.sections[0].title.bangla: bangla is not the tag of a language, such as en, bn or pt-BR."
    )]
    [InlineData(
        "title: The group",
        "title: { en: The group, bn: [দল] }",
        "12 form.sections[0].title.bn: A text is needed here."
    )]
    [InlineData(
        "title: The group",
        "title: { en: The group, pt-BR: O grupo, pt-br: O grupo }",
        "12 form.sections[0].title.pt-br: pt-br stands here a second time; the first is in line 12."
    )]
    [InlineData(
        "label: Grade",
        "label: Grade, required: on",
        "16 form.sections[0].questions[2].required: Write true or false here."
    )]
    public void A_value_of_the_wrong_kind_is_named(string old, string changed, string problem) =>
        OneProblem(With(old, changed)).ShouldBe(problem);

    [Theory]
    [InlineData(
        "slug: partner",
        "slug: Our Partner",
        "3 slug: Our Partner cannot stand in an address. Use small letters, digits and single hyphens, beginning with a letter."
    )]
    [InlineData(
        "key: grade",
        "key: 'the grade'",
        "16 form.sections[0].questions[2].key: the grade cannot be a key. A key begins with a small letter; letters, digits and hyphens follow."
    )]
    [InlineData(
        "referencePrefix: UMB",
        "referencePrefix: umb",
        "5 referencePrefix: umb cannot be the prefix of a reference. Use two to eight capital letters and digits, beginning with a letter."
    )]
    [InlineData(
        "referencePrefix: UMB",
        "referencePrefix: UMBRELLAS",
        "5 referencePrefix: The text is longer than 8 characters."
    )]
    [InlineData(
        "term:",
        "contacts: [{ role: Staff, email: staff }]\nterm:",
        "20 contacts[0].email: staff is not an e-mail address."
    )]
    [InlineData(
        "term:",
        "contacts: [{ role: Staff, web: example.org }]\nterm:",
        "20 contacts[0].web: example.org is not a web address. It begins with https:// or http://."
    )]
    [InlineData(
        "term:",
        "contacts: [{ role: Staff }]\nterm:",
        "20 contacts[0]: A contact needs an email, a web address or a text."
    )]
    public void A_text_of_the_wrong_form_is_named(string old, string changed, string problem) =>
        OneProblem(With(old, changed)).ShouldBe(problem);

    [Theory]
    [InlineData("slug: partner\n", "", "1 slug: slug is missing.")]
    [InlineData("banyan: program/1\n", "", "1 banyan: banyan is missing.")]
    [InlineData("title: A look, ", "", "18 stages[0].title: title is missing.")]
    [InlineData(
        "label: Grade ",
        "help: Of a school ",
        "16 form.sections[0].questions[2].label: label is missing."
    )]
    [InlineData(
        "{ wholeWeeks: 4, waitingClosesAfterWeeks: 3 }",
        "{ wholeWeeks: 4 }",
        "19 clocks.waitingClosesAfterWeeks: waitingClosesAfterWeeks is missing."
    )]
    [InlineData(
        "{ staff: {} }",
        "{ lazyConsensus: { for: 3, withinDays: 10 } }",
        "18 stages[0].rule.lazyConsensus.discussionBusinessDays: discussionBusinessDays is missing."
    )]
    public void What_is_missing_is_named_where_it_belongs(
        string old,
        string changed,
        string problem
    ) => OneProblem(With(old, changed)).ShouldBe(problem);

    [Theory]
    [InlineData(
        "term: { months: 12 }",
        "term: { month: 12, months: 12 }",
        "20 term.month: The key month is not known here. Known keys are: months, endsWithEdition, open, text. Did you mean months?"
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 12, colour: red }",
        "20 term.colour: The key colour is not known here. Known keys are: months, endsWithEdition, open, text."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 12, Text: Long }",
        "20 term.Text: The key Text is not known here. Known keys are: months, endsWithEdition, open, text. Did you mean text?"
    )]
    [InlineData(
        "{ staff: {} }",
        "{ quickly: {} }",
        "18 stages[0].rule.quickly: The key quickly is not known here. Known keys are: lazyConsensus, majority, shareFor, noObjection, staff."
    )]
    public void A_key_that_is_not_known_is_named_with_the_nearest(
        string old,
        string changed,
        string problem
    ) => Problems(With(old, changed))[0].ShouldBe(problem);

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_their_lines()
    {
        var text = With("state: open", "state: opne")
            .Replace("months: 12", "months: 0", StringComparison.Ordinal)
            .Replace("slug: partner\n", "", StringComparison.Ordinal);
        Problems(text)
            .Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["1 slug", "6 state", "19 term.months"]);
    }

    [Fact]
    public void A_problem_is_shown_with_file_and_line() =>
        Banyan
            .Partnering.Programs.Files.ProgramFile.Read(With("slug: partner\n", ""), "small.yaml")
            .Lines.ShouldBe(["small.yaml:1: slug: slug is missing."]);
}
