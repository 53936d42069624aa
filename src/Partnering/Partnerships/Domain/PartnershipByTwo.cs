using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What takes two persons of the organisation: to pause it at once, and to revoke it; and the appeal against that.</summary>
internal sealed partial class Partnership
{
    /// <summary>How many days a partner has at least to be heard.</summary>
    public const int HearingDays = 7;

    /// <summary>How long a partner may appeal.</summary>
    public static readonly Duration AppealTime = Duration.FromDays(30);

    public List<PartnershipProposal> Proposals { get; private init; } = [];

    /// <summary>The one that waits for its second person.</summary>
    public PartnershipProposal? Proposed => Proposals.Find(proposal => proposal.EndedAt is null);

    /// <summary>What the partner said against its revocation; null where they have not appealed.</summary>
    public PartnershipStep? Appeal => Steps.Find(step => step.By == PartnershipCommand.Appeal);

    /// <summary>It waits for an answer.</summary>
    public bool AppealWaits =>
        State == PartnershipState.Revoked && LastStep is { By: PartnershipCommand.Appeal };

    /// <param name="answerBy">The last day on which the partner is heard; null where it is urgent.</param>
    /// <param name="today">By the calendar of the organisation.</param>
    public Outcome Propose(
        ProposalKind kind,
        Grounds grounds,
        LocalDate? answerBy,
        LocalDate today,
        Actor actor,
        Instant now
    )
    {
        if (PartnershipMoves.Find(State, CommandOf(kind)) is null)
            return PartnershipRefusals.NotFrom(State);
        if (Proposed is not null)
            return PartnershipRefusals.ProposedAlready;
        if (grounds.Against is { } against)
            return against;
        if (kind == ProposalKind.Revoke && grounds is { Clause: "", ConductCase: "" })
            return PartnershipRefusals.SayWhichClause;
        if (answerBy < today.PlusDays(HearingDays))
            return PartnershipRefusals.HearLonger;
        Proposals.Add(new PartnershipProposal(kind, grounds.Trimmed, answerBy, actor, now));
        return Outcome.Of(
            actor,
            now,
            kind switch
            {
                ProposalKind.Revoke => new RevocationProposed(
                    Application.Value,
                    grounds.Trimmed.Words
                ),
                ProposalKind.SuspendAtOnce => new SuspensionProposed(
                    Application.Value,
                    grounds.Trimmed.Words
                ),
            }
        );
    }

    /// <summary>The partner says what it thinks of it.</summary>
    public Outcome AnswerProposal(string words, Actor actor, Instant now)
    {
        if (Proposed is not { IsKnown: true } open)
            return PartnershipRefusals.NothingToAnswer;
        if (words.Trim().Length == 0)
            return PartnershipRefusals.SayWhatYouThink;
        if (words.Length > Grounds.Most)
            return PartnershipRefusals.GroundsTooLong(words.Length);
        open.Hear(words.Trim(), now);
        return Outcome.Of(actor, now, new ProposalAnswered(Application.Value, words.Trim()));
    }

    /// <summary>The second person says yes, and it is done.</summary>
    public Outcome ConfirmProposal(Actor actor, LocalDate today, Instant now)
    {
        if (AgainstConfirming(actor, today) is { } against)
            return against;
        var open = Proposed!;
        open.End(actor.Person, now);
        Take(CommandOf(open.Kind), PartnerSide.Organisation, open.Grounds, actor, now);
        return open.Kind switch
        {
            ProposalKind.SuspendAtOnce => Outcome.Of(
                actor,
                now,
                new PartnershipSuspended(Application.Value, open.Words)
            ),
            ProposalKind.Revoke => Outcome
                .Of(actor, now, new PartnershipRevoked(Application.Value, open.Words))
                .Then(NoMoreDue),
        };
    }

    public Refusal? AgainstConfirming(Actor actor, LocalDate today) =>
        Proposed is not { } open ? PartnershipRefusals.NothingToConfirm
        : open.By == actor.Person ? PartnershipRefusals.SecondPerson
        : PartnershipMoves.Find(State, CommandOf(open.Kind)) is null
            ? PartnershipRefusals.NotFrom(State)
        : open is { AnsweredAt: null, AnswerBy: { } day } && today <= day
            ? PartnershipRefusals.NotHeardYet(day)
        : null;

    /// <summary>Anybody of the organisation who may propose lets it go.</summary>
    public Outcome DropProposal(Actor actor, Instant now)
    {
        if (Proposed is not { } open)
            return PartnershipRefusals.NothingToConfirm;
        return Outcome.Of(actor, now).And(Drop(open, now));
    }

    /// <summary>The partner asks others to look at its revocation, once.</summary>
    public Outcome AppealAgainst(string words, Actor actor, Instant now)
    {
        if (AgainstAppealing(now) is { } against)
            return against;
        var grounds = new Grounds(words);
        if (grounds.Against is { } missing)
            return missing;
        Note(PartnershipCommand.Appeal, PartnerSide.Partner, grounds, actor, now);
        return Outcome.Of(
            actor,
            now,
            new RevocationAppealed(Application.Value, grounds.Trimmed.Words)
        );
    }

    public Refusal? AgainstAppealing(Instant now) =>
        State != PartnershipState.Revoked || Appeal is not null
            ? PartnershipRefusals.NothingToAppeal
        : now > LastStep!.At + AppealTime ? PartnershipRefusals.TooLateToAppeal
        : null;

    /// <summary>Somebody who had no part in the revocation decides about the appeal.</summary>
    /// <param name="lift">It goes on.</param>
    /// <param name="zone">Of the organisation, by whose days things fall due again.</param>
    public Outcome AnswerAppeal(
        bool lift,
        Grounds grounds,
        DateTimeZone zone,
        Actor actor,
        Instant now
    )
    {
        if (!AppealWaits)
            return PartnershipRefusals.NothingToAppeal;
        if (HadPart(actor))
            return PartnershipRefusals.OthersAnswer;
        if (grounds.Against is { } against)
            return against;
        if (!lift)
        {
            Note(PartnershipCommand.LetStand, PartnerSide.Organisation, grounds, actor, now);
            return Outcome.Of(
                actor,
                now,
                new RevocationStands(Application.Value, grounds.Trimmed.Words)
            );
        }
        Take(PartnershipCommand.Lift, PartnerSide.Organisation, grounds, actor, now);
        ForgetWhatIsOpen();
        return Outcome
            .Of(actor, now, new RevocationLifted(Application.Value, grounds.Trimmed.Words))
            .Then(Due(zone, now));
    }

    public bool HadPart(Actor actor) =>
        Proposals.Exists(proposal =>
            proposal is { Kind: ProposalKind.Revoke, ConfirmedBy: not null }
            && (proposal.By == actor.Person || proposal.ConfirmedBy == actor.Person)
        );

    private Outcome Drop(PartnershipProposal open, Instant now)
    {
        open.End(null, now);
        return Outcome.Of(Actor.Rule, now, new ProposalDropped(Application.Value));
    }

    // While it waited for its second person both sides may have begun to look at it.
    private PartnershipCommand CommandOf(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.SuspendAtOnce => State == PartnershipState.UnderReview
                ? PartnershipCommand.Suspend
                : PartnershipCommand.SuspendAtOnce,
            ProposalKind.Revoke => PartnershipCommand.Revoke,
        };
}
