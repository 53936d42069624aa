using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions.Data;

/// <summary>Loads cases through what the viewer may see and do, one or fifty, in the same number of statements.</summary>
internal sealed class DecisionCases(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    /// <returns>Null when there is no such case for this viewer with this permission; the page then answers 404.</returns>
    public async Task<DecisionCase?> FindAsync(
        string reference,
        string permission,
        CancellationToken ct
    ) =>
        (
            await LoadAsync(
                db.Applications.OnDeskOf(viewer, permission).WithReference(reference),
                ct
            )
        ).SingleOrDefault();

    /// <summary>The cases whose letter is in this state, the oldest letter first.</summary>
    public async Task<IReadOnlyList<DecisionCase>> WithLetterAsync(
        LetterState state,
        string permission,
        int most,
        CancellationToken ct
    )
    {
        var cases = db.Applications.OnDeskOf(viewer, permission);
        var ids = await db
            .Letters.Where(l => l.State == state && cases.Any(a => a.Id == l.Application))
            .OrderBy(l => l.WrittenAt)
            .ThenBy(l => l.Id)
            .Select(l => l.Application)
            .Take(most)
            .ToListAsync(ct);
        var found = await LoadAsync(cases.Where(a => ids.Contains(a.Id)), ct);
        return [.. found.OrderBy(each => ids.IndexOf(each.Application.Id))];
    }

    /// <inheritdoc cref="ApplicationQueries.Hold"/>
    public void Hold(Application application) => db.Hold(application);

    private async Task<IReadOnlyList<DecisionCase>> LoadAsync(
        IQueryable<Application> cases,
        CancellationToken ct
    )
    {
        var found = await cases
            .Include(a => a.Answers)
            .Include(a => a.Applicants)
            .Include(a => a.Acceptances)
            .AsSplitQuery()
            .ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var ids = found.Select(application => application.Id).ToList();
        var me = viewer.Person;
        var decisions = await db
            .Decisions.Include(d => d.Reasons)
            .Where(d => ids.Contains(d.Application) && d.SupersededAt == null)
            .ToListAsync(ct);
        var letters = await db
            .Letters.Include(l => l.Recipients)
            .Where(l => ids.Contains(l.Application) && l.State != LetterState.Dead)
            .ToDictionaryAsync(l => l.Decision, ct);
        var programs = await shelf.DefinitionsAsync(found.Select(a => a.ProgramVersion), ct);
        var owners = found.Select(a => a.Organisation).Distinct().ToList();
        var organisations = await db
            .OrganisationFacts.Where(facts => owners.Contains(facts.Id))
            .ToDictionaryAsync(facts => facts.Id, ct);
        var rounds = (
            await db
                .Rounds.AsNoTracking()
                .Where(r => ids.Contains(r.Application) && r.ClosedAt != null)
                .Select(r => new ClosedRound(
                    r.Application,
                    r.ClosedAt!.Value,
                    r.Result,
                    r.ClosesAt
                ))
                .ToListAsync(ct)
        ).ToLookup(round => round.Application);
        var aside = await db.Set<Declaration>()
            .Where(d => ids.Contains(d.Application) && d.Person == me && !d.Votes)
            .Select(d => d.Application)
            .ToListAsync(ct);
        var again = found
            .Where(a => a.Revisit is not null || a.AppealWaits)
            .Select(a => a.Id)
            .ToList();
        var partnerships =
            again.Count == 0
                ? []
                : await db
                    .Partnerships.Include(p => p.Conditions)
                    .Where(p => again.Contains(p.Application))
                    .ToDictionaryAsync(p => p.Application, ct);
        var before = again.Count == 0 ? [] : await db.DecidedBeforeAsync(again, me, ct);
        return
        [
            .. found.Select(application =>
            {
                var program = programs[application.ProgramVersion];
                var organisation = organisations[application.Organisation];
                var mine = decisions.Where(d => d.Application == application.Id).ToList();
                var inForce = mine.Find(d => d.InForceSince is not null);
                var decision =
                    mine.Find(d => d.InForceSince is null)
                    ?? (application.Revisit is null ? inForce : null);
                var steppedAside = aside.Contains(application.Id);
                var latest = rounds[application.Id].MaxBy(round => round.ClosedAt);
                var (review, sentence) = RestsOn(application, program, organisation.Zone, latest);
                return new DecisionCase
                {
                    Application = application,
                    Program = program,
                    Organisation = organisation,
                    Decision = decision,
                    Letter = decision is null ? null : letters.GetValueOrDefault(decision.Id),
                    Before = application.Revisit is null ? null : inForce,
                    Partnership = application.Revisit is null
                        ? null
                        : partnerships.GetValueOrDefault(application.Id),
                    DecidedBefore =
                        application.Revisit is not { Kind: RevisitKind.Correction }
                        && before.Contains(application.Id),
                    Review = review,
                    ReviewSentence = steppedAside ? null : sentence,
                    Now = clock.GetCurrentInstant(),
                    SteppedAside = steppedAside,
                };
            }),
        ];
    }

    private sealed record ClosedRound(
        ApplicationId Application,
        Instant ClosedAt,
        RoundResult? Result,
        Instant ClosesAt
    );

    /// <summary>Advice is forgotten when another round begins, so where there is some it came last.</summary>
    private static (ReviewResult Review, string? Sentence) RestsOn(
        Application application,
        ProgramDefinition program,
        DateTimeZone zone,
        ClosedRound? latest
    )
    {
        if (application.Revisit is { Kind: RevisitKind.Appeal } appeal)
            return (
                ReviewResult.Appealed,
                Texts.AppealDecided.With(DayWords.Of(appeal.At.InZone(zone).Date))
            );
        if (application.Advice is { } advice)
            return (
                advice.Recommended ? ReviewResult.Recommended : ReviewResult.NotRecommended,
                (advice.Recommended ? Texts.AdvisedFor : Texts.AdvisedAgainst).With(
                    advice.By,
                    advice.Words
                )
            );
        if (Stages.StaffDecides(program) is not null)
            return (ReviewResult.StaffDecides, Texts.StaffDecidesAlone);
        if (latest is not { Result: { Outcome: { } outcome } result })
            return (ReviewResult.None, null);
        var sentence = RoundSentences.Of(result, latest.ClosesAt.InZone(zone).Date);
        return outcome switch
        {
            RoundOutcome.Passed => (ReviewResult.Consensus, sentence),
            RoundOutcome.Failed or RoundOutcome.Escalated => (ReviewResult.NoConsensus, sentence),
            RoundOutcome.Objected or RoundOutcome.Stopped => (ReviewResult.None, null),
        };
    }
}
