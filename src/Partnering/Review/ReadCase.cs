using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
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
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Reads a case for its page, in a fixed number of statements, and leaves out what this viewer may not know.</summary>
internal sealed class ReadCase(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    private const int LatestEvents = 200;

    public async Task<CaseView?> OfAsync(string reference, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var cases = db
            .Applications.AsNoTracking()
            .Include(a => a.Acceptances)
            .OnDeskOf(viewer)
            .WithReference(reference);
        var organisations = db.OrganisationFacts;
        var me = viewer.Person;
        var found = await (
            from a in cases
            join organisation in organisations on a.Organisation equals organisation.Id
            select new
            {
                Application = a,
                organisation.HomeZone,
                Recused = a.Declarations.Any(d => d.Person == me && !d.Votes),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var application = found.Application;
        var here = now.InZone(Zones.Of(found.HomeZone));
        var id = application.Id;
        var forStaff = viewer.May(CasePermissions.Read, application.Organisation);
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var findings = await db
            .Findings.AsNoTracking()
            .Where(finding => finding.Application == id)
            .ToListAsync(ct);
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
        var organisationLeft =
            program.AsksBothSides()
            && application.LeftForOrganisation(await shelf.TermsAsync(application, ct)).Count > 0;
        var facts = NextFacts.Of(application, round, letter?.LeavesAt);
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
            await LeadAsync(application, ct),
            await AnswersAsync(id, program, forStaff, here.Date, ct),
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
            await ReadThread.OfAsync(db, application, forStaff, ct),
            await TimelineAsync(id, program, found.Recused, ct),
            CaseActions.For(
                viewer,
                application,
                program,
                findings,
                round,
                letter?.Decision,
                organisationLeft,
                leads,
                now
            )
        )
        {
            Chair =
                leads && round!.IsOpen ? ChairPanel.Of(application.Reference, round, here) : null,
            // The reason can be the result of a round.
            Consultation = found.Recused ? null : ConsultationView.Of(application),
            Deadline = Deadline.Of(facts, here.Zone),
            ClosesOn = Waiting.ClosingDay(application, program.Clocks, here.Zone),
            Twins = forStaff ? await Review.Twins.OfAsync(db, viewer, application, ct) : [],
            MailTroubles = forStaff ? await MailTrouble.OfAsync(db, id, ct) : [],
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
            })
            .FirstOrDefaultAsync(ct);
        return letter is null ? null : new LetterOfCase(letter.Decision, letter.LeavesAt);
    }

    private sealed record LetterOfCase(Decision Decision, Instant? LeavesAt);

    private async Task<string?> LeadAsync(Application application, CancellationToken ct) =>
        application.Lead is { } lead
            ? await db
                .PersonFacts.Where(person => person.Id == lead)
                .Select(person => person.Name)
                .SingleOrDefaultAsync(ct)
            : null;

    private async Task<IReadOnlyList<AnswersView>> AnswersAsync(
        ApplicationId id,
        ProgramDefinition program,
        bool forStaff,
        LocalDate today,
        CancellationToken ct
    )
    {
        var answers = await db.Set<Answer>()
            .AsNoTracking()
            .Where(answer => answer.Application == id)
            .ToListAsync(ct);
        var form = FormState.Of(
            program,
            answers,
            today,
            CultureInfo.CurrentUICulture,
            complete: false
        );
        return
        [
            .. form
                .Sections.Select(section => new AnswersView(
                    section.Section.Title.In(CultureInfo.CurrentUICulture),
                    [
                        .. section
                            .Questions.Where(state =>
                                forStaff || state.Question.Visibility != Visibility.Staff
                            )
                            .Select(Answer),
                    ]
                ))
                .Where(section => section.Answers.Count > 0),
        ];
    }

    private static AnswerView Answer(QuestionState state) =>
        new(
            state.Question.Label.In(CultureInfo.CurrentUICulture),
            state.InWords,
            state.Question.Type == QuestionType.WebAddress ? state.Reading.Value : null,
            state.Question.Visibility switch
            {
                Visibility.Public => Texts.SeenByAll,
                Visibility.Reviewers => Texts.SeenByReviewers,
                Visibility.Staff => Texts.SeenByStaff,
            }
        );

    private async Task<IReadOnlyList<HistoryLine>> TimelineAsync(
        ApplicationId id,
        ProgramDefinition program,
        bool recused,
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
            .Take(LatestEvents)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => HistoryLine.Of(row, program, tallies: !recused))
                .Where(line => line.IsTurn)
                .Reverse(),
        ];
    }
}
