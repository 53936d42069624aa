using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations;

/// <summary>What a declaration, a waiver or an upheld challenge changes: the member's record, their seat in the open round, and what the rule then says.</summary>
internal sealed class DeclareConflict(BanyanDb db, RunRound rounds)
{
    /// <param name="round">The open round, whole; null where none is open.</param>
    public async Task<Outcome> OfAsync(
        CaseTurn turn,
        BallotRound? round,
        (PersonId Person, string Name) member,
        Conflict conflict,
        string? note,
        CancellationToken ct
    )
    {
        var softReads = turn.Program.Conflicts.SoftReads;
        var (declaration, outcome) = await FindAsync(turn.Case.Id, member.Person, ct) is { } known
            ? (known, known.Change(conflict, note, softReads, turn.Actor, turn.Now))
            : Declaration.Make(
                turn.Case.Id,
                member.Person,
                member.Name,
                conflict,
                note,
                softReads,
                turn.Actor,
                turn.Now
            );
        if (!outcome.Done)
            return outcome;
        if (db.Entry(declaration).State == EntityState.Detached)
            db.Add(declaration);
        return outcome.And(await SeatAsync(turn, round, declaration, ct));
    }

    /// <summary>The seat follows the declaration, and the rule is asked again: with somebody less it may have come to its end.</summary>
    public async Task<Outcome> SeatAsync(
        CaseTurn turn,
        BallotRound? round,
        Declaration declaration,
        CancellationToken ct
    )
    {
        if (round is not { IsOpen: true })
            return turn.Nothing;
        // What comes after the time of a round must not change its result, even if nobody has written it down yet.
        var ended = await rounds.SettleAsync(turn, round, ct);
        if (!round.IsOpen || !ended.Done)
            return ended;
        if (declaration.Votes)
            round.Clear(declaration.Person, turn.Now);
        else
            round.Recuse(declaration.Person);
        return ended.And(await rounds.SettleAsync(turn, round, ct));
    }

    public Task<Declaration?> FindAsync(
        ApplicationId application,
        PersonId person,
        CancellationToken ct
    ) => db.DeclarationsOf(application).SingleOrDefaultAsync(d => d.Person == person, ct);
}
