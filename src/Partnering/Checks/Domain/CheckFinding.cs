using NodaTime;

namespace Banyan.Partnering.Checks.Domain;

internal enum CheckKind
{
    Site,
    CodeOfConduct,
    Trademark,
    TopicShare,
}

internal enum CheckResult
{
    Found,
    Partly,
    NotFound,

    /// <summary>The machine could not tell. It says nothing against the applicant: a person looks.</summary>
    CouldNotLook,
}

/// <summary>A fact that the machine gathered, with what it saw. It informs people and decides nothing.</summary>
/// <param name="Evidence">Short quotes, at most <see cref="Quote.MaxLength"/> characters each. Text of a stranger: always encoded where it is shown.</param>
/// <param name="BodyHash">SHA-256 of the page as it was read, lower-case hexadecimal; null where no page was read.</param>
internal sealed record CheckFinding(
    CheckKind Kind,
    CheckResult Result,
    string Sentence,
    IReadOnlyList<string> Evidence,
    Instant At,
    string? BodyHash,
    string? FinalAddress
)
{
    public static CheckFinding WithoutPage(
        CheckKind kind,
        CheckResult result,
        string sentence,
        Instant at,
        params string[] evidence
    ) => new(kind, result, sentence, evidence, at, null, null);
}
