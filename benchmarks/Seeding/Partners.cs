using Banyan.Kernel.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Benchmarks.Seeding;

/// <summary>Some partners, whose cases staff decides on the pages and whose letters have left; made before the other cases, for the clock moves.</summary>
internal static class Partners
{
    private const int Count = 12;
    private const int First = 9_000_009;

    // By then the letters have left, and the partnerships have begun.
    private static readonly Duration s_before = Duration.FromDays(1);

    /// <returns>The public codes.</returns>
    public static async Task<IReadOnlyList<string>> AddAsync(BanyanHost host, CancellationToken ct)
    {
        var now = host.Clock.Now;
        host.Clock.Now = now - s_before;
        var numbers = Enumerable.Range(0, Count).Select(number => First + (10 * number)).ToList();
        var cast = await ManyCases.CastAsync(host, ct);
        await host.DbAsync(async db =>
        {
            var outcome = Outcome.Of(Actor.Rule, cast.Now);
            foreach (var number in numbers)
            {
                var story = new CaseStory(cast, number);
                outcome = outcome.And(story.Tell());
                db.AddRange(story.Added);
            }
            Expect(await db.CommitAsync(outcome, ct));
        });
        using var marie = host.NewVisitor();
        await marie.Visit("/sign-in");
        await marie.Fill("email", World.Marie.Address).Press("Send me a code");
        await marie.Fill("code", await host.CodeForAsync(World.Marie.Address)).Press("Sign in");
        foreach (var reference in numbers.Select(CaseStory.Reference))
        {
            await marie.Visit($"/cases/{reference}/decide");
            await marie
                .ChooseByName("outcome", "approved")
                .Press("Record the decision and read its letter");
            await (await marie.Visit($"/cases/{reference}/letter")).Press("Release this letter");
        }
        await host.WorkAfterAsync(Duration.FromHours(1));
        host.Clock.Now = now;
        return
            await host.DbAsync(db =>
                db.Set<Partnering.Partnerships.Domain.Partnership>()
                    .Select(partner => partner.Code)
                    .ToListAsync(ct)
            )
                is { Count: Count } codes
            ? codes
            : throw new InvalidOperationException($"Not all became partners: {marie.Text}");
    }

    internal static void Expect(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }
}
