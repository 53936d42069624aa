using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Chairing;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Mails;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Banyan.Partnering.Tags.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Reads a case for its page, in a fixed number of statements, and leaves out what this viewer may not know.</summary>
internal sealed class ReadCase(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private const int LatestEvents = 200;
    private const int MostEvents = 10_000;

    /// <param name="everything">The small events too, for those who may read the whole history.</param>
    public async Task<CaseView?> OfAsync(
        string reference,
        CancellationToken ct,
        bool everything = false
    )
    {
        var now = clock.GetCurrentInstant();
        // A dozen criteria and a few tags: their product is small, and costs one statement less than each by itself.
        var cases = db
            .Applications.AsNoTracking()
            .AsSingleQuery()
            .OnDeskOf(viewer)
            .WithReference(reference);
        var organisations = db.OrganisationFacts;
        var people = db.PersonFacts;
        var judged = db.Findings;
        var tags = db.Tags;
        var all = db.Applications;
        var mails = db.PostedMails;
        var me = viewer.Person;
        var found = await (
            from a in cases
            join organisation in organisations on a.Organisation equals organisation.Id
            select new
            {
                Application = a,
                organisation.HomeZone,
                Recused = a.Declarations.Any(d => d.Person == me && !d.Votes),
                // The mail knows its record by the bare number; the cast is for the compiler alone.
                MailTroubled = mails.Any(mail =>
                    mail.TroubleAt != null && mail.Thread == (Guid)(object)a.Id
                ),
                Lead = people.Where(p => p.Id == a.Lead).Select(p => p.Name).FirstOrDefault(),
                MergedInto = a.DuplicateOf == null
                    ? null
                    : all.Where(kept => kept.Id == a.DuplicateOf)
                        .Select(kept => kept.Reference)
                        .FirstOrDefault(),
                Findings = judged.Where(finding => finding.Application == a.Id).ToList(),
                Tags = tags.Where(tag => tag.Application == a.Id).Select(tag => tag.Word).ToList(),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var application = found.Application;
        var here = now.InZone(Zones.Of(found.HomeZone));
        var id = application.Id;
        var forStaff = viewer.May(CasePermissions.Read, application.Organisation);
        var lanes = Lanes.ReadBy(viewer, application);
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var findings = found.Findings;
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.Application == id)
            .LatestFirst()
            .Whole()
            .ToListAsync(ct);
        var round = rounds.FirstOrDefault();
        var reader = CaseText.ReaderOf(viewer, application);
        var leads = await Leading.OfAsync(db, viewer, application, round, ct);
        var letter = await LetterAsync(id, ct);
        var organisationLeft = await OrganisationLeftAsync(application, program, letter, ct);
        var partner =
            (application.Revisit?.From ?? application.State) == ApplicationState.Approved
                ? await db.PartnershipOfAsync(id, ct)
                : null;
        var facts = NextFacts.Of(application, round, letter?.LeavesAt) with
        {
            Partner = partner?.Next,
            LetterWritten = letter is { Written: true },
        };
        var next = NextLineOf.Desk(facts, program.Clocks, reader, here);
        return new CaseView(
            new CaseHead(
                application.Reference,
                application.Title,
                CaseText.Alone(StateWords.Of(application.State)),
                StateTone.Of(application),
                next
            ),
            forStaff,
            found.Lead,
            await db.AnswersAsync(id, program, forStaff, here.Date, ct),
            await db
                .Checks.AsNoTracking()
                .Where(check => check.Application == id)
                .OrderBy(check => check.Kind)
                .ToListAsync(ct),
            [.. program.Criteria.Select(criterion => CriterionView.Of(criterion, findings))],
            [
                .. rounds.Select(each =>
                    RoundView.Of(each, program, viewer.Person, found.Recused, here)
                ),
            ],
            await ReadThread.OfAsync(
                db,
                application,
                lanes,
                Lanes.RemovedBy(viewer, application),
                ct
            ),
            await TimelineAsync(
                id,
                program,
                found.Recused,
                lanes,
                everything && viewer.May(CasePermissions.History, application.Organisation),
                ct
            ),
            CaseActions.For(
                viewer,
                application,
                program,
                findings,
                round,
                letter?.Decision,
                partner,
                organisationLeft,
                leads,
                now
            )
        )
        {
            PrivateLanes = Lanes.Private(lanes),
            Chair =
                leads && round!.IsOpen ? ChairPanel.Of(application.Reference, round, here) : null,
            // The reason can be the result of a round.
            Consultation = found.Recused ? null : ConsultationView.Of(application),
            Deadline = Deadline.Of(facts, here.Zone),
            ClosesOn = Waiting.ClosingDay(application, program.Clocks, here.Zone),
            // Once a decision is written it is too late for the hint.
            Twins =
                forStaff && letter is null
                    ? await Review.Twins.OfAsync(db, viewer, application, ct)
                    : [],
            Mergeable =
                forStaff && ApplicationMoves.Find(application.State, Command.Close) is not null,
            MergedInto = forStaff ? found.MergedInto : null,
            Leadable = ApplicationMoves.IsOpen(application.State),
            Tags = forStaff ? [.. found.Tags.Order(StringComparer.CurrentCulture)] : [],
            MailTroubles =
                forStaff && found.MailTroubled ? await MailTrouble.OfAsync(db, id, ct) : [],
        };
    }

    /// <summary>The letter of the decision that stands; null while there is none.</summary>
    private async Task<LetterOfCase?> LetterAsync(ApplicationId id, CancellationToken ct)
    {
        var decisions = db.Decisions.AsNoTracking();
        var letter = await db
            .Letters.AsNoTracking()
            .Where(l => l.Application == id && l.State != LetterState.Dead)
            .OrderByDescending(l => l.WrittenAt)
            .Select(l => new
            {
                Decision = decisions.First(d => d.Id == l.Decision),
                LeavesAt = l.State == LetterState.Waiting ? l.LeavesAt : null,
                Written = l.State == LetterState.Draft,
            })
            .FirstOrDefaultAsync(ct);
        return letter is null
            ? null
            : new LetterOfCase(letter.Decision, letter.LeavesAt, letter.Written);
    }

    private sealed record LetterOfCase(Decision Decision, Instant? LeavesAt, bool Written);

    /// <summary>Whether the organisation could accept clauses now, and has not: asked only where it could.</summary>
    private async Task<bool> OrganisationLeftAsync(
        Application application,
        ProgramDefinition program,
        LetterOfCase? letter,
        CancellationToken ct
    )
    {
        if (
            !program.AsksBothSides()
            || !application.OrganisationAcceptsNow(letter?.Decision is { Outcome.IsApproval: true })
        )
            return false;
        var id = application.Id;
        application.Acceptances.AddRange(
            await db.Set<ClauseAcceptance>()
                .AsNoTracking()
                .Where(acceptance => acceptance.Application == id)
                .ToListAsync(ct)
        );
        return application.LeftForOrganisation(await shelf.TermsAsync(application, ct)).Count > 0;
    }

    private async Task<IReadOnlyList<HistoryLine>> TimelineAsync(
        ApplicationId id,
        ProgramDefinition program,
        bool recused,
        IReadOnlyList<Audience> lanes,
        bool everything,
        CancellationToken ct
    )
    {
        var about = id.Value;
        var rows = await db
            .Events.AsNoTracking()
            .Include(row => row.Words)
            .Where(row => row.About == about)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(everything ? MostEvents : LatestEvents)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => HistoryLine.Of(row, program, tallies: !recused))
                .Where(line => (everything || line.IsTurn) && line.IsFor(lanes))
                .Reverse(),
        ];
    }
}
