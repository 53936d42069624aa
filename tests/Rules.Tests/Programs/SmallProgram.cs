using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;

namespace Banyan.Rules.Tests.Programs;

/// <summary>The smallest file that reads clean, and changes to it.</summary>
internal static class SmallProgram
{
    /// <summary>21 lines; tests name their numbers.</summary>
    public const string Text = """
        banyan: program/1
        organisation: umbrella
        slug: partner
        name: Partner
        referencePrefix: UMB
        summary: For groups.
        state: open
        unit: community
        form:
          sections:
            - key: group
              title: The group
              questions:
                - { key: title, type: shortText, means: title, label: Title }
                - { key: kind, type: choice, label: Kind, options: [{ key: club, label: Club }, { key: school, label: School }] }
                - { key: grade, type: number, label: Grade }
        stages:
          - { key: look, kind: preReview, title: A look, team: staff, rule: { staff: {} } }
        clocks: { wholeWeeks: 4, waitingClosesAfterWeeks: 3 }
        term: { months: 12 }

        """;

    public static ProgramDefinition Read() =>
        ProgramFile.Read(Text, "small.yaml").Definition.ShouldNotBeNull();

    public static string With(string old, string changed)
    {
        Text.ShouldContain(old, Case.Sensitive);
        return Text.Replace(old, changed, StringComparison.Ordinal);
    }

    /// <summary>The problems as "line path: text".</summary>
    public static IReadOnlyList<string> Problems(string text) =>
        [
            .. ProgramFile
                .Read(text, "small.yaml")
                .Problems.Select(problem => $"{problem.Line} {problem.Path}: {problem.Text}"),
        ];

    public static string OneProblem(string text) => Problems(text).ShouldHaveSingleItem();
}
