namespace Banyan.Partnering.Decisions;

/// <summary>One letter in a list in which several are ticked.</summary>
/// <param name="Seen">The name of the field that says which text was read; null where it does not matter.</param>
internal sealed record LetterOfMany(OpenLetter Letter, bool Ticked, string? Seen)
{
    public string Outcome => OutcomeWords.Of(Letter.Decision.Outcome);
}
