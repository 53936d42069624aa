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
        "16 form.sections[0].questions[2].type: figure is not known here. Allowed are: shortText, longText, email, webAddress, date, number, percent, choice, yesNo, place."
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
        "20 term: Keys with values are needed here. Known keys are: months, text."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: [12]",
        "20 term: Keys with values are needed here. Known keys are: months, text."
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
        "20 term.month: The key month is not known here. Known keys are: months, text. Did you mean months?"
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 12, colour: red }",
        "20 term.colour: The key colour is not known here. Known keys are: months, text."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { months: 12, Text: Long }",
        "20 term.Text: The key Text is not known here. Known keys are: months, text. Did you mean text?"
    )]
    [InlineData(
        "{ staff: {} }",
        "{ majority: {} }",
        "18 stages[0].rule.majority: The key majority is not known here. Known keys are: lazyConsensus, staff."
    )]
    public void A_key_that_is_not_known_is_named_with_the_nearest(
        string old,
        string changed,
        string problem
    ) => Problems(With(old, changed))[0].ShouldBe(problem);

    [Theory]
    [InlineData(
        "unit: community",
        "unit: community\nstate: closed",
        "9 state: The key state stands here a second time; the first is in line 7."
    )]
    [InlineData(
        "key: grade",
        "key: kind",
        "16 form.sections[0].questions[2].key: kind stands here a second time; the first is in line 15."
    )]
    [InlineData(
        "key: school",
        "key: club",
        "15 form.sections[0].questions[1].options[1].key: club stands here a second time; the first is in line 15."
    )]
    [InlineData(
        "label: Grade",
        "label: Grade, means: title",
        "16 form.sections[0].questions[2].means: title stands here a second time; the first is in line 14."
    )]
    [InlineData(
        "term:",
        "criteria: [{ key: a, text: A. }, { key: a, text: B. }]\nterm:",
        "20 criteria[1].key: a stands here a second time; the first is in line 20."
    )]
    [InlineData(
        "term:",
        "clauses: [{ key: a, summary: A., text: A. }, { key: a, summary: B., text: B. }]\nterm:",
        "20 clauses[1].key: a stands here a second time; the first is in line 20."
    )]
    [InlineData(
        "term:",
        "eligibility:\n  - { key: a, text: A?, qualifies: true, wayForward: B. }\n  - { key: a, text: A?, qualifies: true, wayForward: B. }\nterm:",
        "22 eligibility[1].key: a stands here a second time; the first is in line 21."
    )]
    public void What_stands_twice_is_named_with_the_first(
        string old,
        string changed,
        string problem
    )
    {
        var problems = Problems(With(old, changed));
        problems.ShouldContain(problem);
    }

    [Fact]
    public void A_question_may_not_have_the_key_of_one_in_another_section()
    {
        var text = With(
            "stages:",
            "    - key: more\n      title: More\n      questions: [{ key: grade, type: number, label: Again }]\nstages:"
        );
        OneProblem(text)
            .ShouldBe(
                "19 form.sections[1].questions[0].key: grade stands here a second time; the first is in line 16."
            );
    }

    [Theory]
    [InlineData(
        "showIf: { question: knd, anyOf: [club] }",
        "16 form.sections[0].questions[2].showIf.question: There is no question knd before this one. Did you mean kind?"
    )]
    [InlineData(
        "showIf: { question: grade, anyOf: [club] }",
        "16 form.sections[0].questions[2].showIf.question: The question grade does not come before this one, so its answer is not known yet."
    )]
    [InlineData(
        "showIf: { question: title, anyOf: [club] }",
        "16 form.sections[0].questions[2].showIf.question: Only a choice or a yes/no question can decide whether another question is shown."
    )]
    [InlineData(
        "showIf: { question: kind, anyOf: [clup] }",
        "16 form.sections[0].questions[2].showIf.anyOf[0]: clup is not an answer to that question. Its answers are: club, school. Did you mean club?"
    )]
    [InlineData(
        "showIf: { question: kind, anyOf: [] }",
        "16 form.sections[0].questions[2].showIf.anyOf: At least 1 is needed here."
    )]
    [InlineData(
        "options: [{ key: a, label: A }]",
        "16 form.sections[0].questions[2].options: Only a question of type choice has options."
    )]
    [InlineData(
        "maxLength: 5",
        "16 form.sections[0].questions[2].maxLength: maxLength is only for questions that are answered with a text."
    )]
    [InlineData("min: 5, max: 4", "16 form.sections[0].questions[2].min: min is greater than max.")]
    [InlineData(
        "retention: 24",
        "16 form.sections[0].questions[2].retention: Keys with values are needed here. Known keys are: months."
    )]
    public void A_question_that_does_not_fit_is_named(string more, string problem) =>
        OneProblem(With("label: Grade", $"label: Grade, {more}")).ShouldBe(problem);

    [Theory]
    [InlineData(
        "type: shortText, means: title",
        "type: shortText, means: date",
        "14 form.sections[0].questions[0].means: A question with this meaning needs another type."
    )]
    [InlineData(
        "type: shortText, means: title",
        "type: shortText, min: 1",
        "14 form.sections[0].questions[0].min: min and max are only for questions of type number or percent."
    )]
    [InlineData(
        ", options: [{ key: club, label: Club }, { key: school, label: School }]",
        "",
        "15 form.sections[0].questions[1]: A choice needs at least two options."
    )]
    [InlineData(
        "label: Club",
        "label: Club, undated: true",
        "15 form.sections[0].questions[1].options: Only an option of the question that means kind can be undated."
    )]
    [InlineData(
        "rule: { staff: {} }",
        "rule: { staff: {}, lazyConsensus: { for: 1, withinDays: 1, discussionBusinessDays: 1 } }",
        "18 stages[0].rule: Exactly one of these keys is needed here: lazyConsensus, staff."
    )]
    [InlineData(
        "rule: { staff: {} }",
        "rule: {}",
        "18 stages[0].rule: Exactly one of these keys is needed here: lazyConsensus, staff."
    )]
    [InlineData(
        "kind: preReview, title: A look, team: staff, rule: { staff: {} }",
        "kind: review, title: A look, team: staff",
        "18 stages[0]: A review needs a rule by which the team decides."
    )]
    [InlineData(
        "waitingClosesAfterWeeks: 3",
        "waitingClosesAfterWeeks: 3, remindAtWeeks: [3]",
        "19 clocks.remindAtWeeks: Reminders come one after the other, each before the week in which waiting closes the case."
    )]
    [InlineData(
        "waitingClosesAfterWeeks: 3",
        "waitingClosesAfterWeeks: 3, remindAtWeeks: [2, 1]",
        "19 clocks.remindAtWeeks: Reminders come one after the other, each before the week in which waiting closes the case."
    )]
    [InlineData(
        "state: open",
        "state: paused",
        "7 state: A paused program says why: stateReason is missing."
    )]
    [InlineData(
        "term:",
        "window: { latestWeeksBefore: 6 }\nterm:",
        "20 window.latestWeeksBefore: The window counts from the date, but no question of the form means date."
    )]
    [InlineData(
        "term:",
        "window: { firstTimeWeeksBefore: 6 }\nterm:",
        "20 window.firstTimeWeeksBefore: No question of the form means firstTime, so nobody could be asked to apply earlier."
    )]
    [InlineData(
        "term:",
        "benefits: [{ key: a, kind: posts, title: A, quantity: 2 }]\nterm:",
        "20 benefits[0]: quantity and unit belong together; one of them is missing."
    )]
    [InlineData(
        "term:",
        "decision: { outcomes: [approved, tabled] }\nterm:",
        "20 decision.outcomes[1]: tabled is not known here. Allowed are: approved, declined."
    )]
    [InlineData(
        "term:",
        "report: { required: false, questions: [{ key: a, type: shortText, label: A, means: title }] }\nterm:",
        "20 report.questions[0].means: Only a question of the form can have a meaning."
    )]
    [InlineData("stages:\n", "stages: []\nleaving:\n", "17 stages: At least 1 is needed here.")]
    public void What_does_not_fit_together_is_named(string old, string changed, string problem) =>
        Problems(With(old, changed))[0].ShouldStartWith(problem);

    [Theory]
    [InlineData(
        "latestWeeksBefore: 6, firstTimeWeeksBefore: 4",
        "window.firstTimeWeeksBefore: Those who apply for the first time are asked to apply earlier than the others, not later."
    )]
    [InlineData(
        "latestWeeksBefore: 6, earliestMonthsBefore: 1",
        "window.earliestMonthsBefore: The window would close before it opens."
    )]
    public void A_window_that_cannot_be_kept_is_named(string window, string problem)
    {
        var dated =
            "label: Grade }\n        - { key: date, type: date, means: date, label: Date }\n        - { key: first, type: yesNo, means: firstTime, label: First }";
        OneProblem(With("label: Grade }", dated) + $"window: {{ {window} }}\n")
            .ShouldBe($"23 {problem}");
    }

    [Theory]
    [InlineData(
        "Hello {nme}",
        "20 letters.approved.body: {nme} is not a placeholder. Known are: {name}, {title}, {reference}, {community}, {organisation}, {program}, {partnerPage}, {until}, {reasons}, {advice}, {againFrom}, {next}. Did you mean name?"
    )]
    [InlineData(
        "Hello {name",
        "20 letters.approved.body: The brace { stands alone. Braces are only used around a placeholder, such as {name}."
    )]
    [InlineData(
        "Hello name}",
        "20 letters.approved.body: The brace } stands alone. Braces are only used around a placeholder, such as {name}."
    )]
    public void A_letter_with_a_placeholder_that_nothing_fills_is_named(
        string body,
        string problem
    ) =>
        OneProblem(
                With("term:", $"letters: {{ approved: {{ subject: Yes, body: '{body}' }} }}\nterm:")
            )
            .ShouldBe(problem);

    [Fact]
    public void A_letter_for_an_occasion_that_does_not_exist_is_named() =>
        OneProblem(With("term:", "letters: { aproved: { subject: Yes, body: Yes } }\nterm:"))
            .ShouldBe(
                "20 letters.aproved: The key aproved is not known here. Known keys are: received, approved, declined. Did you mean approved?"
            );

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
