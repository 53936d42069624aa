using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Demo;

/// <summary>What staff and the work group do with a case of the demo.</summary>
internal sealed class DemoDesk(Scene scene)
{
    public Task TakeUpAsync(DemoApplication of) =>
        ActAsync(
            Cast.Marie,
            of,
            CasePermissions.TakeUp,
            (open, _) => Task.FromResult(open.Case.TakeUp(open.Person!.Value, open.Actor, open.Now))
        );

    /// <summary>Marks every criterion of the program as met.</summary>
    public Task JudgeAsync(DemoApplication of) =>
        ActAsync(
            Cast.Marie,
            of,
            CasePermissions.Judge,
            (open, services) =>
            {
                var outcome = Outcome.Of(open.Actor, open.Now);
                foreach (var criterion in open.Program.Criteria)
                {
                    var (finding, judged) = CriterionFinding.Of(
                        open.Case.Id,
                        criterion.Key,
                        criterion.Text.ToString(),
                        Verdict.Met,
                        "",
                        open.Actor,
                        open.Now
                    );
                    outcome = outcome.And(judged);
                    if (finding is not null)
                        services.GetRequiredService<BanyanDb>().Add(finding);
                }
                return Task.FromResult(outcome);
            }
        );

    public Task NoteAsync(DemoApplication of, Audience audience, string words) =>
        ActAsync(
            Cast.Marie,
            of,
            CasePermissions.Note,
            (open, _) => Task.FromResult(open.Case.Note(audience, words, open.Actor, open.Now))
        );

    public Task AskAsync(
        DemoApplication of,
        string words,
        IReadOnlyList<string> fields,
        int days
    ) =>
        ActAsync(
            Cast.Marie,
            of,
            CasePermissions.Ask,
            async (open, services) =>
            {
                await LoadApplicantsAsync(open, services);
                var outcome = open.Case.Ask(
                    words,
                    fields,
                    open.Today.PlusDays(days),
                    open.Actor,
                    open.Now
                );
                return outcome.Done
                    ? outcome
                        .And(
                            open.Round?.Pause(open.Actor, open.Now)
                                ?? Outcome.Of(open.Actor, open.Now)
                        )
                        .Then([
                            .. services
                                .GetRequiredService<StaffMail>()
                                .Asked(open.Case, words, [], NextFor(open), open.Now),
                        ])
                    : outcome;
            }
        );

    public Task SendToWorkGroupAsync(DemoApplication of) =>
        ActAsync(Cast.Marie, of, CasePermissions.Send, SendAsync);

    /// <summary>Declares that nothing stands in the way, and votes.</summary>
    public async Task VoteAsync(CastMember who, DemoApplication of, Vote vote, string reason = "")
    {
        await DeclareAsync(who, of, Conflict.None);
        await ActAsync(
            who,
            of,
            CasePermissions.Vote,
            async (open, services) =>
            {
                var cast = open.Round!.Cast(open.Case, vote, reason, open.Actor, open.Now);
                return cast.And(
                    await services
                        .GetRequiredService<RunRound>()
                        .SettleAsync(open.Turn, open.Round, scene.Ct)
                );
            }
        );
    }

    public Task DeclareAsync(CastMember who, DemoApplication of, Conflict conflict) =>
        scene.AsAsync(
            who,
            async services =>
            {
                var reached = services.GetRequiredService<ReachedCase>();
                return await reached.LoadAsync(of.Reference, scene.Ct)
                    ? await services
                        .GetRequiredService<DeclareConflict>()
                        .OfAsync(
                            reached.Turn,
                            reached.Round,
                            (reached.Person, who.Name),
                            conflict,
                            null,
                            scene.Ct
                        )
                    : throw new InvalidOperationException(
                        $"{of.Reference} does not reach {who.Name}."
                    );
            }
        );

    public Task CloseAsync(DemoApplication of, string reason) =>
        ActAsync(
            Cast.Marie,
            of,
            CasePermissions.Close,
            async (open, services) =>
            {
                await LoadApplicantsAsync(open, services);
                var outcome = open.Case.Close(reason, Role.Staff, open.Actor, open.Now);
                return outcome.Done
                    ? outcome
                        .And(open.Case.Note(Audience.Applicant, reason, open.Actor, open.Now))
                        .Then([
                            .. services
                                .GetRequiredService<StaffMail>()
                                .Closed(open.Case, reason, NextFor(open), open.Now),
                        ])
                    : outcome;
            }
        );

    public Task DecideAsync(DemoApplication of, Func<ProgramDefinition, DecisionDraft> draft) =>
        scene.AsAsync(
            Cast.Marie,
            async services =>
            {
                var (db, cases) = (
                    services.GetRequiredService<BanyanDb>(),
                    services.GetRequiredService<DecisionCases>()
                );
                var actor = services.GetRequiredService<Viewer>().Actor;
                var found =
                    await cases.FindAsync(of.Reference, CasePermissions.Decide, scene.Ct)
                    ?? throw new InvalidOperationException($"{of.Reference} is not there.");
                var (decision, outcome) = Decision.Record(
                    found.Application.Id,
                    draft(found.Program),
                    found.Facts,
                    actor,
                    found.Now
                );
                if (decision is null)
                    return outcome;
                cases.Hold(found.Application);
                db.Add(decision);
                var composer = services.GetRequiredService<LetterComposer>();
                db.Add(
                    Letter.Write(
                        decision,
                        await composer.ComposeAsync(found, decision, scene.Ct),
                        found.Now
                    )
                );
                return outcome;
            }
        );

    public Task ReleaseAsync(DemoApplication of) =>
        scene.AsAsync(
            Cast.Marie,
            async services =>
            {
                var actor = services.GetRequiredService<Viewer>().Actor;
                var open =
                    await services
                        .GetRequiredService<LetterPages>()
                        .FindAsync(of.Reference, CasePermissions.Release, scene.Ct)
                    ?? throw new InvalidOperationException($"{of.Reference} has no letter.");
                return open
                    .Letter.Release(open.Fresh, open.View.Seen, actor, open.Case.Now)
                    .And(
                        open.Case.Application.Release(
                            $"{open.Decision.Outcome}",
                            actor,
                            open.Case.Now
                        )
                    );
            }
        );

    private async Task<Outcome> SendAsync(OpenCase open, IServiceProvider services)
    {
        var voting = Stages.Voting(open.Program)!.Value;
        return open
            .Case.SendToWorkGroup(voting.Stage.Team, null, open.Actor, open.Now)
            .And(
                await services
                    .GetRequiredService<RunRound>()
                    .BeginAsync(open.Turn, voting, scene.Ct)
            );
    }

    private static string NextFor(OpenCase open) =>
        NextLineOf.Applicant(NextFacts.Of(open.Case), open.Program.Clocks, open.AtHome).Sentence;

    private Task LoadApplicantsAsync(OpenCase open, IServiceProvider services) =>
        services
            .GetRequiredService<BanyanDb>()
            .Entry(open.Case)
            .Collection(application => application.Applicants)
            .LoadAsync(scene.Ct);

    private Task ActAsync(
        CastMember who,
        DemoApplication of,
        string permission,
        Func<OpenCase, IServiceProvider, Task<Outcome>> act
    ) =>
        scene.AsAsync(
            who,
            async services =>
            {
                var open = services.GetRequiredService<OpenCase>();
                return await open.LoadAsync(of.Reference, permission, scene.Ct)
                    ? await act(open, services)
                    : throw new InvalidOperationException(
                        $"{who.Name} may not do {permission} with {of.Reference}."
                    );
            }
        );
}
