using Banyan.Testing.Walks;
using Microsoft.Playwright;

namespace Banyan.Browser.Tests;

/// <summary>A walker in a real browser, which looks at each page on its way: with axe where it may, and for anything that sticks out or is blocked.</summary>
/// <param name="shots">Where pictures go, as a prefix; null keeps none.</param>
public sealed class BrowserWalker(BrowserPage browser, PageChoice choice, string? shots) : IWalker
{
    private IPage Page => browser.Page;

    public string Path => new Uri(Page.Url).PathAndQuery;

    public Task VisitAsync(string path) => Page.GotoAsync(path);

    public async Task FillAsync(string field, string value)
    {
        var named = Page.Locator($"[name=\"{field}\"]:not([type=hidden])");
        await (
            await named.CountAsync() > 0 ? named : Page.GetByLabel(field, new() { Exact = true })
        ).FillAsync(value);
    }

    public Task ChooseAsync(string field, string option) =>
        Page.Locator($"input[name=\"{field}\"][value=\"{option}\"]").CheckAsync();

    public Task PressAsync(string button) =>
        AndLandAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    public Task FollowAsync(string link) =>
        AndLandAsync(Page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public Task<string> InnerTextAsync(string selector) => Page.Locator(selector).InnerTextAsync();

    public Task<string> ValueAsync(string selector) => Page.Locator(selector).InputValueAsync();

    public async Task LookAsync(string name)
    {
        if (shots is not null)
            await browser.ScreenshotAsync($"{shots}-{name}");
        (await browser.FitsAsync()).ShouldBeTrue($"{name} sticks out at {Path}");
        if (choice is { ForAxe: true, JavaScript: true })
            (await browser.AxeProblems()).ShouldBeEmpty($"{name} at {Path}");
        browser.Complaints.ShouldBeEmpty($"{name} at {Path}");
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    // A form that is shown again has the same address, so the answer is waited for and not the address.
    private async Task AndLandAsync(ILocator target)
    {
        var landed = Page.WaitForResponseAsync(answer =>
            answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400
        );
        await target.ClickAsync();
        await landed;
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
