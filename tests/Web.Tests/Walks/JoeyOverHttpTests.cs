using Banyan.Testing;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Web.Tests.Walks;

/// <summary>The three walks of the published example over plain HTTP, on both databases.</summary>
public sealed class JoeyOverHttpTests
{
    [Theory, EachDatabase]
    public async Task Out_of_the_window_the_first_day_is_named_and_nothing_is_lost(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = Instant.FromUtc(2026, 11, 20, 12, 0);
        await host.FoundAsync();
        var walk = Of(host);
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        (await joey.TextAsync()).ShouldContain("7 December 2027");
        await joey.VisitAsync($"/applications/{walk.Reference}/sections/web");
        await walk.FillInTheRestAsync(joey);
        await walk.ProveAsync(joey);
        await joey.VisitAsync($"/applications/{walk.Reference}/send");
        await joey.PressAsync("Send the application");
        var text = await joey.TextAsync();
        text.ShouldContain("7 December 2027");
        text.ShouldContain("PyCon Jupiter is a community-organized conference");
    }

    [Theory, EachDatabase]
    public async Task From_the_first_question_to_the_badge(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        var walk = Of(host);
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.ApplyAsync(joey);
        await using var marie = await walk.SignedInAsync(World.Marie);
        await walk.ReviewAsync(marie);
        await walk.AskAndAnswerAsync(marie, joey);
        await walk.SendToWorkGroupAsync(marie);
        await walk.VotesForAsync();
        await host.WorkAfterAsync(Duration.FromDays(10));
        await walk.BecomePartnerAsync(marie, joey);
    }

    [Theory, EachDatabase]
    public async Task To_a_decline_with_reasons_and_a_way_forward(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        var walk = Of(host);
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.ApplyAsync(joey);
        await using var marie = await walk.SignedInAsync(World.Marie);
        await walk.ReviewAsync(marie);
        await walk.SendToWorkGroupAsync(marie);
        await walk.BeDeclinedAsync();
    }

    [Theory, EachDatabase]
    public async Task To_a_withdrawal_and_back(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        var walk = Of(host);
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.ApplyAsync(joey);
        await walk.WithdrawAndReopenAsync(joey);
    }

    private static JoeyWalk Of(BanyanHost host) =>
        new(host, _ => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor())));
}
