using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>On Mondays at eight in the organisation's zone: to each member with a vote, by mail, what waits for it. Nothing waits: no mail. One row of work an organisation, so a worker that slept for weeks sends one.</summary>
internal sealed class WeekDigest(
    BanyanDb db,
    VotingQueue queue,
    PermissionBook book,
    DigestMail mail,
    IClock clock
) : IWorkHandler
{
    public const string Kind = "digest.week";
    private static readonly LocalTime s_morning = new(8, 0);

    /// <summary>Begins the weeks of an organisation with its first round; from then on they go on by themselves.</summary>
    public static async Task<IReadOnlyList<WorkChange>> BeginAsync(
        BanyanDb db,
        OrganisationId organisation,
        DateTimeZone zone,
        Instant now,
        CancellationToken ct
    )
    {
        var key = Key(organisation);
        // Planned anew, a Monday that a sleeping worker still owes would be moved to the next.
        return await db.Work.AnyAsync(item => item.Key == key && item.DoneAt == null, ct)
            ? []
            : [At(organisation, NextMonday(now, zone))];
    }

    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        var id = new OrganisationId(item.Read<DigestDue>().Organisation);
        var organisation = await db.OrganisationFacts.SingleOrDefaultAsync(o => o.Id == id, ct);
        if (organisation is null)
            return;
        var now = clock.GetCurrentInstant();
        var next = NextMonday(now, organisation.Zone);
        var seats = await db.SeatFacts.Where(seat => seat.Organisation == id).ToListAsync(ct);
        var unwanted = await db
            .NoticeFacts.Where(choice =>
                choice.Kind == NoticeKinds.Week && choice.Rhythm == Rhythm.Never
            )
            .Select(choice => choice.Person)
            .ToListAsync(ct);
        var mails = new List<WorkChange>();
        foreach (var person in seats.GroupBy(seat => seat.Person).OrderBy(group => group.Key.Value))
        {
            if (!person.Any(seat => seat.Voting) || unwanted.Contains(person.Key))
                continue;
            var waiting = await queue.OfAsync(SeatedViewer.Of([.. person], book), ct);
            if (waiting.Count > 0)
                mails.Add(mail.Of(person.First(), organisation, waiting, now, next));
        }
        var outcome = await db.CommitAsync(
            Outcome.Of(Actor.Rule, now).Then([.. mails, At(id, next)]),
            ct
        );
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }

    /// <summary>The next Monday at eight that is still to come.</summary>
    internal static Instant NextMonday(Instant now, DateTimeZone zone)
    {
        var here = now.InZone(zone);
        var day =
            here.DayOfWeek == IsoDayOfWeek.Monday && here.TimeOfDay < s_morning
                ? here.Date
                : here.Date.Next(IsoDayOfWeek.Monday);
        return day.At(s_morning).InZoneLeniently(zone).ToInstant();
    }

    private static string Key(OrganisationId organisation) => $"{Kind}/{organisation.Value:n}";

    private static WorkChange.Plan At(OrganisationId organisation, Instant due) =>
        new(Kind, Key(organisation), due, organisation.Value, new DigestDue(organisation.Value));

    private sealed record DigestDue(Guid Organisation);
}
