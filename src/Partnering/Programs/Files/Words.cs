using System.Globalization;

namespace Banyan.Partnering.Programs.Files;

internal static class Words
{
    public static string Fill(string template, params object[] parts) =>
        string.Format(CultureInfo.CurrentCulture, template, parts);

    public static string List(IEnumerable<string> words) => string.Join(", ", words);

    /// <summary>" Did you mean title?" where a known word is near the one written; otherwise nothing.</summary>
    public static string DidYouMean(string written, IEnumerable<string> known)
    {
        const int longest = 40;
        if (written.Length is 0 or > longest)
            return "";
        var (word, distance) = known
            .Select(word => (word, Distance(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .MinBy(pair => pair.Item2);
        return word is not null && distance <= Math.Max(1, word.Length / 3)
            ? " " + Fill(Texts.DidYouMean, word)
            : "";
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var changed = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(
                    changed,
                    Math.Min(previous[column], current[column - 1]) + 1
                );
            }
            previous = current;
        }
        return previous[^1];
    }
}
