using System.Text;

namespace Banyan.Security.Tests.Matrix;

/// <summary>A small program with an answer for each kind of reader, and a vote of two.</summary>
internal static class WorldProgram
{
    public const string WorkGroup = "work-group";
    public const string Criterion = "good";
    public const string Section = "group";

    public static string Slug(string organisation) => $"{organisation}-partner";

    public static byte[] Of(string organisation) =>
        Encoding.UTF8.GetBytes(
            $$$"""
            banyan: program/1
            organisation: {{{organisation}}}
            slug: {{{Slug(organisation)}}}
            name: Partner of {{{organisation}}}
            referencePrefix: {{{organisation[..3].ToUpperInvariant()}}}
            summary: For groups.
            state: open
            unit: community
            form:
              sections:
                - key: {{{Section}}}
                  title: The group
                  questions:
                    - { key: title, type: shortText, means: title, label: Title, visibility: reviewers }
                    - { key: kind, type: choice, means: kind, label: Kind, options: [{ key: club, label: Club }, { key: school, label: School }] }
                    - { key: for-all, type: shortText, label: For all, visibility: public }
                    - { key: for-reviewers, type: longText, label: For reviewers, visibility: reviewers }
                    - { key: for-staff, type: longText, label: For staff, visibility: staff }
            criteria:
              - { key: {{{Criterion}}}, text: It is good. }
            clauses:
              - { key: honest, summary: Be honest., text: We are honest. }
            stages:
              - { key: look, kind: preReview, title: A look, team: staff, rule: { staff: {} } }
              - { key: vote, kind: review, title: The vote, team: {{{WorkGroup}}}, rule: { lazyConsensus: { for: 2, withinDays: 7, discussionBusinessDays: 3 } } }
              - { key: ask, kind: consultation, title: The board, team: board }
            clocks: { wholeWeeks: 4, waitingClosesAfterWeeks: 3 }
            letters:
              approved: { subject: "{reference}", body: "Welcome until {until}. {next}" }
              declined: { subject: "{reference}", body: "No. {reasons} {advice} {next}" }
            term: { months: 12 }

            """
        );
}
