using Banyan.Testing;
using Banyan.Testing.Walks;

namespace Banyan.Browser.Tests;

/// <summary>Somebody of the staff who has never seen the file finds their way by what stands on the pages: a question, a clause and the time for applying are changed and published.</summary>
public sealed class EditorNewcomerTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, Screen.Desk)]
    [InlineData(DatabaseKind.Postgres, Screen.Phone)]
    public async Task A_question_a_clause_and_a_window_are_changed_and_published(
        DatabaseKind database,
        Screen screen
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        var choice = new PageChoice { Screen = screen };
        var page = await browser.NewPageAsync(host.BaseUrl, choice);
        await using var marie = new BrowserWalker(page, choice, $"newcomer-{screen}");
        await marie.VisitAsync("/sign-in");
        await marie.SignInAsync(host, World.Marie.Address);
        await marie.FollowAsync("Programs");
        await marie.LookAsync("1-programs");
        await marie.FollowAsync("PSF Community Partner");
        await marie.LookAsync("2-overview");
        await marie.PressAsync("Begin a working copy");
        await marie.LookAsync("3-parts");
        await marie.FollowAsync("When one may apply");
        await marie.FillAsync("Apply at least so many weeks before (optional)", "7");
        await marie.LookAsync("4-window");
        await marie.PressAsync("Save");
        await marie.FollowAsync("Questions of the form");
        await marie.FollowAsync("On the web");
        await marie.FollowAsync("Questions");
        await marie.FollowAsync("Website");
        await marie.FillAsync("Question", "Your page on the web");
        await marie.LookAsync("5-question");
        await marie.PressAsync("Save");
        await marie.VisitAsync("/settings/programs/psf-community-partner/edit");
        await marie.FollowAsync("Clauses");
        await marie.FollowAsync("Add a clause");
        await marie.FillAsync("Short name", "kindness");
        await marie.FillAsync("In plain words", "Be kind.");
        await marie.FillAsync("Exact text", "We are kind to those who come.");
        await marie.LookAsync("6-clause");
        await marie.PressAsync("Save");
        await marie.VisitAsync("/settings/programs/psf-community-partner");
        await marie.FollowAsync("Publish");
        (await marie.TextAsync()).ShouldContain("6 became 7");
        await marie.LookAsync("7-publish");
        await marie.FillAsync("What is new, in one line", "A clause about kindness");
        await marie.PressAsync("Publish version 2");
        (await marie.TextAsync()).ShouldContain("Version 2, published by Marie");
        await marie.LookAsync("8-published");
        await marie.VisitAsync("/programs/psf-community-partner");
        var published = await marie.TextAsync();
        published.ShouldContain("Be kind.");
        published.ShouldContain("Your page on the web");
        published.ShouldContain("7 weeks before");
    }
}
