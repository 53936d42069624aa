using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Browser.Tests;

/// <summary>The walks of the published example in a real browser: with and without JavaScript, on a phone, on both databases. One class a walk, so that they run beside each other.</summary>
public abstract class JoeyWalkTests(ChromiumBrowser browser)
{
    /// <summary>A page reads the same on both databases, so it is looked at on one.</summary>
    protected static PageChoice Phone(DatabaseKind database, bool javaScript) =>
        new()
        {
            Screen = Screen.Phone,
            JavaScript = javaScript,
            ForAxe = javaScript && database == DatabaseKind.Sqlite,
        };

    protected static string? Shots(DatabaseKind database, bool javaScript, string name) =>
        database == DatabaseKind.Sqlite ? $"{name}-{(javaScript ? "js" : "plain")}" : null;

    protected static async Task ToTheBadgeAsync(JoeyWalk walk, IWalker joey)
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

    protected static async Task ToADeclineAsync(JoeyWalk walk, IWalker joey)
    {
        await walk.ApplyAsync(joey);
        await using var marie = await walk.SignedInAsync(World.Marie);
        await walk.ReviewAsync(marie);
        await walk.SendToWorkGroupAsync(marie);
        await walk.BeDeclinedAsync();
    }

    protected async Task WalkAsync(
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
