using System.Globalization;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>How far a member is in going through what waits. It stands in the address, as in <c>2.PSF-26-AAAAA</c>, and is kept nowhere else.</summary>
/// <param name="Done">How many have been voted on since the beginning.</param>
/// <param name="Skipped">References put off, in this order.</param>
internal sealed record Sitting(int Done, IReadOnlyList<string> Skipped)
{
    private const int MostSkipped = 50;
    private const int LongestReference = 20;
    public static readonly Sitting Begin = new(0, []);

    /// <summary>Null for what is none.</summary>
    public static Sitting? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var done)
            && done <= 1000
            && parts.Length <= MostSkipped + 1
            && parts.Skip(1).All(IsReference)
            ? new Sitting(done, [.. parts.Skip(1)])
            : null;
    }

    public override string ToString() =>
        string.Join('.', [Done.ToString(CultureInfo.InvariantCulture), .. Skipped]);

    /// <summary>Puts a case at the end.</summary>
    public Sitting Skip(string reference) =>
        this with
        {
            Skipped = [.. Without(reference).TakeLast(MostSkipped - 1), reference],
        };

    public Sitting Vote(string reference) => new(Done + 1, [.. Without(reference)]);

    /// <summary>What was put off comes last; the rest keeps its order.</summary>
    public IReadOnlyList<T> Order<T>(IEnumerable<T> waiting, Func<T, string> reference) =>
        [.. waiting.OrderBy(each => Place(reference(each)))];

    private int Place(string reference)
    {
        for (var place = 0; place < Skipped.Count; place++)
            if (Skipped[place] == reference)
                return place;
        return -1;
    }

    private IEnumerable<string> Without(string reference) =>
        Skipped.Where(skipped => skipped != reference);

    private static bool IsReference(string part) =>
        part.Length is > 0 and <= LongestReference
        && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
