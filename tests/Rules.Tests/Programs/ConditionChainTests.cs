using System.Globalization;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Programs;

/// <summary>A question that hangs on another, which hangs on a third.</summary>
public sealed class ConditionChainTests
{
    private static readonly ProgramDefinition s_program = Banyan
        .Partnering.Programs.Files.ProgramFile.Read(
            SmallProgram.With(
                "- { key: grade, type: number, label: Grade }",
                """
                - { key: room, type: yesNo, label: A room? }
                        - { key: screen, type: yesNo, label: A screen?, showIf: { question: room, anyOf: ["yes"] } }
                        - { key: size, type: number, label: How large?, required: true, showIf: { question: screen, anyOf: ["yes"] } }
                """
            ),
            "chain.yaml"
        )
        .Definition.ShouldNotBeNull();

    [Theory]
    [InlineData("yes", "yes", "title kind room screen size")]
    [InlineData("yes", "no", "title kind room screen")]
    [InlineData("no", "yes", "title kind room")]
    [InlineData("", "yes", "title kind room")]
    public void What_hangs_on_a_question_that_is_not_asked_is_not_asked(
        string room,
        string screen,
        string asked
    )
    {
        var now = Instant.FromUtc(2030, 1, 1, 0, 0);
        var form = FormState.Of(
            s_program,
            [new Answer("room", room, "Nusrat", now), new Answer("screen", screen, "Nusrat", now)],
            new LocalDate(2030, 1, 1),
            CultureInfo.InvariantCulture,
            complete: true
        );
        form.Questions.Select(state => state.Question.Key).ShouldBe(asked.Split(' '));
        form.Sections.Single().All.Count.ShouldBe(5);
    }
}
