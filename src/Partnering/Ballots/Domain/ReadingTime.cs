namespace Banyan.Partnering.Ballots.Domain;

/// <summary>How long a case takes a member, by a formula that stands in the guide: the words of its answers at 200 a minute, and two minutes for the vote.</summary>
internal static class ReadingTime
{
    public const int WordsAMinute = 200;
    public const int MinutesACase = 2;

    /// <param name="words">Of the answers of each case.</param>
    public static int Minutes(IReadOnlyCollection<int> words) =>
        words.Count * MinutesACase + (words.Sum() + WordsAMinute - 1) / WordsAMinute;

    public static int WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
