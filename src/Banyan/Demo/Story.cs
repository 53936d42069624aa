using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Demo;

/// <summary>One case in each state, each played from its beginning. Times are counted back from today.</summary>
internal sealed class Story(Scene scene, Instant today)
{
    private readonly DemoDesk desk = new(scene);
    private readonly DemoPartner partner = new(scene);
    private readonly DemoPlots plots = new(today.InUtc().Date);

    public async Task PlayAsync()
    {
        await DraftAsync();
        await SentAsync();
        await AskedAsync();
        await InReviewAsync();
        await DiscussedAsync();
        await WithBoardAsync();
        await DecidingAsync();
        await ApprovedAsync();
        await DeclinedAsync();
        await WithdrawnAsync();
        await ClosedAsync();
        await ReleasingAsync();
        At(days: 0);
        await scene.WorkAsync();
    }

    private async Task DraftAsync()
    {
        At(days: 2);
        await BeginAsync(plots.Draft);
    }

    private async Task SentAsync() => await SendAsync(plots.Sent, days: 1);

    private async Task AskedAsync()
    {
        await SendAsync(plots.Asked, days: 9);
        At(days: 7);
        await desk.TakeUpAsync(plots.Asked);
        At(days: 5);
        await desk.NoteAsync(
            plots.Asked,
            Audience.Staff,
            "The page lists rules, but I cannot find who receives a report."
        );
        await desk.AskAsync(
            plots.Asked,
            "Who receives reports under your code of conduct, and how do people reach them? A role and an address on the page are enough.",
            ["codeOfConduct"],
            days: 14
        );
        await scene.WorkAsync();
    }

    private async Task InReviewAsync()
    {
        await ToWorkGroupAsync(plots.InReview, sent: 18, taken: 16, forwarded: 4);
        At(days: 3);
        await desk.VoteAsync(Cast.Tomas, plots.InReview, Vote.For);
        At(days: 1);
        await desk.VoteAsync(
            Cast.Asha,
            plots.InReview,
            Vote.For,
            "They reach towns where nobody else goes."
        );
        await scene.WorkAsync();
    }

    private async Task DiscussedAsync()
    {
        await ToWorkGroupAsync(plots.Discussed, sent: 20, taken: 18, forwarded: 7);
        At(days: 6);
        await desk.DeclareAsync(Cast.Ines, plots.Discussed, Conflict.Hard);
        await desk.VoteAsync(Cast.Joey, plots.Discussed, Vote.For);
        At(days: 4);
        await desk.VoteAsync(
            Cast.Tomas,
            plots.Discussed,
            Vote.Against,
            "The code of conduct names a mailbox that bounces. With a working one I would be for it."
        );
        At(days: 2);
        await desk.VoteAsync(Cast.Asha, plots.Discussed, Vote.For);
        await scene.WorkAsync();
    }

    private async Task WithBoardAsync()
    {
        await ToWorkGroupAsync(plots.WithBoard, sent: 40, taken: 38, forwarded: 28);
        At(days: 25);
        await desk.VoteAsync(
            Cast.Joey,
            plots.WithBoard,
            Vote.For,
            "Nobody else reaches these listeners."
        );
        At(days: 22);
        await desk.VoteAsync(
            Cast.Asha,
            plots.WithBoard,
            Vote.Against,
            "Is a radio course about Python still an event of ours? That is a matter of principle."
        );
        // Ten business days later somebody is still against, so the board is asked.
        At(days: 5);
        await scene.WorkAsync();
        At(days: 3);
        await desk.VoteAsync(Cast.Hana, plots.WithBoard, Vote.For);
        await scene.WorkAsync();
    }

    private async Task DecidingAsync()
    {
        await ToWorkGroupAsync(plots.Deciding, sent: 34, taken: 31, forwarded: 13);
        await PassAsync(plots.Deciding, forwarded: 13);
    }

    private async Task ApprovedAsync()
    {
        await ToWorkGroupAsync(plots.Approved, sent: 70, taken: 68, forwarded: 60);
        await PassAsync(plots.Approved, forwarded: 60);
        At(days: 48);
        await desk.DecideAsync(plots.Approved, Approve);
        await desk.ReleaseAsync(plots.Approved);
        At(days: 47);
        await scene.WorkAsync();
        At(days: 40);
        await partner.KeepAsync(Cast.Nusrat, "community-led", plots.Approved.Website);
        await partner.KeepAsync(
            Cast.Marie,
            "letter",
            "The decision and its reasons went out by e-mail."
        );
        At(days: 38);
        await partner.KeepAsync(Cast.Nusrat, "trademarks", "We asked before we printed anything.");
        At(days: 37);
        await partner.DoubtAsync(
            Cast.Marie,
            "trademarks",
            "The shirts show the logo without the ® sign. Could you send us the new draft?"
        );
        At(days: 6);
        await partner.ReportAsync(Cast.Nusrat);
    }

