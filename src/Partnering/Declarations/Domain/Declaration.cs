using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Declarations.Domain;

internal enum Conflict
{
    /// <summary>Nothing stands between the member and the case.</summary>
    None,

    /// <summary>Near enough not to vote; the program says whether they may read.</summary>
    Soft,

    /// <summary>Takes the case away: text, thread, votes, counts, mails.</summary>
    Hard,
}

/// <summary>What a member said about a conflict of interest before reading a case, and what follows from it. The database takes no ballot and no page shows the case without one.</summary>
internal sealed class Declaration : Entity
{
    private Declaration() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public PersonId Person { get; private init; }
    public string Name { get; private init; } = "";
    public Conflict Conflict { get; private set; }

    /// <summary>Why, where they said it. Nobody has to.</summary>
    public string? Note { get; private set; }
    public Instant At { get; private set; }

    /// <summary>Whether they may read the case: by the program's setting when it was declared, or by a waiver.</summary>
    public bool Reads { get; private set; }

    /// <summary>Whether they may vote on it.</summary>
    public bool Votes { get; private set; }

    /// <summary>The chair's reason to let them take part all the same; the board reads it.</summary>
    public string? WaiverReason { get; private set; }
    public PersonId? WaivedBy { get; private set; }
    public string? WaivedByName { get; private set; }
    public Instant? WaivedAt { get; private set; }

    /// <summary>Set by the chair after a challenge, not by the member.</summary>
    public bool ByChallenge { get; private set; }

    public bool Recused => !Votes;

    public static (Declaration Declaration, Outcome Outcome) Make(
        ApplicationId application,
        PersonId person,
        string name,
        Conflict conflict,
        string? note,
        bool softReads,
        Actor actor,
        Instant now
    )
    {
        var declaration = new Declaration
        {
            Application = application,
            Person = person,
            Name = name,
        };
        return (declaration, declaration.Set(conflict, note, softReads, actor, now));
    }

    /// <summary>A member may see a conflict later and step aside at any time; a conflict once declared is lifted by the chair alone.</summary>
    public Outcome Change(Conflict conflict, string? note, bool softReads, Actor actor, Instant now)
    {
        if (conflict == Conflict && WaivedAt is null)
            return Outcome.Of(actor, now);
        return conflict < Conflict
            ? DeclarationRefusals.OnlyTheChairLifts
            : Set(conflict, note, softReads, actor, now);
    }

    /// <summary>The chair lets a conflicted member take part, and says why.</summary>
    public Outcome Waive(string reason, Actor actor, Instant now)
    {
        if (Conflict == Conflict.None || WaivedAt is not null)
            return DeclarationRefusals.NothingToWaive;
        if (actor.Person == Person)
            return DeclarationRefusals.NotOneself;
        if (reason.Trim().Length == 0)
            return DeclarationRefusals.WaiverReasonMissing;
        (WaiverReason, WaivedBy, WaivedByName, WaivedAt) = (
            reason.Trim(),
            actor.Person,
            actor.Name,
            now
        );
        (Reads, Votes) = (true, true);
        return Outcome.Of(
            actor,
            now,
            new ConflictWaived(Application.Value, Person.Value, WaiverReason)
        );
    }

    /// <summary>The chair found somebody else's doubt about this member right, who had not declared yet.</summary>
    public static Declaration MakeByChallenge(
        ApplicationId application,
        PersonId person,
        string name,
        Actor actor,
        Instant now
    )
    {
        var declaration = new Declaration
        {
            Application = application,
            Person = person,
            Name = name,
        };
        declaration.RecuseByChallenge(actor, now);
        return declaration;
    }

    /// <summary>The chair found somebody else's doubt about this member right. That it did is said by the challenge, for the member declared nothing.</summary>
    public void RecuseByChallenge(Actor actor, Instant now)
    {
        ByChallenge = true;
        Set(Conflict.Hard, null, softReads: false, actor, now);
    }

    private Outcome Set(Conflict conflict, string? note, bool softReads, Actor actor, Instant now)
    {
        var words = note?.Trim() ?? "";
        (Conflict, Note, At) = (conflict, words.Length == 0 ? null : words, now);
        (WaiverReason, WaivedBy, WaivedByName, WaivedAt) = (null, null, null, null);
        Reads = conflict == Conflict.None || (conflict == Conflict.Soft && softReads);
        Votes = conflict == Conflict.None;
        return Outcome.Of(
            actor,
            now,
            new ConflictDeclared(Application.Value, Person.Value, conflict.ToString())
        );
    }
}
