using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Rehearsal;

/// <summary>Plays the decided cases of a program through another version of it: what it would have asked, whom it would have turned away, and what the votes would have come to.</summary>
internal sealed class Rehearse(BanyanDb db, Viewer viewer)
{
    /// <summary>The newest; older ones say less about what will come.</summary>
    public const int Most = 200;

    /// <summary>Of the cases that the viewer may read. Whoever stepped aside from one never learns how its vote stood, so not by trying rules on it either.</summary>
    public async Task<RehearsalReport> OfAsync(
        ProgramId program,
        ProgramDefinition candidate,
        OrganisationFacts organisation,
        CancellationToken ct
    )
    {
        var me = viewer.Person;
        var cases = await db
            .Applications.OnDeskOf(viewer)
            .AsNoTracking()
            .Where(a =>
                a.Program == program
                && a.ImportedWith == null
                && (a.State == ApplicationState.Approved || a.State == ApplicationState.Declined)
                && !a.Declarations.Any(d => d.Person == me && !d.Votes)
            )
            .OrderByDescending(a => a.SubmittedAt)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Include(a => a.Answers)
            .ToListAsync(ct);
        var ids = cases.Select(a => a.Id).ToList();
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(round => ids.Contains(round.Application) && round.ClosedAt != null)
            .OrderBy(round => round.OpenedAt)
            .Whole()
            .ToListAsync(ct);
        var codes = db
            .AdmissionCodes.Where(code => code.Program == program && code.Late)
            .Select(code => code.Id);
        var late = await codes.ToListAsync(ct);
        return new RehearsalReport([
            .. cases.Select(application =>
                Play(
                    application,
                    [
                        .. rounds.Where(round =>
                            round.Application == application.Id
                            && round.Team == application.ReviewTeam
                            && round.Result is { Outcome: not RoundOutcome.Stopped }
                        ),
                    ],
                    application.Admission is { } code && late.Contains(code),
                    candidate,
                    organisation
                )
            ),
        ]);
    }

    private static RehearsedCase Play(
        Application application,
        IReadOnlyList<BallotRound> rounds,
        bool late,
        ProgramDefinition candidate,
        OrganisationFacts organisation
    )
    {
        var sent = application.SubmittedAt!.Value.InZone(organisation.Zone).Date;
        var form = FormState.Of(
            candidate,
            application.Answers,
            sent,
            CultureInfo.CurrentUICulture,
            complete: true
        );
        var found = new List<(Finding Finding, string Sentence)>();
        found.AddRange(
            form.Questions.Where(question => question.Reading.Problem is not null)
                .Select(question =>
                    (Finding.Asked, Texts.Asked.With(question.Question.Label.ToString()))
                )
        );
        if (!late && !form.Window(candidate, null, sent).MayApply)
            found.Add((Finding.TurnedAway, Texts.TurnedAway));
        if (Vote(rounds, candidate) is { } vote)
            found.Add(vote);
        return new RehearsedCase(
            application.Reference,
            application.Title,
            application.State == ApplicationState.Approved,
            found
        );
    }

    /// <summary>Null where it comes to the same. The last round decided; one before it that ended with an objection says that the fast lane was over.</summary>
    private static (Finding, string)? Vote(
        IReadOnlyList<BallotRound> rounds,
        ProgramDefinition candidate
    )
    {
        var round = rounds.LastOrDefault(each => each.Result!.Outcome != RoundOutcome.Objected);
        if (Stages.Voting(candidate) is not { } voting)
            return round is null ? null : (Finding.Otherwise, Texts.ByStaff);
        if (round is null || round.Team != voting.Stage.Team)
            return (Finding.Otherwise, Texts.ByVote.With(voting.Stage.Title.ToString()));
        var objected = rounds.Any(each => each.Result!.Outcome == RoundOutcome.Objected);
        var rule =
            objected && voting.Rule is DecisionRule.NoObjection fast ? fast.Otherwise : voting.Rule;
        var outcome = Replay.Of(round, rule);
        if (outcome == round.Result!.Outcome)
            return null;
        return outcome switch
        {
            RoundOutcome.Passed => (Finding.Passes, Texts.Passes),
            RoundOutcome.Failed => (Finding.Fails, Texts.Fails),
            RoundOutcome.Escalated => (Finding.Escalates, Texts.Escalates),
            RoundOutcome.Objected or RoundOutcome.Stopped => throw new InvalidOperationException(
                $"A replay does not end as {outcome}."
            ),
        };
    }
}

internal enum Finding
{
    Asked,
    TurnedAway,
    Passes,
    Fails,
    Escalates,

    /// <summary>Another body would have decided.</summary>
    Otherwise,
}

/// <param name="Found">What would be different; empty where nothing would.</param>
internal sealed record RehearsedCase(
    string Reference,
    string Title,
    bool Approved,
    IReadOnlyList<(Finding Finding, string Sentence)> Found
);

internal sealed record RehearsalReport(IReadOnlyList<RehearsedCase> Cases)
{
    public IReadOnlyList<RehearsedCase> Different => [.. Cases.Where(each => each.Found.Count > 0)];

    /// <summary>"3 would be escalated.": one sentence for each kind that there is, in the order of a case's way.</summary>
    public IReadOnlyList<string> Sentences =>
        [
            .. Enum.GetValues<Finding>()
                .Select(finding =>
                    (
                        finding,
                        Count: Cases.Count(each => each.Found.Any(one => one.Finding == finding))
                    )
                )
                .Where(counted => counted.Count > 0)
                .Select(counted => Sentence(counted.finding, counted.Count)),
        ];

    private static string Sentence(Finding finding, int count)
    {
        var (one, other) = finding switch
        {
            Finding.Asked => (Texts.CountAskedOne, Texts.CountAskedOther),
            Finding.TurnedAway => (Texts.CountTurnedAwayOne, Texts.CountTurnedAwayOther),
            Finding.Passes => (Texts.CountPassesOne, Texts.CountPassesOther),
            Finding.Fails => (Texts.CountFailsOne, Texts.CountFailsOther),
            Finding.Escalates => (Texts.CountEscalatesOne, Texts.CountEscalatesOther),
            Finding.Otherwise => (Texts.CountOtherwiseOne, Texts.CountOtherwiseOther),
        };
        return ProgramWords.Count(count, one, other);
    }
}
