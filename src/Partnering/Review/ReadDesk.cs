using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

internal sealed record DeskView(
    IReadOnlyList<ShownRow> VotesWanted,
    IReadOnlyList<ShownRow> Today,
    bool MoreToday,
    IReadOnlyList<ShownRow> Queue,
    QueuePlace? NextPage,
    bool ForStaff
);

/// <summary>The lists of the desk, in a fixed number of statements however many cases there are.</summary>
internal sealed class ReadDesk(BanyanDb db, Viewer viewer, ShowRows show, IClock clock)
{
    private const int PageSize = 25;
    private const int MostToday = 50;

    // Of mails, not of cases; those that somebody has seen to are still among them.
    private const int MostTroubles = 300;
    private static readonly Duration ClosesSoon = Duration.FromDays(2);

    public async Task<DeskView> OfAsync(QueueFilter filter, QueuePlace? after, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var forStaff = viewer.May(CasePermissions.Read);
        var begin = filter.IsNone && after is null;
        var wanted = begin && viewer.May(CasePermissions.Vote) ? await VotesWantedAsync(ct) : [];
        var today = begin && forStaff ? await TodayAsync(now, ct) : [];
        var queue = await db.Queue(viewer, filter, after, now).Take(PageSize + 1).ToListAsync(ct);
        await show.LoadAsync([.. wanted, .. today, .. queue], ct);
        var reader = forStaff ? Ball.Staff : Ball.WorkGroup;
        var page = queue.Take(PageSize).ToList();
        return new DeskView(
            [.. wanted.Select(row => show.Of(row, Ball.WorkGroup, now))],
            [.. today.Take(MostToday).Select(row => show.Of(row, reader, now))],
            today.Count > MostToday,
            [.. page.Select(row => show.Of(row, reader, now))],
            queue.Count > PageSize ? page[^1].Place(filter) : null,
            forStaff
        );
    }

    private Task<List<CaseRow>> VotesWantedAsync(CancellationToken ct)
    {
        var cases = db
            .Applications.ListedFor(viewer)
            .Where(a =>
                (a.State == InReview || a.State == Consultation) && a.Ball != Ball.Applicant
            );
        // Which they are is found in the order of an index; all that stands in a row is read of these alone.
        var first = (
            from round in db.Rounds.WantedOf(viewer.Person)
            join a in cases on round.Application equals a.Id
            orderby round.ClosesAt, a.Reference
            select a.Id
        ).Take(MostToday);
        return db.Rows(viewer, db.Applications.Where(a => first.Contains(a.Id)))
            .OrderBy(row => row.ClosesAt)
            .ThenBy(row => row.Reference)
            .ToListAsync(ct);
    }

    private async Task<List<CaseRow>> TodayAsync(Instant now, CancellationToken ct)
    {
        var soon = now + ClosesSoon;
        // Whose day it is differs by zone: a day's margin here, the exact day of each organisation below.
        var tomorrow = now.InUtc().Date.PlusDays(1);
        var first = DeskToday.Of(db, viewer, soon, tomorrow, MostToday + 1);
        var rows = await db.Rows(viewer, db.Applications.Where(a => first.Contains(a.Id)))
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Reference)
            .ToListAsync(ct);
        rows.RemoveAll(row =>
            row is { State: not Releasing, Ball: Ball.Applicant, LeadHasLeft: false }
            && (row.State != InReview || row.ClosesAt > soon)
            && row.AnswerBy >= row.AtHome(now).Date
        );
        var told = await ToldAsync(tomorrow, ct);
        return [.. told, .. rows.ExceptBy(told.Select(row => row.Id), row => row.Id)];
    }

    /// <summary>
    /// What wants somebody whatever its state: a mail did not arrive, a page lost what it said, the applicants appealed, conditions are open, or both sides look
    /// at it again. They are few, and found by what they wait for.
    /// </summary>
    private async Task<List<CaseRow>> ToldAsync(LocalDate tomorrow, CancellationToken ct)
    {
        // A mail knows its record by the bare number. Compared as such by the database, every case would be looked at.
        var threads = await db
            .MailTroubles.OrderByDescending(mail => mail.TroubleAt)
            .Select(mail => mail.Thread)
            .Take(MostTroubles)
            .ToListAsync(ct);
        var troubled = threads.Select(thread => new ApplicationId(thread)).Distinct().ToList();
        var waiting = db
            .Partnerships.Where(partner =>
                partner.State == PartnershipState.UnderReview
                || partner.State == PartnershipState.Onboarding
                    && (
                        partner.ConditionsBy < tomorrow
                        || partner.Conditions.Any(condition =>
                            condition.SettledAt == null && condition.DoneAt != null
                        )
                    )
            )
            .Select(partner => partner.Application)
            .Union(db.Applications.Where(a => troubled.Contains(a.Id)).Select(a => a.Id))
            .Union(
                db.Checks.Where(check => check.LostAt != null).Select(check => check.Application)
            )
            .Union(
                db.Applications.Where(a => a.Appeal != null && a.Appeal.AnsweredAt == null)
                    .Select(a => a.Id)
            );
        return await db.Rows(
                viewer,
                db.Applications.OnDeskOf(viewer, CasePermissions.Read)
                    .Where(a => waiting.Contains(a.Id))
            )
            .Where(row =>
                row.MailTrouble != null
                || row.AppealWaits
                || row.CheckLost != null
                || row.State == Approved
                    && (row.LooksAgain || row.ConditionDone || row.ConditionsBy < tomorrow)
            )
            .OrderBy(row => row.BallSince)
            .ThenBy(row => row.Reference)
            .Take(MostToday)
            .ToListAsync(ct);
    }
}
