using Banyan.Testing.Walks;
using Microsoft.Playwright;

namespace Banyan.Browser.Tests;

/// <summary>A walker in a real browser, which looks at each page on its way: with axe where it may, and for anything that sticks out or is blocked.</summary>
/// <param name="shots">Where pictures go, as a prefix; null keeps none.</param>
public sealed class BrowserWalker(BrowserPage browser, PageChoice choice, string? shots) : IWalker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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

    // A form that is shown again has the same address, so the next document is waited for and not the address. To have its answer is not enough: the old
    // document would still take what is filled in next, and lose it; and before its stylesheet is there, the next one has no measure.
    private async Task AndLandAsync(ILocator target)
    {
        var landed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Land(object? sender, IPage page) => landed.TrySetResult();
        Page.Load += Land;
        try
        {
            await target.ClickAsync();
            await landed.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Land;
        }
    }
}
