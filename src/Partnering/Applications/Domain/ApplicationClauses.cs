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
    /// <param name="approving">An approval is recorded.</param>
    public Outcome AcceptForOrganisation(
        ClauseCopy clause,
        bool approving,
        PersonId person,
        Actor actor,
        Instant now
    )
    {
        if (!OrganisationAcceptsNow(approving))
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

    public bool OrganisationAcceptsNow(bool approving) =>
        State == ApplicationState.Approved || State == ApplicationState.Deciding && approving;

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

    /// <summary>Of each clause the text that stands: the present one where the partner's side ever accepted it, or else what they accepted last.</summary>
    public IReadOnlyList<ClauseAcceptance> Standing(ProgramDefinition present)
    {
        var hashes = present.Clauses.Select(ClauseText.Hash).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Acceptances
                .Where(known => known.Side == Side.Partner)
                .GroupBy(known => known.Clause, StringComparer.Ordinal)
                .Select(group =>
                    group
                        .OrderBy(known => hashes.Contains(known.Hash))
                        .ThenBy(known => known.At)
                        .ThenBy(known => known.Id)
                        .Last()
                ),
        ];
    }

    /// <summary>The texts that stand and that the organisation has not accepted.</summary>
    public IReadOnlyList<ClauseAcceptance> LeftForOrganisation(ProgramDefinition present) =>
        [
            .. Standing(present)
                .Where(text => !HasAccepted(text.Clause, text.Hash, Side.Organisation)),
        ];
}
