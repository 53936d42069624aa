using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Review.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

/// <summary>Which cases of the queue; all of it stands in the address.</summary>
/// <param name="State">Null: every open case.</param>
internal sealed record QueueFilter(ApplicationState? State, bool All, bool Mine, QueuePlace? After);

/// <summary>The last row of the page before.</summary>
internal sealed record QueuePlace(Instant Since, string Reference)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Since.ToUnixTimeMilliseconds()}.{Reference}"
        );

    /// <summary>Null for what is none; the list then starts at its beginning.</summary>
    public static QueuePlace? Parse(string? text) =>
        text?.Split('.', 2) is [var since, { Length: > 0 and <= 20 } reference]
        && long.TryParse(
            since,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var milliseconds
        )
        && milliseconds < 253_402_300_800_000
            ? new QueuePlace(Instant.FromUnixTimeMilliseconds(milliseconds), reference)
            : null;
}

internal sealed record DeskView(
    IReadOnlyList<ShownRow> VotesWanted,
    IReadOnlyList<ShownRow> Today,
    bool MoreToday,
    IReadOnlyList<ShownRow> Queue,
    QueuePlace? NextPage,
    bool ForStaff
);

/// <summary>The lists of the desk, in a fixed number of statements however many cases there are.</summary>
internal sealed class ReadDesk(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private const int PageSize = 25;
    private const int MostToday = 100;
    private static readonly Duration ClosesSoon = Duration.FromDays(2);
    private static readonly ApplicationState[] Open =
    [
        .. Enum.GetValues<ApplicationState>().Where(ApplicationMoves.IsOpen),
    ];

    private static readonly ApplicationState[] Told = [Approved, Declined];

    public async Task<DeskView> OfAsync(QueueFilter filter, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var forStaff = viewer.May(CasePermissions.Read);
        var wanted = viewer.May(CasePermissions.Vote) ? await VotesWantedAsync(ct) : [];
        var today = forStaff ? await TodayAsync(now, ct) : [];
        var queue = await QueueAsync(filter, ct);
        var programs = await shelf.DefinitionsAsync(
            wanted.Concat(today).Concat(queue).Select(row => row.Version),
            ct
        );
        var reader = forStaff ? Ball.Staff : Ball.WorkGroup;
        ShownRow Show(CaseRow row, Ball by)
        {
            var clocks = programs[row.Version].Clocks;
            var here = row.AtHome(now);
            if (!row.Declared)
                return Undeclared(row, here);
            return new ShownRow(
                row.Reference,
                row.Title,
                row.Reason(here),
                CaseText.Alone(StateWords.Of(row.State)),
                row.Tone,
                NextLineOf.Desk(row.Facts, clocks, by, here).Sentence,
                ApplicationMoves.IsOpen(row.State)
                    ? CaseText.Fill(
                        Texts.DueBy,
                        NextLineOf.Day(DecideBy.Of(row.Facts, clocks, here), here)
                    )
                    : null,
                Deadline.Of(row.Facts, here.Zone)
            );
        }
        var page = queue.Take(PageSize).ToList();
        return new DeskView(
            [.. wanted.Select(row => Show(row, Ball.WorkGroup))],
            [.. today.Take(MostToday).Select(row => Show(row, reader))],
            today.Count > MostToday,
            [.. page.Select(row => Show(row, reader))],
            queue.Count > PageSize ? new QueuePlace(page[^1].BallSince, page[^1].Reference) : null,
            forStaff
        );
    }

    /// <summary>Of a case about which the viewer has not declared, no more than its name and by when it is wanted.</summary>
    private static ShownRow Undeclared(CaseRow row, ZonedDateTime here) =>
        new(
            row.Reference,
            row.Title,
            row.ClosesAt is { } closes && row.MyVoteWanted
                ? CaseText.Fill(
                    Texts.ReasonDeclareToVote,
                    DayWords.Distance(closes.InZone(here.Zone).Date, here.Date)
                )
                : Texts.ReasonDeclare,
            CaseText.Alone(StateWords.Of(row.State)),
            row.Tone,
            Texts.NextDeclare,
            null,
            null
        );

    private Task<List<CaseRow>> VotesWantedAsync(CancellationToken ct) =>
        Rows(
                db.Applications.ListedFor(viewer)
                    .Where(a =>
                        (a.State == InReview || a.State == Consultation) && a.Ball != Ball.Applicant
                    )
            )
            .Where(row => row.MyVoteWanted)
            .OrderBy(row => row.ClosesAt)
            .ThenBy(row => row.Reference)
            .Take(MostToday)
            .ToListAsync(ct);

    private async Task<List<CaseRow>> TodayAsync(Instant now, CancellationToken ct)
    {
        var soon = now + ClosesSoon;
        // Whose day it is differs by zone: a day's margin here, the exact day of each organisation below.
        var tomorrow = now.InUtc().Date.PlusDays(1);
        var rows = await Rows(
                db.Applications.OnDeskOf(viewer, CasePermissions.Read)
                    .Where(a => Open.Contains(a.State) || Told.Contains(a.State))
            )
            .Where(row =>
                row.MailTrouble != null
                || row.Ball == Ball.Staff
                || row.State == Releasing
                || row.State == InReview && row.ClosesAt != null && row.ClosesAt <= soon
                || row.Ball == Ball.Applicant && row.AnswerBy != null && row.AnswerBy < tomorrow
            )
            .OrderBy(row => row.BallSince)
            .ThenBy(row => row.Reference)
            .Take(MostToday + 1)
            .ToListAsync(ct);
        rows.RemoveAll(row =>
            row is { State: not Releasing, Ball: Ball.Applicant, MailTrouble: null }
            && (row.State != InReview || row.ClosesAt > soon)
            && row.AnswerBy >= row.AtHome(now).Date
        );
        return rows;
    }

    private Task<List<CaseRow>> QueueAsync(QueueFilter filter, CancellationToken ct)
    {
        var cases = db.Applications.ListedFor(viewer);
        if (filter.State is { } state)
            cases = cases.Where(a => a.State == state);
        else if (!filter.All)
            cases = cases.Where(a => Open.Contains(a.State));
        if (filter.Mine)
        {
            var me = viewer.Person;
            cases = cases.Where(a => a.Lead == me);
        }
#pragma warning disable CA1309 // compared by the database, which also sorts them
        if (filter.After is { } after)
            cases = cases.Where(a =>
                a.BallSince > after.Since
                || a.BallSince == after.Since && string.Compare(a.Reference, after.Reference) > 0
            );
#pragma warning restore CA1309
        return Rows(cases)
            .OrderBy(row => row.BallSince)
            .ThenBy(row => row.Reference)
            .Take(PageSize + 1)
            .ToListAsync(ct);
    }

    private IQueryable<CaseRow> Rows(IQueryable<Application> cases)
    {
        // Extension properties may not stand inside the expressions of a query.
        var rounds = db.Rounds.Where(round => round.ClosedAt == null);
        var letters = db.Letters.Where(letter => letter.State == LetterState.Waiting);
        var organisations = db.OrganisationFacts;
        var troubles = db.MailTroubles;
        var me = viewer.Person;
        var staff = viewer.OrganisationsWhere(CasePermissions.Read);
        return from a in cases.AsNoTracking()
            join organisation in organisations on a.Organisation equals organisation.Id
            join r in rounds on a.Id equals r.Application into open
            from round in open.DefaultIfEmpty()
            select new CaseRow
            {
                Reference = a.Reference,
                Title = a.Title,
                Version = a.ProgramVersion,
                HomeZone = organisation.HomeZone,
                Declared =
                    staff.Contains(a.Organisation) || a.Declarations.Any(d => d.Person == me),
                State = a.State,
                Ball = a.Ball,
                BallSince = a.BallSince,
                SubmittedAt = a.SubmittedAt,
                EndedAt = a.EndedAt,
                Imported = a.ImportedWith != null,
                WaitedMilliseconds = a.WaitedMilliseconds,
                EventDate = a.EventDate,
                AnswerBy = a.Asked == null ? null : a.Asked.AnswerBy,
                AnswerCame = a.Thread.Any(entry =>
                    entry.Kind == EntryKind.Answer && entry.At == a.BallSince
                ),
                Phase = round == null ? null : round.Phase,
                ClosesAt = round == null ? null : round.ClosesAt,
                Voted =
                    round == null ? 0 : round.Ballots.Count(ballot => ballot.StaleSince == null),
                Seats =
                    round == null
                        ? 0
                        : round.Seats.Count(seat =>
                            seat.Voting && seat.Standing == SeatStanding.Seated
                        ),
                LetterLeavesAt = letters
                    .Where(letter => letter.Application == a.Id)
                    .Max(letter => letter.LeavesAt),
                PutOffUntil = a.PutOffUntil,
                // The mail knows its record by the bare number; the cast is for the compiler alone.
                MailTrouble = troubles
                    .Where(mail =>
                        mail.Thread == (Guid)(object)a.Id
                        && a.Applicants.Any(applicant => applicant.Email == mail.Address)
                        && !a.Thread.Any(entry =>
                            entry.Audience != Audience.Applicant && entry.At > mail.TroubleAt
                        )
                    )
                    .Select(mail =>
                        (mail.RefusedAt != null ? "r" : "b")
                        + "\n"
                        + mail.Address
                        + "\n"
                        + mail.Status
                        + "\n"
                        + mail.Problem
                    )
                    .Min(),
                MyVoteWanted =
                    round != null
                    && round.Phase != RoundPhase.Casting
                    && round.Seats.Any(seat =>
                        seat.Person == me && seat.Voting && seat.Standing == SeatStanding.Seated
                    )
                    && !round.Ballots.Any(ballot =>
                        ballot.Person == me && ballot.StaleSince == null
                    ),
            };
    }
}
