using Banyan.Partnering.Programs.Domain;

namespace Banyan.Rules.Tests.Programs;

public sealed class EligibilityQuizTests
{
    private static readonly ProgramDefinition s_program = ProgramFolder.Read(
        "psf-community-partner.yaml"
    );

    [Fact]
    public void The_first_question_comes_first() =>
        After([]).ShouldBe(new QuizStep.Ask(s_program.Eligibility[0], 1, 3));

    [Fact]
    public void A_right_answer_leads_to_the_next_question() =>
        After(new() { ["python"] = true })
            .ShouldBe(new QuizStep.Ask(s_program.Eligibility[1], 2, 3));

    [Fact]
    public void A_wrong_answer_ends_the_quiz_at_once_with_its_way_forward()
    {
        var step = After(new() { ["python"] = true, ["page"] = false })
            .ShouldBeOfType<QuizStep.DoesNotQualify>();
        step.Question.WayForward.ShouldBe(s_program.Eligibility[1].WayForward);
    }

    [Fact]
    public void The_first_of_several_wrong_answers_is_told() =>
        After(new() { ["page"] = false, ["python"] = false })
            .ShouldBe(new QuizStep.DoesNotQualify(s_program.Eligibility[0]));

    [Fact]
    public void A_gap_is_asked_before_later_answers_count() =>
        After(new() { ["page"] = false })
            .ShouldBe(new QuizStep.Ask(s_program.Eligibility[0], 1, 3));

    [Fact]
    public void All_right_answers_qualify() =>
        After(
                new()
                {
                    ["python"] = true,
                    ["page"] = true,
                    ["conduct"] = true,
                    ["else"] = false,
                }
            )
            .ShouldBe(new QuizStep.Qualifies());

    [Fact]
    public void A_program_without_questions_lets_everybody_in() =>
        EligibilityQuiz
            .After(SmallProgram.Read(), new Dictionary<string, bool>(StringComparer.Ordinal))
            .ShouldBe(new QuizStep.Qualifies());

    [Fact]
    public void No_can_be_the_answer_that_qualifies()
    {
        EligibilityQuiz
            .After(
                FullProgram.Definition,
                new Dictionary<string, bool>(StringComparer.Ordinal) { ["sold"] = false }
            )
            .ShouldBe(new QuizStep.Qualifies());
        EligibilityQuiz
            .After(
                FullProgram.Definition,
                new Dictionary<string, bool>(StringComparer.Ordinal) { ["sold"] = true }
            )
            .ShouldBe(new QuizStep.DoesNotQualify(FullProgram.Definition.Eligibility[0]));
    }

    private static QuizStep After(Dictionary<string, bool> answers) =>
        EligibilityQuiz.After(s_program, answers);
}
