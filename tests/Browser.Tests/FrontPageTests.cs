using Banyan.Testing;

namespace Banyan.Browser.Tests;

/// <summary>The front page and the page of components in a real browser.</summary>
public sealed class FrontPageTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData("/", Screen.Phone, false)]
    [InlineData("/", Screen.Phone, true)]
    [InlineData("/", Screen.Desk, false)]
    [InlineData("/", Screen.Desk, true)]
    [InlineData("/dev/components", Screen.Phone, false)]
    [InlineData("/dev/components", Screen.Phone, true)]
    [InlineData("/dev/components", Screen.Desk, false)]
    [InlineData("/dev/components", Screen.Desk, true)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(
        string path,
        Screen screen,
        bool dark
    )
    {
        await using var host = await StartAsync();
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            }
        );
        await page.Visit(path);
        await page.ScreenshotAsync(
            $"{(path == "/" ? "front" : "components")}-{screen}-{(dark ? "dark" : "light")}"
        );
        await page.AxeClean();
        (await page.FitsAsync()).ShouldBeTrue();
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/dev/components")]
    public async Task The_policy_blocks_nothing_that_the_page_needs(string path)
    {
        await using var host = await StartAsync();
        await using var page = await browser.NewPageAsync(host.BaseUrl);
        await page.Visit(path);
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_the_way_past_the_header_first()
    {
        await using var host = await StartAsync();
        await using var page = await browser.NewPageAsync(host.BaseUrl);
        await page.Visit("/");
        await page.PressKeys("Tab");
        var first = await page.FocusedAsync();
        first.ShouldNotBeEmpty();
        await page.PressKeys("Enter");
        new Uri(page.Page.Url).Fragment.ShouldNotBeEmpty($"the first stop is \"{first}\"");
    }

    [BrowserFact]
    public async Task Axe_bites_on_a_picture_without_words()
    {
        await using var host = await StartAsync();
        await using var page = await browser.NewPageAsync(
            host.BaseUrl,
            new PageChoice { ForAxe = true }
        );
        await page.Visit("/");
        await page.Page.EvaluateAsync(
            "() => document.querySelector('main').append(document.createElement('img'))"
        );
        (await page.AxeProblems()).ShouldBe(["image-alt: <img>"]);
    }

    [BrowserFact]
    public async Task The_policy_bites_on_a_style_in_the_page()
    {
        await using var host = await StartAsync();
        await using var page = await browser.NewPageAsync(host.BaseUrl);
        await page.Visit("/");
        await page.Page.EvaluateAsync(
            "() => { const style = document.createElement('style'); style.textContent = 'p { color: red }'; document.head.append(style); }"
        );
        page.Complaints.ShouldHaveSingleItem().ShouldContain("Content Security Policy");
    }

    private static Task<BanyanHost> StartAsync() =>
        BanyanHost.StartAsync(choice: new HostChoice { Development = true });
}
