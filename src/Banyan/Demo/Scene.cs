using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Demo;

/// <summary>Lets a person of the cast do something at a moment of the past, through the same verbs and the same commit as a page.</summary>
internal sealed class Scene(IServiceProvider services, DemoClock clock, CancellationToken ct)
{
    public CancellationToken Ct => ct;
    public Instant Now => clock.GetCurrentInstant();

    public void At(Instant now) => clock.Set(now);

    /// <exception cref="InvalidOperationException">A rule refused; the demo does not fit the program any more.</exception>
    public async Task AsAsync(CastMember who, Func<IServiceProvider, Task<Outcome>> act)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        scope.ServiceProvider.GetRequiredService<ViewerHolder>().Viewer = await ViewerAsync(
            db,
            who,
            scope.ServiceProvider.GetRequiredService<PermissionBook>()
        );
        var outcome = await db.CommitAsync(await act(scope.ServiceProvider), ct);
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException($"{who.Name}: {refusal.Sentence}");
    }

    /// <summary>Does what is due at this moment: letters go to the folder, votes end by their rule.</summary>
    public Task WorkAsync() => services.GetRequiredService<Worker>().RunDueAsync(ct);

    private async Task<Viewer> ViewerAsync(BanyanDb db, CastMember who, PermissionBook book)
    {
        var person = await db
            .PersonFacts.AsNoTracking()
            .SingleOrDefaultAsync(facts => facts.Email == who.Email, ct);
        if (person is null)
            return Viewer.Nobody with { Name = who.Name };
        var seats = await db
            .SeatFacts.AsNoTracking()
            .Where(seat => seat.Person == person.Id)
            .ToListAsync(ct);
        return new Viewer(
            person.Id,
            person.Name,
            person.Email,
            [
                .. seats.Select(seat => new Seat(
                    seat.Organisation,
                    seat.Team,
                    seat.Kind,
                    seat.Voting,
                    seat.Chair,
                    book.Of(seat.Kind, seat.Chair)
                )),
            ],
            null
        );
    }
}
