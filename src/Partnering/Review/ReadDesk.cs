using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
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

/// <summary>The lists of the desk, in a fixed number of statements however many cases there are: which they are each by itself, what stands in their rows at once.</summary>
internal sealed class ReadDesk(BanyanDb db, Viewer viewer, ShowRows show, IClock clock)
{
    private const int PageSize = 25;
    private const int MostToday = PageSize;
    private static readonly Duration ClosesSoon = Duration.FromDays(2);

    public async Task<DeskView> OfAsync(
        QueueFilter filter,
        QueuePlace? after,
        DeskStaff staff,
        CancellationToken ct
    )
    {
        var now = clock.GetCurrentInstant();
        var forStaff = viewer.May(CasePermissions.Read);
        var begin = filter.IsNone && after is null;
        // Whose day it is differs by zone: a day's margin here, the exact day of each organisation below.
        var (soon, tomorrow) = (now + ClosesSoon, now.InUtc().Date.PlusDays(1));
        var wanted =
            begin && viewer.May(CasePermissions.Vote) ? await VotesWanted().ToListAsync(ct) : [];
        var due =
            begin && forStaff
                ? await DeskToday
                    .Of(db, viewer, soon, tomorrow, staff, MostToday + 1)
                    .ToListAsync(ct)
                : [];
        var told =
            begin && forStaff
                ? (await DeskToday.Told(db, tomorrow).ToListAsync(ct))
                    .Select(id => new ApplicationId(id))
                    .ToList()
                : [];
        var queue = await db.Queue(viewer, filter, after, now)
            .Select(a => a.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var rows = await db.RowsOfAsync(viewer, [.. wanted, .. due, .. told, .. queue], ct);
        var page = rows.In(queue);
        var today = Told(
            rows.In(told).Where(row => viewer.May(CasePermissions.Read, row.Organisation)),
            tomorrow
        );
        today.AddRange(
            rows.In(due)
                .Where(row => IsDue(row, staff.LeadOf(row), soon, now))
                .ExceptBy(today.Select(row => row.Id), row => row.Id)
        );
        await show.LoadAsync([.. rows.Values], staff, ct);
        var reader = forStaff ? Ball.Staff : Ball.WorkGroup;
        return new DeskView(
            [.. rows.In(wanted).Select(row => show.Of(row, Ball.WorkGroup, now))],
            [.. today.Take(MostToday).Select(row => show.Of(row, reader, now))],
            today.Count > MostToday,
            [.. page.Take(PageSize).Select(row => show.Of(row, reader, now))],
            page.Count > PageSize ? page[PageSize - 1].Place(filter) : null,
            forStaff
        );
    }

    private IQueryable<ApplicationId> VotesWanted()
    {
        var cases = db
            .Applications.ListedFor(viewer)
            .Where(a =>
                (a.State == InReview || a.State == Consultation) && a.Ball != Ball.Applicant
            );
        return (
            from round in db.Rounds.WantedOf(viewer.Person)
            join a in cases on round.Application equals a.Id
            orderby round.ClosesAt, a.Reference
            select a.Id
        ).Take(MostToday);
    }

    /// <summary>Who waits for the applicant wants nobody here, until their day is over.</summary>
    private static bool IsDue(CaseRow row, CaseLead lead, Instant soon, Instant now) =>
        row is { State: Releasing } or { Ball: not Ball.Applicant }
        || lead.HasLeft
        || row.State == InReview && row.ClosesAt <= soon
        || row.AnswerBy < row.AtHome(now).Date;

    private static List<CaseRow> Told(IEnumerable<CaseRow> rows, LocalDate tomorrow) =>
        [
            .. rows.Where(row =>
                    row.MailTrouble is not null
                    || row.AppealWaits
                    || row.CheckLost is not null
                    || row.State == Approved
                        && (
                            row.LooksAgain
                            || row.PartnerWaits
                            || row.ConditionDone
                            || row.ConditionsBy < tomorrow
                            || row.LeavingDue < tomorrow
                        )
                )
                .OrderBy(row => row.BallSince)
                .ThenBy(row => row.Reference, StringComparer.Ordinal)
                .Take(MostToday),
        ];
}
