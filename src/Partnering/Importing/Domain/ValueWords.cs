using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>What the words of a file mean where only a few answers are possible.</summary>
internal static class ValueWords
{
    private static readonly (string Word, PastOutcome Outcome)[] Outcomes =
    [
        ("approved", PastOutcome.Approved),
        ("accepted", PastOutcome.Approved),
        ("declined", PastOutcome.Declined),
        ("rejected", PastOutcome.Declined),
        ("denied", PastOutcome.Declined),
        ("withdrawn", PastOutcome.Withdrawn),
        ("closed", PastOutcome.Closed),
    ];

    /// <summary>What the map says about a value; null where it says nothing.</summary>
    public static string? Of(ColumnMap map, string cell) =>
        map.Values is { } values && values.TryGetValue(cell, out var meant) ? meant : null;

    /// <summary>The option, or yes or no, that a value names by its key or its label; null where it names none.</summary>
    public static string? Guess(Question question, string cell)
    {
        var said = SameSubject.Fold(cell);
        if (question.Type == QuestionType.YesNo)
            return said switch
            {
                "YES" or "Y" or "TRUE" => "yes",
                "NO" or "N" or "FALSE" => "no",
                _ => null,
            };
        return question
            .Options.FirstOrDefault(option =>
                SameSubject.Fold(option.Key) == said
                || SameSubject.Fold(option.Label.ToString()) == said
            )
            ?.Key;
    }

    /// <summary>The outcome that a word of the file is usually meant as; null where nobody can know.</summary>
    public static PastOutcome? GuessOutcome(string cell)
    {
        var said = SameSubject.Fold(cell);
        foreach (var (word, outcome) in Outcomes)
            if (SameSubject.Fold(word) == said)
                return outcome;
        return null;
    }
}
