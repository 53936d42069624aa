using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Who accepted which text, when, for which side. The text itself lies under its hash in <see cref="ClauseWording"/> and never changes.</summary>
internal sealed class ClauseAcceptance
{
    private ClauseAcceptance() { }

    public ClauseAcceptance(
        ClauseCopy clause,
        Side side,
        PersonId? person,
        string name,
        Instant at
    ) =>
        (Clause, Hash, Language, ProgramVersion, Side, Person, Name, At) = (
            clause.Key,
            clause.Hash,
            clause.Language,
            clause.ProgramVersion,
            side,
            person,
            name,
            at
        );

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public string Clause { get; private init; } = "";

    /// <summary>Names the wording, with all its languages; see <see cref="ClauseText.Hash"/>.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>BCP 47: in which of its languages it was shown.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The version of the program in which it was read.</summary>
    public ProgramVersionId ProgramVersion { get; private init; }
    public Side Side { get; private init; }
    public PersonId? Person { get; private init; }
    public string Name { get; private init; } = "";
    public Instant At { get; private init; }
}

/// <summary>A clause as it reads now: what is accepted is exactly this text.</summary>
internal sealed record ClauseCopy(
    string Key,
    string Hash,
    string Language,
    ProgramVersionId ProgramVersion
)
{
    public static ClauseCopy Of(
        Clause clause,
        ProgramVersionId version,
        System.Globalization.CultureInfo culture
    ) => new(clause.Key, ClauseText.Hash(clause), clause.Text.LanguageIn(culture), version);
}
