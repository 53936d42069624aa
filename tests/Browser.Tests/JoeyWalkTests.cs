using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Browser.Tests;

/// <summary>The walks of the published example in a real browser: with and without JavaScript, on a phone, on both databases.</summary>
public sealed class JoeyWalkTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task From_the_first_question_to_the_badge_on_a_phone(
        DatabaseKind database,
        bool javaScript
    ) =>
        WalkAsync(
            database,
            new PageChoice { Screen = Screen.Phone, JavaScript = javaScript },
            null,
            ToTheBadgeAsync
        );

    [BrowserTheory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    public Task Axe_finds_nothing_on_the_way_to_the_badge(Screen screen, bool dark) =>
        WalkAsync(
            DatabaseKind.Sqlite,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            },
            $"badge-{screen}-{(dark ? "dark" : "light")}",
            ToTheBadgeAsync
        );

    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task To_a_decline(DatabaseKind database, bool javaScript) =>
        WalkAsync(
            database,
            PhoneWith(javaScript),
            $"decline-{(javaScript ? "js" : "plain")}",
            ToADeclineAsync
        );

    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task To_a_withdrawal_and_back(DatabaseKind database, bool javaScript) =>
        WalkAsync(
            database,
            PhoneWith(javaScript),
            $"withdraw-{(javaScript ? "js" : "plain")}",
            async (walk, joey) =>
            {
                await walk.ApplyAsync(joey);
                await walk.WithdrawAndReopenAsync(joey);
            }
        );

    private static PageChoice PhoneWith(bool javaScript) =>
        new()
        {
            Screen = Screen.Phone,
            JavaScript = javaScript,
            ForAxe = javaScript,
        };

    private static async Task ToTheBadgeAsync(JoeyWalk walk, IWalker joey)
    {
        await walk.ApplyAsync(joey);
        await using var marie = await walk.SignedInAsync(World.Marie);
        await walk.ReviewAsync(marie);
        await walk.AskAndAnswerAsync(marie, joey);
        await walk.SendToWorkGroupAsync(marie);
        await walk.VotesForAsync();
        await walk.Host.WorkAfterAsync(Duration.FromDays(10));
        await walk.BecomePartnerAsync(marie, joey);
    }

    private static async Task ToADeclineAsync(JoeyWalk walk, IWalker joey)
    {
        await walk.ApplyAsync(joey);
        await using var marie = await walk.SignedInAsync(World.Marie);
        await walk.ReviewAsync(marie);
        await walk.SendToWorkGroupAsync(marie);
        await walk.BeDeclinedAsync();
    }

    private async Task WalkAsync(
        DatabaseKind database,
        PageChoice choice,
        string? shots,
        Func<JoeyWalk, IWalker, Task> way
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        async Task<IWalker> Open(string who) =>
            new BrowserWalker(await browser.NewPageAsync(host.BaseUrl, choice), choice, shots);
        var walk = new JoeyWalk(host, Open);
        await using var joey = await Open("Joey");
        await way(walk, joey);
    }
}
