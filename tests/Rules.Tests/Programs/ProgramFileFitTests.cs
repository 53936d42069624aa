using static Banyan.Rules.Tests.Programs.SmallProgram;

namespace Banyan.Rules.Tests.Programs;

/// <summary>What reads well by itself and does not fit the rest of the file.</summary>
public sealed class ProgramFileFitTests
{
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
        "16 form.sections[0].questions[2].showIf.question: Only a question with choices or a yes/no question can decide whether another question is shown."
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
        "16 form.sections[0].questions[2].options: Only a question of type choice or choices has options."
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

    [Fact]
    public void A_condition_on_the_first_question_has_no_question_to_name() =>
        OneProblem(With("label: Title", "label: Title, showIf: { question: knd, anyOf: [club] }"))
            .ShouldBe(
                "14 form.sections[0].questions[0].showIf.question: There is no question knd before this one."
            );

    [Theory]
    [InlineData(
        "type: shortText, means: title",
        "type: shortText, means: date",
        "14 form.sections[0].questions[0].means: A question with this meaning needs another type."
    )]
    [InlineData(
        "type: shortText, means: title",
        "type: shortText, min: 1",
        "14 form.sections[0].questions[0].min: min and max are only for questions of type number, percent or choices."
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
        "18 stages[0].rule: Exactly one of these keys is needed here: lazyConsensus, majority, shareFor, noObjection, staff."
    )]
    [InlineData(
        "rule: { staff: {} }",
        "rule: {}",
        "18 stages[0].rule: Exactly one of these keys is needed here: lazyConsensus, majority, shareFor, noObjection, staff."
    )]
    [InlineData(
        "kind: preReview, title: A look, team: staff, rule: { staff: {} }",
        "kind: review, title: A look, team: staff",
        "18 stages[0]: A review needs a rule by which the team decides."
    )]
    [InlineData(
        "waitingClosesAfterWeeks: 3",
        "waitingClosesAfterWeeks: 3, firstLookDays: 20, decisionDays: 9",
        "19 clocks.wholeWeeks: The days of the first look and of the decision are together longer than the whole."
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
        "20 decision.outcomes[1]: tabled is not known here. Allowed are: approved, approvedWithConditions, approvedOnTrial, declined."
    )]
    [InlineData(
        "term:",
        "report: { required: false, questions: [{ key: a, type: shortText, label: A, means: title }] }\nterm:",
        "20 report.questions[0].means: Only a question of the form can have a meaning."
    )]
    [InlineData(
        "term:",
        "cannedQuestions: [{ key: a, title: A, text: A, fields: [titel] }]\nterm:",
        "20 cannedQuestions[0].fields[0]: No question of the form is called titel. Did you mean title?"
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
        "20 letters.approved.body: {nme} is not a placeholder. Known are: {name}, {title}, {reference}, {community}, {organisation}, {program}, {partnerPage}, {until}, {term}, {conditions}, {conditionsBy}, {reasons}, {advice}, {againFrom}, {next}. Did you mean name?"
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
                "20 letters.aproved: The key aproved is not known here. Known keys are: received, approved, approvedWithConditions, approvedOnTrial, declined. Did you mean approved?"
            );

    [Theory]
    [InlineData(
        "state: open",
        "state: inRounds",
        "7 state: A program that runs in rounds says when they open and close: rounds is missing."
    )]
    [InlineData(
        "unit: community",
        "unit: edition",
        "8 unit: A partnership for one edition needs an edition."
    )]
    [InlineData(
        "term: { months: 12 }",
        "term: { endsWithEdition: true }",
        "20 term.endsWithEdition: The edition’s last day is missing, with which the term would end."
    )]
    [InlineData(
        "state: open",
        "state: open\nstateUntil: 2030-01-01",
        "8 stateUntil: Only a paused program has a day until which it lasts."
    )]
    [InlineData(
        "unit: community",
        "unit: community\nedition: { key: 2030, title: A }",
        "9 edition.key: A text is needed here. If 2030 is meant as text, put it between quotes."
    )]
    [InlineData(
        "unit: community",
        "unit: community\nedition: { key: \"2030\", title: A, firstDay: 2030-02-30 }",
        "9 edition.firstDay: A day is needed here, written as 2026-09-18."
    )]
    [InlineData(
        "unit: community",
        "unit: community\nedition: { key: \"2030\", title: A, firstDay: 2030-03-02, lastDay: 2030-03-01 }",
        "9 edition.lastDay: The last day lies before the first."
    )]
    [InlineData(
        "unit: community",
        "unit: community\nchapters: [{ key: a, title: A }]",
        "9 chapters[0]: A chapter needs a text or points."
    )]
    [InlineData(
        "unit: community",
        "unit: community\nrounds: [{ key: a, title: A, opens: 2030-01-01, closes: 2030-02-01 }, { key: b, title: B, opens: 2030-02-01, closes: 2030-03-01 }]",
        "9 rounds[1].opens: A round opens after the one before it has closed."
    )]
    [InlineData(
        "label: Grade",
        "label: Grade, approximate: true",
        "16 form.sections[0].questions[2].approximate: Only a date can be approximate."
    )]
    public void Editions_rounds_and_days_fit_together(string old, string changed, string problem) =>
        SmallProgram.OneProblem(SmallProgram.With(old, changed)).ShouldBe(problem);
}
