using Banyan.Testing;
using NodaTime;

namespace Banyan.Browser.Tests;

/// <summary>The pages of a member of the work group: the queue of one, the yearly question, taking part in votes.</summary>
public sealed class MemberPagesTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_member_goes_through_the_queue_by_keyboard_and_every_page_is_clean(
        Screen screen,
        bool dark
    )
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "Django Girls workshop in Dhaka");
        host.Clock.Advance(Duration.FromHours(1));
        await host.WaitingCaseAsync("PSF-27-BBBBB", "Python day of the coast");
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            }
        );
        var shot = $"member-{screen}-{(dark ? "dark" : "light")}";
        await SignInAsync(host, page, World.Tomas);
        await page.Visit("/cases/next");
        await LookAsync(page, $"{shot}-1-declare");
        await page.TabTo("No, nothing");
        await page.PressKeys("Space");
        await page.TabTo("Continue");
        await page.PressKeys("Enter");
        await page.Page.WaitForURLAsync("**/vote?queue=0");
        await LookAsync(page, $"{shot}-2-vote");
        await page.TabTo("For");
        await page.PressKeys("Space");
        await page.TabTo("Cast the vote and go on");
        await page.PressKeys("Enter");
        await page.Page.WaitForURLAsync("**/PSF-27-BBBBB/declare?queue=1");
        await page.Visit("/teams/psf/grants-work-group/participation");
        await LookAsync(page, $"{shot}-3-participation");
        await page.Visit("/teams/psf/grants-work-group/confirm");
        await LookAsync(page, $"{shot}-4-confirm");
        await page.Visit("/me/notifications");
        await LookAsync(page, $"{shot}-5-notifications");
    }

    [BrowserTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desk)]
    public async Task Whoever_leads_the_team_sees_everybody_and_an_empty_queue_is_kind(
        Screen screen
    )
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "Django Girls workshop in Dhaka");
        await host.WorkAfterAsync(Duration.FromHours(5));
        await host.WorkAfterAsync(Duration.FromDays(11));
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice { Screen = screen, ForAxe = true }
        );
        await SignInAsync(host, page, World.Leila);
        await page.Visit("/teams/psf/grants-work-group/participation");
        await LookAsync(page, $"chair-{screen}-1-participation");
        await page.Visit("/cases/next");
        await LookAsync(page, $"chair-{screen}-2-empty");
        var digest = host
            .Mailbox.To(World.Tomas.Address)
            .First(mail => mail.Headers.ContainsKey("List-Unsubscribe"));
        await page.Page.SetContentAsync(digest.Html);
        await page.ScreenshotAsync($"chair-{screen}-3-digest-mail");
    }

    private static async Task LookAsync(BrowserPage page, string name)
    {
        await page.ScreenshotAsync(name);
        await page.AxeClean();
        (await page.FitsAsync()).ShouldBeTrue(name);
    }

    private static async Task SignInAsync(BanyanHost host, BrowserPage page, Character who)
    {
        await page.Visit("/sign-in");
        await page.Page.FillAsync("input[type=email]", who.Address);
        await page.PressKeys("Enter");
        await page.Page.WaitForURLAsync("**/sign-in/code**");
        await page.Page.FillAsync(
            "input[autocomplete=one-time-code]",
            await host.CodeForAsync(who.Address)
        );
        await page.PressKeys("Enter");
        await page.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
