using System.Globalization;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>The sentences of a letter that follow from its days and from what was decided before.</summary>
internal static class LetterWords
{
    /// <summary>What the reader does now, and until when the partnership runs.</summary>
    public static string Next(LetterFacts facts, LocalDate againFrom)
    {
        var (culture, terms) = (facts.Culture, facts.Decision.Terms);
        if (!facts.Approved)
            return Fill(culture, Texts.DeclinedNext, Day(againFrom, culture));
        if (terms.ConditionsBy is { } by)
            return Fill(culture, Texts.ConditionsNext, Day(by, culture));
        return (facts.Until, terms.LookAgainOn) switch
        {
            ({ } last, null) => Fill(culture, Texts.ApprovedNext, Day(last, culture)),
            (null, null) => Texts.ApprovedNextOpen,
            (_, { } look) => Fill(culture, Texts.ApprovedNextLookAgain, Day(look, culture)),
        };
    }

    /// <summary>From when until when, and when both sides look at it in between.</summary>
    public static string Term(LetterFacts facts)
    {
        var culture = facts.Culture;
        return (facts.Until, facts.Decision.Terms.LookAgainOn) switch
        {
            ({ } last, null) => Fill(culture, Texts.TermUntil, Day(last, culture)),
            (null, null) => Texts.TermOpen,
            ({ } last, { } look) => Fill(
                culture,
                Texts.TermUntilLookAgain,
                Day(last, culture),
                Day(look, culture)
            ),
            (null, { } look) => Fill(culture, Texts.TermOpenLookAgain, Day(look, culture)),
        };
    }

    /// <summary>The subject says at once that this is not the first letter.</summary>
    public static string Heading(LetterFacts facts, string subject) =>
        facts.Revisit?.Kind switch
        {
            RevisitKind.Correction => Fill(facts.Culture, Texts.SubjectCorrection, subject),
            RevisitKind.Appeal => Fill(facts.Culture, Texts.SubjectAppeal, subject),
            null => subject,
        };

    /// <summary>Which letter it takes the place of, and why; null where it is the first one.</summary>
    public static string? WhyAgain(LetterFacts facts) =>
        facts is { Revisit: { } revisit, LetterBefore: { } before, RevisitedOn: { } on }
            ? revisit.Kind switch
            {
                RevisitKind.Correction => Fill(
                    facts.Culture,
                    Texts.WhyCorrection,
                    Day(before, facts.Culture),
                    revisit.Words
                ),
                RevisitKind.Appeal => Fill(
                    facts.Culture,
                    Texts.WhyAppeal,
                    Day(before, facts.Culture),
                    Day(on, facts.Culture)
                ),
            }
            : null;

    public static string Day(LocalDate day, CultureInfo culture)
    {
        var digits = Texts.Digits;
        return string.Concat(
            day.ToString(Texts.LongDay, culture)
                .Select(letter => char.IsAsciiDigit(letter) ? digits[letter - '0'] : letter)
        );
    }

    private static string Fill(CultureInfo culture, string text, params object[] values) =>
        string.Format(culture, text, values);
}
