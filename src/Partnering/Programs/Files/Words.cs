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
            .DefaultIfEmpty()
            .MinBy(pair => pair.Item2);
        return word is not null && distance <= Math.Max(1, word.Length / 3)
            ? " " + Fill(Texts.DidYouMean, word)
            : "";
    }

    /// <summary>How many letters were changed, left out, added, or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var steps = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
                steps[row, column] =
                    row == 0 || column == 0 ? row + column : Least(steps, left, right, row, column);
        }
        return steps[left.Length, right.Length];
    }

    private static int Least(int[,] steps, string left, string right, int row, int column)
    {
        var same = left[row - 1] == right[column - 1];
        var least = Math.Min(
            steps[row - 1, column - 1] + (same ? 0 : 1),
            Math.Min(steps[row - 1, column], steps[row, column - 1]) + 1
        );
        var swapped =
            row > 1
            && column > 1
            && left[row - 1] == right[column - 2]
            && left[row - 2] == right[column - 1];
        return swapped ? Math.Min(least, steps[row - 2, column - 2] + 1) : least;
    }
}
