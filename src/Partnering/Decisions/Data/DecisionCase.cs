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
            LetterWriter.AsksForAdvice(Program),
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
