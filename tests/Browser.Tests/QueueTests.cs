using Banyan.Testing;

namespace Banyan.Browser.Tests;

/// <summary>The desk in a browser: by keyboard, clean for assistive technology, and within a phone's width.</summary>
public sealed class QueueTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    public async Task The_desk_and_its_filters_are_clean(Screen screen, bool dark)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-ONE", "Dhaka Python Day");
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            }
        );
        await EditorTests.SignInAsync(host, page, World.Marie);
        foreach (
            var path in new[]
            {
                "/cases",
                "/cases?lead=nobody",
                "/cases/filters/keep?lead=me",
                "/cases/PSF-27-ONE/tag",
                "/cases/PSF-27-ONE/untag",
                "/cases/PSF-27-ONE/lead",
                "/cases/PSF-27-ONE/duplicate",
                "/cases/PSF-27-ONE",
                "/cases/hand-over",
                "/me/absence/end",
                "/me/absence",
                "/settings/programs/psf-community-partner/queue",
            }
        )
        {
            await page.Visit(path);
            await page.AxeClean();
            (await page.FitsAsync()).ShouldBeTrue(path);
        }
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(Screen.Desk)]
    public async Task Keys_walk_through_the_queue_and_leave_a_field_alone(Screen screen)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-ONE", "Dhaka Python Day");
        await host.WaitingCaseAsync("PSF-27-TWO", "Pune Python Day");
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice { Screen = screen }
        );
        await EditorTests.SignInAsync(host, page, World.Marie);
        await page.Visit("/cases?ball=WorkGroup");
        await page.PressKeys("j");
        (await page.FocusedAsync()).ShouldContain("Dhaka Python Day");
        await page.PressKeys("j", "j");
        (await page.FocusedAsync()).ShouldContain("Pune Python Day");
        await page.PressKeys("k");
        (await page.FocusedAsync()).ShouldContain("Dhaka Python Day");
        await page.PressKeys("?");
        (await page.Page.InnerTextAsync("[data-queue-keys]")).ShouldStartWith("Keys: j goes");
        await page.PressKeys("?");
        (await page.Page.InnerTextAsync("[data-queue-keys]")).ShouldBeEmpty();
        await page.Page.FocusAsync("input[name=q]");
        await page.PressKeys("j", "k", "?");
        (await page.Page.InputValueAsync("input[name=q]")).ShouldBe("jk?");
        (await page.Page.InnerTextAsync("[data-queue-keys]")).ShouldBeEmpty();
        await page.Visit("/cases?ball=WorkGroup");
        await page.PressKeys("j", "Enter");
        await page.Page.WaitForURLAsync("**/cases/PSF-27-ONE");
        page.Complaints.ShouldBeEmpty();
    }
}
