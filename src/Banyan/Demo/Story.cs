using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;

namespace Banyan.Demo;

/// <summary>One case in each state, each played from its beginning. Times are counted back from today.</summary>
internal sealed class Story(Scene scene, Instant today)
{
    private readonly DemoDesk desk = new(scene);
    private readonly DemoPlots plots = new(today.InUtc().Date);

    public async Task PlayAsync()
    {
        await DraftAsync();
        await SentAsync();
        await AskedAsync();
        await InReviewAsync();
        await DecidingAsync();
        await WithdrawnAsync();
        await ClosedAsync();
        At(days: 0);
        await scene.WorkAsync();
    }

    private async Task DraftAsync()
    {
        At(days: 2);
        await plots.Draft.BeginAsync(scene);
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

    private async Task DecidingAsync()
    {
        await ToWorkGroupAsync(plots.Deciding, sent: 34, taken: 31, forwarded: 13);
        foreach (var (who, days) in new[] { (Cast.Ines, 12), (Cast.Joey, 10), (Cast.Leila, 9) })
        {
            At(days);
            await desk.VoteAsync(who, plots.Deciding, Vote.For);
        }
        At(days: 2);
        await scene.WorkAsync();
    }

    private async Task WithdrawnAsync()
    {
        await SendAsync(plots.Withdrawn, days: 40);
        At(days: 36);
        await plots.Withdrawn.WithdrawAsync(scene, "The venue fell through. We try again in spring.");
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

    private async Task SendAsync(DemoApplication application, int days)
    {
        At(days + 1);
        await application.BeginAsync(scene);
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
