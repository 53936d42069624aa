using System.Runtime.CompilerServices;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Benchmarks.Seeding;

/// <summary>Open cases by the thousand, through the door for very many records.</summary>
internal static class ManyCases
{
    private const int Transaction = 2_000;
    private const int Part = 40;

    public static async Task AddAsync(BanyanHost host, int from, int to, CancellationToken ct)
    {
        var cast = await CastAsync(host, ct);
        for (var begin = from; begin < to; begin += Transaction)
        {
            await host.DbAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var done = await db.CommitPartsAsync(
                    PartsAsync(db, cast, begin, Math.Min(begin + Transaction, to), ct),
                    ct
                );
                if (done.Refusal is { } refusal)
                    throw new InvalidOperationException(refusal.Sentence);
            });
            // The log of a test keeps every statement with its text: of these, gigabytes.
            host.Statements.Clear();
        }
        // As both databases do by themselves from time to time.
        await host.DbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE", ct);
            if (!db.IsPostgres)
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
        });
    }

    public static async Task<CaseCast> CastAsync(BanyanHost host, CancellationToken ct)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        var program = await scope
            .ServiceProvider.GetRequiredService<ProgramShelf>()
            .FindAsync("psf-community-partner", ct);
        var seats = await db.SeatFacts.ToListAsync(ct);
        var home = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == program!.Organisation,
            ct
        );
        var team = Partnering.Ballots.Domain.Stages.Voting(program!.Definition)!.Value.Stage.Team;
        return new CaseCast(
            program,
            seats.First(seat => seat.Email == World.Marie.Address),
            await ReviewTeam.OfAsync(db, program.Organisation, team, ct),
            home.Zone,
            host.Clock.Now
        );
    }

    private static async IAsyncEnumerable<Outcome> PartsAsync(
        BanyanDb db,
        CaseCast cast,
        int from,
        int to,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var begin = from; begin < to; begin += Part)
        {
            ct.ThrowIfCancellationRequested();
            var outcome = Outcome.Of(Actor.Rule, cast.Now);
            for (var number = begin; number < Math.Min(begin + Part, to); number++)
            {
                var story = new CaseStory(cast, number);
                outcome = outcome.And(story.Tell());
                db.AddRange(story.Added);
            }
            yield return outcome;
            await Task.CompletedTask;
        }
    }
}
