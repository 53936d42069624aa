using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>One wording of a clause, kept under its hash from the first acceptance on, whatever becomes of the versions of the program. It is never changed nor taken away.</summary>
internal sealed class ClauseWording
{
    /// <summary>SHA-256 in hex.</summary>
    public const int HashLength = 64;

    /// <summary>Enough of a hash for people to tell two texts apart.</summary>
    private const int ShortLength = 12;

    private ClauseWording() { }

    private ClauseWording(Clause clause, string hash) =>
        (Hash, Clause, Summary, Text) = (hash, clause.Key, clause.Summary, clause.Text);

    public string Hash { get; private init; } = "";
    public string Clause { get; private init; } = "";
    public LocalText Summary { get; private init; } = LocalText.Of("");
    public LocalText Text { get; private init; } = LocalText.Of("");

    public static ClauseWording Of(Clause clause) => new(clause, ClauseText.Hash(clause));

    public static string Short(string hash) => hash[..ShortLength];

    public Clause ToClause() =>
        new()
        {
            Key = Clause,
            Summary = Summary,
            Text = Text,
        };
}
