using System.Globalization;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>What a letter is written from: the decision, the organisation's words, and the names of all concerned.</summary>
internal sealed record LetterFacts
{
    public required Decision Decision { get; init; }
    public required ProgramDefinition Program { get; init; }

    /// <summary>That is wished for; the letter is in it as a whole, or in English.</summary>
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

    /// <summary>Why it is decided anew; null where this is the first letter.</summary>
    public Revisit? Revisit { get; init; }

    /// <summary>The days by the organisation's clock on which the letter before left, and on which it was called into question.</summary>
    public LocalDate? LetterBefore { get; init; }
    public LocalDate? RevisitedOn { get; init; }

    /// <summary>The first day of the partnership that stands already; null where there is none.</summary>
    public LocalDate? Began { get; init; }

    public bool Approved => Decision.Outcome.IsApproval;
    public LocalDate? Begins => Approved ? Began ?? Today : null;
    public LocalDate? Until =>
        Begins is { } begins
            ? Decision.Terms.Until ?? Program.Term.LastDay(begins, Program.Edition)
            : null;
}

/// <summary>Fills the organisation's template: the one way in which the text comes about, for the preview and for the mail.</summary>
internal static class LetterWriter
{
    public static LetterText Write(LetterFacts wished)
    {
        var facts = wished with { Culture = CultureInfo.GetCultureInfo(LanguageOf(wished)) };
        // The words of the resources come in the language of whoever asks for them.
        var around = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = facts.Culture;
            return WriteWhole(facts);
        }
        finally
        {
            CultureInfo.CurrentUICulture = around;
        }
    }

    private static string LanguageOf(LetterFacts facts) =>
        LetterLanguages.Whole(
            facts.Program,
            facts.Decision.Outcome.Key,
            facts.Decision.Reasons.Select(reason => reason.Criterion),
            facts.Culture.TwoLetterISOLanguageName
        );

    private static LetterText WriteWhole(LetterFacts facts)
    {
        var approved = facts.Approved;
        var (subject, body) = Template(facts);
        var next = LetterWords.Next(facts, AgainFrom(facts));
        var values = Values(facts, next);
        var open = new List<string>();
        var text = LetterPlaceholders.Fill(body, values, open);
        var heading = LetterWords.Heading(facts, LetterPlaceholders.Fill(subject, values, open));
        List<string> paragraphs =
        [
            .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph => paragraph.Trim('\n', ' '))
                .Where(paragraph => paragraph.Length > 0),
        ];
        if (LetterWords.WhyAgain(facts) is { } why)
            // Behind the greeting, where there is one.
            paragraphs.Insert(paragraphs is [[.., ','], ..] ? 1 : 0, why);
        return new LetterText(
            facts.Culture.TwoLetterISOLanguageName,
            Kernel.Text.Typed.OneLine(heading),
            paragraphs,
            LetterPlaceholders.In(body).Contains("next") ? null : next,
            approved ? Texts.ButtonPartnerPage : Texts.ButtonApplication,
            approved ? facts.PartnerPage : facts.ApplicationPage,
            facts.Begins,
            facts.Until,
            facts.Recipients,
            [.. open.Distinct()]
        );
    }

    /// <summary>True where the program's letter of a decline has a place for advice, which then must be written.</summary>
    public static bool AsksForAdvice(ProgramDefinition program) =>
        program.Letters.TryGetValue("declined", out var template)
        // Its texts in other languages have the same places.
        && LetterPlaceholders.In(template.Body.In(CultureInfo.InvariantCulture)).Contains("advice");

    private static (string Subject, string Body) Template(LetterFacts facts)
    {
        var outcome = facts.Decision.Outcome;
        if (facts.Program.Letters.TryGetValue(outcome.Key, out var template))
            return (template.Subject.In(facts.Culture), template.Body.In(facts.Culture));
        return PlainLetters.Of(outcome);
    }

    private static Dictionary<string, string> Values(LetterFacts facts, string next) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = facts.Name,
            ["title"] = facts.Title,
            ["reference"] = facts.Reference,
            ["community"] = facts.Community,
            ["organisation"] = facts.Organisation,
            ["program"] = facts.Program.Name.In(facts.Culture),
            ["partnerPage"] = facts.Approved ? facts.PartnerPage : "",
            ["until"] =
                facts.Until is { } day ? LetterWords.Day(day, facts.Culture)
                : facts.Approved ? Texts.UntilOpen
                : "",
            ["term"] = facts.Approved ? LetterWords.Term(facts) : "",
            ["conditions"] = string.Join(
                '\n',
                facts.Decision.Terms.Conditions.Select(words =>
                    Fill(facts.Culture, Texts.Condition, words)
                )
            ),
            ["conditionsBy"] = facts.Decision.Terms.ConditionsBy is { } by
                ? LetterWords.Day(by, facts.Culture)
                : "",
            ["reasons"] = Reasons(facts),
            ["advice"] = facts.Decision.Advice,
            ["againFrom"] = facts.Approved ? "" : LetterWords.Day(AgainFrom(facts), facts.Culture),
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

    private static string Fill(CultureInfo culture, string text, params object[] values) =>
        string.Format(culture, text, values);
}
