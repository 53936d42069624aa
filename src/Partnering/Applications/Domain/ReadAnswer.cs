using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What an answer means, or what is wrong with it and what to do.</summary>
/// <param name="Value">Canonical text: ISO date, whole web address, digits; null with a problem or when empty.</param>
/// <param name="Shown">As people read it back.</param>
internal sealed record AnswerReading(string? Value, string Shown, string? Problem)
{
    public static readonly AnswerReading Empty = new(null, "", null);
}

/// <summary>Reads what was typed under a question. The typed text itself is never changed.</summary>
internal static class ReadAnswer
{
    private const int ShortMost = 200;
    private const int LongMost = 5000;

    /// <param name="complete">True when a missing answer to a required question is a problem: at checking and sending, not while the draft grows.</param>
    public static AnswerReading Of(
        Question question,
        string? typed,
        LocalDate today,
        CultureInfo culture,
        bool complete,
        bool undated = false
    )
    {
        var text = (typed ?? "").Trim();
        if (
            text.Length == 0
            || question.Type is QuestionType.Date or QuestionType.Choices
                && text.All(letter => letter is '|' or ' ')
        )
        {
            var missing =
                complete && question.Required && !(undated && question.Means == Meaning.Date);
            return missing
                ? Wrong(text, Fill(culture, Texts.AnswerMissing, question.Label.In(culture)))
                : AnswerReading.Empty;
        }
        return question.Type switch
        {
            QuestionType.ShortText or QuestionType.Place => Words(
                text,
                question.MaxLength ?? ShortMost,
                culture
            ),
            QuestionType.LongText => Words(text, question.MaxLength ?? LongMost, culture),
            QuestionType.Email => Email(text),
            QuestionType.WebAddress => Web(text),
            QuestionType.Date => Date(text, question.Approximate, today, culture),
            QuestionType.Number => Number(
                text,
                question.Min ?? 0,
                question.Max ?? 10_000_000,
                "",
                culture
            ),
            QuestionType.Percent => Number(
                text.TrimEnd('%', ' '),
                question.Min ?? 0,
                question.Max ?? 100,
                "%",
                culture,
                text
            ),
            QuestionType.Choice => question.Options.FirstOrDefault(option => option.Key == text)
                is { } option
                ? new AnswerReading(option.Key, option.Label.In(culture), null)
                : Wrong(text, Texts.AnswerChoose),
            QuestionType.Choices => Several(question, text, culture),
            QuestionType.YesNo => text switch
            {
                "yes" => new AnswerReading("yes", Texts.Yes, null),
                "no" => new AnswerReading("no", Texts.No, null),
                _ => Wrong(text, Texts.AnswerYesOrNo),
            },
        };
    }

    /// <summary>Is the question asked at all, given the other answers?</summary>
    public static bool IsAsked(Question question, Func<string, string?> answer) =>
        question.ShowIf is not { } condition
        || answer(condition.Question) is { } given && condition.AnyOf.Any(Ticked(given).Contains);

    /// <summary>The options that were ticked, of an answer that keeps them with bars between.</summary>
    public static IReadOnlyList<string> Ticked(string typed) =>
        typed.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static AnswerReading Several(Question question, string text, CultureInfo culture)
    {
        var ticked = Ticked(text);
        var chosen = question.Options.Where(option => ticked.Contains(option.Key)).ToList();
        if (ticked.Any(key => chosen.TrueForAll(option => option.Key != key)))
            return Wrong(text.Replace('|', ' '), Texts.AnswerChooseAmong);
        var shown = string.Join('\n', chosen.Select(option => option.Label.In(culture)));
        return question.Min is { } least && chosen.Count < least
                ? Wrong(shown, Fill(culture, Texts.AnswerTooFew, least))
            : question.Max is { } most && chosen.Count > most
                ? Wrong(shown, Fill(culture, Texts.AnswerTooMany, most, chosen.Count))
            : new AnswerReading(string.Join('|', chosen.Select(option => option.Key)), shown, null);
    }

    private static AnswerReading Words(string text, int most, CultureInfo culture) =>
        text.Length <= most
            ? new AnswerReading(text, text, null)
            : Wrong(text, Fill(culture, Texts.AnswerTooLong, most, text.Length));

    private static AnswerReading Email(string text) =>
        EmailAddress.TryParse(text, out var email, out var problem)
            ? new AnswerReading(email.ToString(), email.ToString(), null)
            : Wrong(text, problem.Sentence());

    private static AnswerReading Web(string text) =>
        WebAddress.TryRead(text, out var address, out var problem)
            ? new AnswerReading(address.Canonical, address.Link, null)
            : Wrong(text, problem.Sentence());

    private static AnswerReading Date(
        string text,
        bool approximate,
        LocalDate today,
        CultureInfo culture
    )
    {
        var parts = text.Split('|');
        if (
            approximate
            && TypedDate.TryReadMonth(
                parts[0],
                parts.ElementAtOrDefault(1),
                parts.ElementAtOrDefault(2),
                out var month
            )
        )
            return new AnswerReading(
                AnswerDay.Of(month),
                DateInWords.InWords(month, today, culture),
                null
            );
        var read = TypedDate.TryRead(
            parts[0],
            parts.ElementAtOrDefault(1),
            parts.ElementAtOrDefault(2),
            out var date,
            out var problem
        );
        return read
            ? new AnswerReading(
                date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                DateInWords.InWords(date, today, culture),
                null
            )
            : Wrong(text, problem!.Sentence(culture));
    }

    private static AnswerReading Number(
        string text,
        int least,
        int most,
        string unit,
        CultureInfo culture,
        string? typed = null
    )
    {
        var digits = string.Concat(
            text.Where(letter => letter is not (' ' or ',' or '\u00A0' or '\u202F'))
                .Select(letter =>
                    CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit
                        ? (char)('0' + digit)
                        : letter
                )
        );
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Wrong(typed ?? text, Texts.AnswerNotANumber);
        return number >= least && number <= most
            ? new AnswerReading(
                number.ToString(CultureInfo.InvariantCulture),
                number.ToString("N0", culture) + unit,
                null
            )
            : Wrong(typed ?? text, Fill(culture, Texts.AnswerOutOfRange, least, most));
    }

    private static AnswerReading Wrong(string text, string problem) => new(null, text, problem);

    private static string Fill(CultureInfo culture, string text, params object[] values) =>
        string.Format(culture, text, values);
}
