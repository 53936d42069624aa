namespace Banyan.Security.Tests.Matrix;

/// <summary>How far an application has come.</summary>
internal enum Stage
{
    Draft,
    Sent,
    PreReview,

    /// <summary>Tomas (at south Ravi) has voted, the other member has not.</summary>
    InReview,

    /// <summary>One voted against; declined, the letter not yet released.</summary>
    Decided,

    /// <summary>Closed by the staff while the work group had it.</summary>
    Closed,

    /// <summary>Both voted for it, the letter has left.</summary>
    Approved,
}

/// <summary>One application of the world.</summary>
/// <param name="Code">Of its partnership; null without one.</param>
internal sealed record Record(
    Relation Relation,
    Stage Stage,
    string Reference,
    Guid Id,
    string? Code = null
)
{
    public string Organisation => Relation == Relation.Other ? Persona.South : Persona.North;

    public bool WasSentToWorkGroup =>
        Stage is Stage.InReview or Stage.Decided or Stage.Closed or Stage.Approved;

    /// <summary>The canary for these words in this record.</summary>
    public string Say(Words words) => new Canary(Relation, Stage, words).Text;

    public override string ToString() => $"{Relation} {Stage}";
}

/// <summary>Words that stand in one record, for one kind of reader; wherever they turn up, it is known what leaked.</summary>
internal enum Words
{
    Title,
    AnswerForAll,
    AnswerForReviewers,
    AnswerForStaff,
    InvitedAddress,
    MessageToApplicant,
    NoteForStaff,
    NoteForReviewers,
    Finding,
    BallotReason,
    DecisionReason,
    Advice,
    ClosingReason,
}

internal sealed record Canary(Relation Relation, Stage Stage, Words Words)
{
    /// <summary>Also good as the local part of an address.</summary>
    public string Text => $"zq-{Relation}-{Stage}-{Words}-qz".ToLowerInvariant();

    public override string ToString() => $"{Words} of {Relation} {Stage}";
}