    private async Task DeclinedAsync()
    {
        await ToWorkGroupAsync(plots.Declined, sent: 84, taken: 80, forwarded: 74);
        At(days: 73);
        await desk.VoteAsync(
            Cast.Tomas,
            plots.Declined,
            Vote.Against,
            "The program of last year shows one Python talk in five."
        );
        // After ten business days somebody is still against, so the board is asked.
        At(days: 55);
        await scene.WorkAsync();
        foreach (
            var (who, vote, days) in new[]
            {
                (Cast.Ruth, Vote.Against, 54),
                (Cast.Hana, Vote.For, 53),
                (Cast.Paul, Vote.Against, 51),
            }
        )
        {
            At(days);
            await desk.VoteAsync(
                who,
                plots.Declined,
                vote,
                vote == Vote.Against ? "Most of it is not about Python." : ""
            );
        }
        At(days: 50);
        await desk.DecideAsync(plots.Declined, Decline);
        await desk.ReleaseAsync(plots.Declined);
        At(days: 49);
        await scene.WorkAsync();
    }

    // Released a moment ago, so that the undo can be tried.
    private async Task ReleasingAsync()
    {
        await ToWorkGroupAsync(plots.Releasing, sent: 30, taken: 28, forwarded: 20);
        await PassAsync(plots.Releasing, forwarded: 20);
        At(days: 0);
        await desk.DecideAsync(plots.Releasing, Approve);
        await desk.ReleaseAsync(plots.Releasing);
    }

    private async Task PassAsync(DemoApplication application, int forwarded)
    {
        foreach (var (who, after) in new[] { (Cast.Ines, 1), (Cast.Joey, 3), (Cast.Asha, 4) })
        {
            At(forwarded - after);
            await desk.VoteAsync(who, application, Vote.For);
        }
        At(forwarded - 11);
        await scene.WorkAsync();
    }

    private static DecisionDraft Approve(ProgramDefinition program) =>
        new(DecisionOutcome.Approved, new Dictionary<string, string>(), "", null);

    private DecisionDraft Decline(ProgramDefinition program) =>
        new(
            DecisionOutcome.Declined,
            new Dictionary<string, string>
            {
                ["python"] =
                    "Python fills about a fifth of the program, and the rest is about other things.",
            },
            "Apply for the Python day alone, which stands on its own, or bring more Python into the program.",
            today.InUtc().Date.PlusWeeks(8)
        );

    private async Task WithdrawnAsync()
    {
        await SendAsync(plots.Withdrawn, days: 40);
        At(days: 36);
        await plots.Withdrawn.WithdrawAsync(
            scene,
            "The venue fell through. We try again in spring."
        );
    }

    private async Task ClosedAsync()
    {
        await SendAsync(plots.Closed, days: 75);
        At(days: 72);
        await desk.TakeUpAsync(plots.Closed);
        At(days: 60);
        await desk.CloseAsync(
            plots.Closed,
            "This looks like the same group as an application of last week. We go on with that one."
        );
        await scene.WorkAsync();
    }

    private async Task BeginAsync(DemoApplication application)
    {
        await application.BeginAsync(scene);
        await application.CheckAsync(scene);
        await DemoSites.LookAsync(scene, application);
    }

    private async Task SendAsync(DemoApplication application, int days)
    {
        At(days + 1);
        await BeginAsync(application);
        At(days);
        await application.SendAsync(scene);
        await scene.WorkAsync();
    }

    private async Task ToWorkGroupAsync(
        DemoApplication application,
        int sent,
        int taken,
        int forwarded
    )
    {
        await SendAsync(application, sent);
        At(taken);
        await desk.TakeUpAsync(application);
        At(forwarded);
        await desk.JudgeAsync(application);
        await desk.SendToWorkGroupAsync(application);
        await scene.WorkAsync();
    }

    private void At(int days) => scene.At(today - Duration.FromDays(days));
}
