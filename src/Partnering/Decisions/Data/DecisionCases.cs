using System.Globalization;
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
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions.Data;

/// <summary>A case as those see it who decide: with its last tally, its live decision and that decision's live letter.</summary>
internal sealed record DecisionCase
{
    public required Application Application { get; init; }
    public required ProgramDefinition Program { get; init; }
    public required OrganisationFacts Organisation { get; init; }
    public required Decision? Decision { get; init; }
    public required Letter? Letter { get; init; }

    /// <summary>The decision that stands while the case is decided anew; null where none was made before.</summary>
    public required Decision? Before { get; init; }

    /// <summary>The partnership that an earlier letter has begun, whatever became of it.</summary>
    public required Partnership? Partnership { get; init; }
    public required ReviewResult Review { get; init; }

    /// <summary>What the last closed round came to, in its own words; or the advice, or that staff decides. Null for who stepped aside: they are not told how a vote stood.</summary>
    public required string? ReviewSentence { get; init; }
    public required Instant Now { get; init; }

    /// <summary>The viewer said that something stands between them and the case: they may read it, and neither vote nor decide.</summary>
    public required bool SteppedAside { get; init; }

    public DateTimeZone Zone => Zones.Of(Organisation.HomeZone);

    /// <summary>The viewer had a part in the decision that is appealed against.</summary>
    public required bool DecidedBefore { get; init; }

    /// <summary>A second person still has to confirm the decision before its letter is released.</summary>
    public bool WaitsForSecond => Decision is { WaitsForSecond: true };

    /// <summary>The program asks both sides, and somebody of staff still has to accept the clauses for the organisation before an approval is released.</summary>
    public bool WaitsForOrganisation =>
        Decision is { Outcome.IsApproval: true }
        && Program.AsksBothSides()
        && Application.LeftForOrganisation(Program).Count > 0;

    /// <summary>The day by the organisation's clock.</summary>
    public LocalDate Today => AtHome.Date;
    public ZonedDateTime AtHome => Now.InZone(Zone);

    /// <summary>Makes room for another decision or another round.</summary>
    public Outcome Supersede(Actor actor)
    {
        // What is in force stays so until the letter of the next one has left.
        if (Decision is null or { InForceSince: not null })
            return Outcome.Of(actor, Now);
        var outcome = Decision.Supersede(actor, Now);
        return Letter is null ? outcome : outcome.And(Letter.Stop(actor, Now));
    }

    public DecisionFacts Facts =>
        new(
            Application.State,
            Application.Ball,
            Review,
            [.. Program.Criteria.Select(criterion => criterion.Key)],
            LetterWriter.AsksForAdvice(
                Program,
                CultureInfo.GetCultureInfo(LetterComposer.Language)
            ),
            Today,
            Partnership is null ? PartnerCode.New() : null,
            SteppedAside
        )
        {
            SecondPerson = Stages.SecondPerson(Program),
            Outcomes = Program.Decision.Outcomes,
            LastDay = begins => Program.Term.LastDay(begins, Program.Edition),
            DecidedBefore = DecidedBefore,
        };
}

/// <summary>Loads a case through what the viewer may see and do.</summary>
internal sealed class DecisionCases(BanyanDb db, Viewer viewer, ProgramShelf shelf, IClock clock)
{
    /// <returns>Null when there is no such case for this viewer with this permission; the page then answers 404.</returns>
    public async Task<DecisionCase?> FindAsync(
        string reference,
        string permission,
        CancellationToken ct
    )
    {
        var where = viewer.OrganisationsWhere(permission);
        var application = await db
            .Applications.OnDeskOf(viewer)
            .WithReference(reference)
            .Where(a => where.Contains(a.Organisation))
            .Include(a => a.Answers)
            .Include(a => a.Applicants)
            .Include(a => a.Acceptances)
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        if (application is null)
            return null;
        var decisions = await db
            .Decisions.Include(d => d.Reasons)
            .Where(d => d.Application == application.Id && d.SupersededAt == null)
            .ToListAsync(ct);
        var inForce = decisions.Find(d => d.InForceSince is not null);
        var decision =
            decisions.Find(d => d.InForceSince is null)
            ?? (application.Revisit is null ? inForce : null);
        var letter = decision is null
            ? null
            : await db
                .Letters.Include(l => l.Recipients)
                .SingleOrDefaultAsync(
                    l => l.Decision == decision.Id && l.State != LetterState.Dead,
                    ct
                );
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        var round = await RestsOnAsync(application, program, organisation.Zone, ct);
        var me = viewer.Person;
        var aside = await db.DeclarationsOf(application.Id)
            .AnyAsync(d => d.Person == me && !d.Votes, ct);
        return new DecisionCase
        {
            Application = application,
            Program = program,
            Organisation = organisation,
            Decision = decision,
            Letter = letter,
            Before = application.Revisit is null ? null : inForce,
            Partnership = application.Revisit is null
                ? null
                : await db.PartnershipOfAsync(application.Id, ct),
            DecidedBefore =
                (application.AppealWaits || application.Revisit is { Kind: RevisitKind.Appeal })
                && await db.DecidedBeforeAsync(application.Id, me, ct),
            Review = round.Review,
            ReviewSentence = aside ? null : round.Sentence,
            Now = clock.GetCurrentInstant(),
            SteppedAside = aside,
        };
    }

    /// <inheritdoc cref="ApplicationQueries.Hold"/>
    public void Hold(Application application) => db.Hold(application);

    /// <summary>Advice is forgotten when another round begins, so where there is some it came last.</summary>
    private async Task<(ReviewResult Review, string? Sentence)> RestsOnAsync(
        Application application,
        ProgramDefinition program,
        DateTimeZone zone,
        CancellationToken ct
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
        var id = application.Id;
        var round = await db
            .Rounds.AsNoTracking()
            .Where(r => r.Application == id && r.ClosedAt != null)
            .OrderByDescending(r => r.ClosedAt)
            .Select(r => new { r.Result, r.ClosesAt })
            .FirstOrDefaultAsync(ct);
        if (round?.Result is not { Outcome: { } outcome } result)
            return (ReviewResult.None, null);
        var sentence = RoundSentences.Of(result, round.ClosesAt.InZone(zone).Date);
        return outcome switch
        {
            RoundOutcome.Passed => (ReviewResult.Consensus, sentence),
            RoundOutcome.Failed or RoundOutcome.Escalated => (ReviewResult.NoConsensus, sentence),
            RoundOutcome.Objected or RoundOutcome.Stopped => (ReviewResult.None, null),
        };
    }
}
