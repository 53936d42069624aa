using Banyan.Testing;

namespace Banyan.Browser.Tests;

/// <summary>The pages on which staff change a program: clean for assistive technology, and with a script that checks while one types.</summary>
public sealed class EditorTests(ChromiumBrowser browser)
{
    private const string Program = "/settings/programs/psf-community-partner";

    [BrowserTheory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    public async Task Every_page_of_the_editor_is_clean(Screen screen, bool dark)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            }
        );
        var shot = $"editor-{screen}-{(dark ? "dark" : "light")}";
        await SignInAsync(host, page, World.Marie);
        await page.Visit(Program);
        await page.Page.ClickAsync("main form button");
        await page.Page.WaitForURLAsync("**/edit");
        await LookAsync(page, $"{shot}-1-parts");
        await page.Visit($"{Program}/edit/clauses/2?language=bn");
        await page.Page.FillAsync("textarea[name='text.en']", "Other words for the same.");
        await page.Page.ClickAsync("main form button");
        await page.Page.WaitForURLAsync("**/clauses");
        await LookAsync(page, $"{shot}-2-clauses");
        foreach (
            var (place, name) in new[]
            {
                ("", "3-overview"),
                ("/edit/form/sections/1/questions/1?language=bn", "4-question"),
                ("/edit/stages/2/rule", "5-rule"),
                ("/edit/letters", "6-letters"),
                ("/edit/yaml", "7-file"),
                ("/changes", "8-changes"),
                ("/preview", "9-preview"),
                ("/publish", "10-publish"),
                ("/remove/clauses/1", "11-remove"),
                ("/discard", "12-discard"),
            }
        )
        {
            await page.Visit(Program + place);
            await LookAsync(page, $"{shot}-{name}");
        }
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(Screen.Desk)]
    public async Task What_is_wrong_with_the_file_is_said_while_one_types(Screen screen)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice { Screen = screen }
        );
        await SignInAsync(host, page, World.Marie);
        await page.Visit(Program);
        await page.Page.ClickAsync("main form button");
        await page.Page.WaitForURLAsync("**/edit");
        await page.Visit($"{Program}/edit/yaml");
        var text = await page.Page.InputValueAsync("textarea");
        await page.Page.FillAsync(
            "textarea",
            text.Replace("state: open", "state: opne", StringComparison.Ordinal)
        );
        await page.Page.WaitForSelectorAsync("[data-program-problems] li");
        (await page.Page.InnerTextAsync("[data-program-problems] li")).ShouldContain(
            "state: opne is not known here."
        );
        await page.Page.FillAsync("textarea", text);
        await page.Page.WaitForSelectorAsync("text=Nothing is wrong with this text.");
        (await page.Page.QuerySelectorAllAsync("[data-program-problems] li")).ShouldBeEmpty();
        page.Complaints.ShouldBeEmpty();
    }

    private static async Task LookAsync(BrowserPage page, string name)
    {
        await page.ScreenshotAsync(name);
        await page.AxeClean();
        (await page.FitsAsync()).ShouldBeTrue(name);
    }

    internal static async Task SignInAsync(BanyanHost host, BrowserPage page, Character who)
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
