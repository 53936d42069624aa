using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>A desk that has been at work for years: cases in every open state, most of them not with staff, and ended ones.</summary>
internal static class ManyCases
{
    private const int Part = 500;

    public static async Task AddAsync(DeskWorld world, int open, int ended)
    {
        for (var done = 0; done < open + ended; done += Part)
            await world.Host.DbAsync(db =>
                AddPartAsync(
                    db,
                    done,
                    Math.Min(done + Part, open + ended),
                    open,
                    world.Host.Clock.Now
                )
            );
        await world.Host.DbAsync(async db =>
        {
            // As both databases do by themselves from time to time.
            await db.Database.ExecuteSqlRawAsync("ANALYZE", TestContext.Current.CancellationToken);
        });
    }

    private static async Task AddPartAsync(
        Banyan.Kernel.Data.BanyanDb db,
        int from,
        int to,
        int open,
        Instant now
    )
    {
        var ct = TestContext.Current.CancellationToken;
        var program = await db.Programs.SingleAsync(ct);
        EmailAddress.TryParse(World.Nusrat.Address, out var address, out _).ShouldBeTrue();
        var actor = Actor.Visitor(World.Nusrat.Name);
        var lead = await db
            .SeatFacts.Where(seat => seat.Email == World.Marie.Address)
            .Select(seat => seat.Person)
            .FirstAsync(ct);
        var outcome = Outcome.Of(Actor.Rule, now);
        for (var number = from; number < to; number++)
        {
            var sent = now - Duration.FromHours(number % 900);
            var (application, started) = Application.Start(
                $"UMB-27-X{number:00000}",
                program.Organisation,
                program.Id,
                program.CurrentVersion,
                address!,
                null,
                actor,
                sent
            );
            var facts = new SubmitFacts(
                null,
                $"Event {number}",
                new LocalDate(2028, 1, 1).PlusDays(number % 400),
                null,
                $"key-x{number}",
                Clocks: new CaseClocks { WholeWeeks = 8, WaitingClosesAfterWeeks = 6 }
            );
            outcome = outcome.And(started).And(application.Submit(facts, actor, sent));
            if (number >= open)
                outcome = outcome.And(application.Close("Over.", Role.Staff, Actor.Rule, sent));
            else if (number % 10 != 0)
            {
                outcome = outcome.And(application.TakeUp(lead, Actor.Rule, sent));
                if (number % 10 > 3)
                    outcome = outcome.And(
                        application.Ask("Who?", [], now.InUtc().Date.PlusDays(20), Actor.Rule, sent)
                    );
                else
                    outcome = outcome.And(
                        application.SendToWorkGroup("reviewers", null, Actor.Rule, sent)
                    );
            }
            db.Add(application);
        }
        (await db.CommitAsync(outcome, ct)).Refusal.ShouldBeNull();
    }
}
