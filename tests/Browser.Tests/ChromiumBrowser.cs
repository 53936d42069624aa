using Banyan.Testing.Processes;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Banyan.Browser.Tests.ChromiumBrowser))]

namespace Banyan.Browser.Tests;

/// <summary>One Chromium for the run; each page has a context of its own, so nothing is shared.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Nothing but the host under test may be reached, whatever a page asks for.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why tests in a browser are to be skipped; null when they can run.</summary>
    public static string? Missing => Programs.SkipUnless(Program is not null, "chromium");

    private static string? Program =>
        // The shell without a window does the same in two thirds of the time.
        Programs.Find("chromium-headless-shell")
        ?? Programs.Find("chromium")
        ?? Programs.Find("chromium-browser")
        ?? Programs.Find("google-chrome");

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Program ?? throw new InvalidOperationException("chromium is not installed."),
                Args = Arguments,
            }
        );
    }

    /// <summary>A fresh browser on this site, ready to go to paths of it.</summary>
    public async Task<BrowserPage> NewPageAsync(Uri site, PageChoice? choice = null)
    {
        var wanted = choice ?? new PageChoice();
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = site.ToString(),
                ViewportSize = wanted.Screen switch
                {
                    Screen.Phone => new() { Width = 360, Height = 800 },
                    Screen.Desk => new() { Width = 1280, Height = 900 },
                },
                ColorScheme = wanted.Dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = wanted.JavaScript,
                Locale = wanted.Language,
                ReducedMotion = ReducedMotion.Reduce,
                // Axe is a script of its own that our policy would not let in.
                BypassCSP = wanted.ForAxe,
            }
        );
        context.SetDefaultTimeout(15_000);
        return new BrowserPage(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

public enum Screen
{
    Phone,
    Desk,
}

/// <summary>How somebody looks at a page.</summary>
public sealed record PageChoice
{
    public Screen Screen { get; init; } = Screen.Desk;
    public bool Dark { get; init; }
    public bool JavaScript { get; init; } = true;
    public string Language { get; init; } = "en-GB";
    public bool ForAxe { get; init; }

    public static PageChoice Phone { get; } = new() { Screen = Screen.Phone };
}
