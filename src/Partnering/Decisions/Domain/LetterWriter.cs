using System.Globalization;
using System.Text;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What a letter is written from: the decision, the organisation's words, and the names of all concerned.</summary>
internal sealed record LetterFacts
{
    public required Decision Decision { get; init; }
    public required ProgramDefinition Program { get; init; }
    public required CultureInfo Culture { get; init; }

    /// <summary>The day in the organisation's zone: a partnership begins on it.</summary>
    public required LocalDate Today { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string Name { get; init; }
    public required string Community { get; init; }
    public required string Organisation { get; init; }
    public required string PartnerPage { get; init; }
    public required string ApplicationPage { get; init; }
    public required IReadOnlyList<Addressee> Recipients { get; init; }
}

/// <summary>Fills the organisation's template: the one way in which the text comes about, for the preview and for the mail.</summary>
internal static class LetterWriter
{
    public static LetterText Write(LetterFacts facts)
    {
        var approved = facts.Decision.Outcome == DecisionOutcome.Approved;
        var from = approved ? facts.Today : default(LocalDate?);
        var until = approved
            ? facts.Program.Term.LastDay(facts.Today, facts.Program.Edition)
            : default(LocalDate?);
        var (subject, body) = Template(facts, approved);
        var next = approved
            ? until is { } last
                ? Fill(facts.Culture, Texts.ApprovedNext, Day(last, facts.Culture))
                : Texts.ApprovedNextOpen
            : Fill(facts.Culture, Texts.DeclinedNext, Day(AgainFrom(facts), facts.Culture));
        var values = Values(facts, approved, until, next);
        var open = new List<string>();
        var text = Fill(body, values, open);
        return new LetterText(
            facts.Culture.TwoLetterISOLanguageName,
            Kernel.Text.Typed.OneLine(Fill(subject, values, open)),
            [
                .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                    .Select(paragraph => paragraph.Trim('\n', ' '))
                    .Where(paragraph => paragraph.Length > 0),
            ],
            LetterPlaceholders.In(body).Contains("next") ? null : next,
            approved ? Texts.ButtonPartnerPage : Texts.ButtonApplication,
            approved ? facts.PartnerPage : facts.ApplicationPage,
            from,
            until,
            facts.Recipients,
            [.. open.Distinct()]
        );
    }

    /// <summary>True where the program's letter of a decline has a place for advice, which then must be written.</summary>
    public static bool AsksForAdvice(ProgramDefinition program, CultureInfo culture) =>
        program.Letters.TryGetValue("declined", out var template)
        && LetterPlaceholders.In(template.Body.In(culture)).Contains("advice");

    private static (string Subject, string Body) Template(LetterFacts facts, bool approved)
    {
        if (facts.Program.Letters.TryGetValue(approved ? "approved" : "declined", out var template))
            return (template.Subject.In(facts.Culture), template.Body.In(facts.Culture));
        return approved
            ? (Texts.DefaultApprovedSubject, Texts.DefaultApprovedBody)
            : (Texts.DefaultDeclinedSubject, Texts.DefaultDeclinedBody);
    }

    private static Dictionary<string, string> Values(
        LetterFacts facts,
        bool approved,
        LocalDate? until,
        string next
    ) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = facts.Name,
            ["title"] = facts.Title,
            ["reference"] = facts.Reference,
            ["community"] = facts.Community,
            ["organisation"] = facts.Organisation,
            ["program"] = facts.Program.Name.In(facts.Culture),
            ["partnerPage"] = approved ? facts.PartnerPage : "",
            ["until"] =
                until is { } day ? Day(day, facts.Culture)
                : approved ? Texts.UntilOpen
                : "",
            ["reasons"] = Reasons(facts),
            ["advice"] = facts.Decision.Advice,
            ["againFrom"] =
                facts.Decision.Outcome == DecisionOutcome.Declined
                    ? Day(AgainFrom(facts), facts.Culture)
                    : "",
            ["next"] = next,
        };

    private static string Reasons(LetterFacts facts) =>
        string.Join(
            '\n',
            facts
                .Program.Criteria.SelectMany(criterion =>
                    facts
                        .Decision.Reasons.Where(reason => reason.Criterion == criterion.Key)
                        .Select(reason => (criterion, reason))
                )
                .Select(pair =>
                    Fill(
                        facts.Culture,
                        Texts.Reason,
                        pair.criterion.Text.In(facts.Culture),
                        pair.reason.Words
                    )
                )
        );

    private static LocalDate AgainFrom(LetterFacts facts) =>
        facts.Decision.AgainFrom is { } day && day > facts.Today ? day : facts.Today;

    /// <summary>Fills in one pass, so that braces in somebody's words are never taken for a placeholder.</summary>
    private static string Fill(
        string template,
        Dictionary<string, string> values,
        List<string> open
    )
    {
        var filled = new StringBuilder(template.Length * 2);
        for (var at = 0; at < template.Length; at++)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0)
            {
                filled.Append(template[at]);
                continue;
            }
            var name = template[(at + 1)..end];
            if (values.TryGetValue(name, out var value) && value.Length > 0)
                filled.Append(value);
            else
            {
                open.Add(name);
                filled.Append('{').Append(name).Append('}');
            }
            at = end;
        }
        return filled.ToString();
    }

    private static string Day(LocalDate day, CultureInfo culture) =>
        day.ToString(Texts.LongDay, culture);

    private static string Fill(CultureInfo culture, string text, params object[] values) =>
        string.Format(culture, text, values);
}
