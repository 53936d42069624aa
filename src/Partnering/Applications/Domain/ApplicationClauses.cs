using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Who accepted which clause of the agreement.</summary>
internal sealed partial class Application
{
    public Outcome Accept(ClauseCopy clause, PersonId? person, Actor actor, Instant now)
    {
        if (State != ApplicationState.Draft)
            return ApplicationRefusals.NotYourTurn(State);
        if (HasAccepted(clause.Key, clause.Hash, Side.Partner))
            return Outcome.Of(actor, now);
        Acceptances.Add(new ClauseAcceptance(clause, Side.Partner, person, actor.Name, now));
        return Outcome.Of(actor, now, new ClauseAccepted(Id.Value, clause.Key, clause.Hash));
    }

    /// <summary>Takes an acceptance back while the draft is still a draft.</summary>
    public Outcome TakeBack(string clause, Actor actor, Instant now)
    {
        if (State != ApplicationState.Draft)
            return ApplicationRefusals.NotYourTurn(State);
        return Acceptances.RemoveAll(known => known.Clause == clause) > 0
            ? Outcome.Of(actor, now, new ClauseTakenBack(Id.Value, clause))
            : Outcome.Of(actor, now);
    }

    /// <summary>A partner accepts a text that changed since; what was accepted before stays. Once is enough, whoever of the partner's side it was.</summary>
    public Outcome AcceptAgain(ClauseCopy clause, PersonId person, Actor actor, Instant now)
    {
        if (State != ApplicationState.Approved)
            return ApplicationRefusals.NotYourTurn(State);
        if (HasAccepted(clause.Key, clause.Hash, Side.Partner))
            return Outcome.Of(actor, now);
        Acceptances.Add(new ClauseAcceptance(clause, Side.Partner, person, actor.Name, now));
        return Outcome.Of(actor, now, new ClauseAcceptedAgain(Id.Value, clause.Key, clause.Hash));
    }

    /// <summary>Somebody of staff accepts for the organisation what the partner's side accepted.</summary>
    public Outcome AcceptForOrganisation(
        ClauseCopy clause,
        PersonId person,
        Actor actor,
        Instant now
    )
    {
        if (State is not (ApplicationState.Deciding or ApplicationState.Approved))
            return ApplicationRefusals.OrganisationAcceptsNotNow(State);
        if (HasAccepted(clause.Key, clause.Hash, Side.Organisation))
            return Outcome.Of(actor, now);
        Acceptances.Add(new ClauseAcceptance(clause, Side.Organisation, person, actor.Name, now));
        return Outcome.Of(
            actor,
            now,
            new ClauseAcceptedForOrganisation(Id.Value, clause.Key, clause.Hash)
        );
    }

    public bool HasAccepted(string clause, string hash, Side side) =>
        Acceptances.Exists(known =>
            known.Side == side && known.Clause == clause && known.Hash == hash
        );

    /// <summary>The clauses that nobody who proved who they are has accepted as they read now.</summary>
    public IReadOnlyList<Clause> ClausesLeft(ProgramDefinition program) =>
        [
            .. program.Clauses.Where(clause =>
                !Acceptances.Exists(known =>
                    known.Side == Side.Partner
                    && known.Clause == clause.Key
                    && known.Person is not null
                    && known.Hash == ClauseText.Hash(clause)
                )
            ),
        ];

    /// <summary>Of each clause what the partner's side accepted last, where the organisation has not accepted that very text.</summary>
    public IReadOnlyList<ClauseAcceptance> LeftForOrganisation() =>
        [
            .. Acceptances
                .Where(known => known.Side == Side.Partner)
                .GroupBy(known => known.Clause, StringComparer.Ordinal)
                .Select(group => group.OrderBy(known => known.At).ThenBy(known => known.Id).Last())
                .Where(last => !HasAccepted(last.Clause, last.Hash, Side.Organisation)),
        ];
}
