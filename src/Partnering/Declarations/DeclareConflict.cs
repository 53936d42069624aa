using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>What a declaration, a waiver or an upheld challenge changes: the member's record, their seat in the open round, and what the rule then says.</summary>
internal sealed class DeclareConflict(BanyanDb db, RunRound rounds)
{
    /// <param name="round">The open round, whole; null where none is open.</param>
    public async Task<Outcome> OfAsync(
        Application application,
        ProgramDefinition program,
        BallotRound? round,
        (PersonId Person, string Name) member,
        Conflict conflict,
        string? note,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        var (declaration, outcome) = await FindAsync(application.Id, member.Person, ct) is { } known
            ? (known, known.Change(conflict, note, program.Conflicts.SoftReads, actor, now))
            : Make(application, program, member, conflict, note, actor, now);
        return outcome.Done
            ? outcome.And(await SeatAsync(application, program, round, declaration, actor, now, ct))
            : outcome;
    }

    /// <summary>The seat follows the declaration, and the rule is asked again: with somebody less it may have come to its end.</summary>
    public async Task<Outcome> SeatAsync(
        Application application,
        ProgramDefinition program,
        BallotRound? round,
        Declaration declaration,
        Actor actor,
        Instant now,
        CancellationToken ct
    )
    {
        if (round is not { IsOpen: true })
            return Outcome.Of(actor, now);
        if (declaration.Votes)
            round.Clear(declaration.Person, now);
        else
            round.Recuse(declaration.Person);
        return await rounds.SettleAsync(application, program, round, actor, now, ct);
    }

    public Task<Declaration?> FindAsync(
        ApplicationId application,
        PersonId person,
        CancellationToken ct
    ) => db.DeclarationsOf(application).SingleOrDefaultAsync(d => d.Person == person, ct);

    private (Declaration, Outcome) Make(
        Application application,
        ProgramDefinition program,
        (PersonId Person, string Name) member,
        Conflict conflict,
        string? note,
        Actor actor,
        Instant now
    )
    {
        var made = Declaration.Make(
            application.Id,
            member.Person,
            member.Name,
            conflict,
            note,
            program.Conflicts.SoftReads,
            actor,
            now
        );
        if (made.Outcome.Done)
            db.Add(made.Declaration);
        return made;
    }
}
