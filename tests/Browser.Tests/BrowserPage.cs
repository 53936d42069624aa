using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Banyan.Browser.Tests;

/// <summary>One tab. What its console complains about, a blocked script among it, is kept.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    internal BrowserPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, problem) => complaints.Enqueue(problem);
        page.RequestFailed += (_, request) =>
            complaints.Enqueue($"{request.Url}: {request.Failure}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => [.. complaints];

    public async Task<BrowserPage> Visit(string path)
    {
        await Page.GotoAsync(path);
        return this;
    }

    /// <summary>Keeps a picture of the whole page as artifacts/screens/NAME.png, where somebody asks for pictures by BANYAN_SCREENS=1: drawing long pages takes more time than walking them.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BANYAN_SCREENS") == "1")
            await Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Root(), "artifacts", "screens", $"{name}.png"),
                    FullPage = true,
                }
            );
    }

    /// <summary>Axe finds nothing in the open page. The page must be one made <see cref="PageChoice.ForAxe"/>.</summary>
    public async Task AxeClean() => (await AxeProblems()).ShouldBeEmpty();

    /// <summary>Each finding as its rule and where it is.</summary>
    public async Task<IReadOnlyList<string>> AxeProblems()
    {
        var found = await Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values =
                    [
                        "wcag2a",
                        "wcag2aa",
                        "wcag21a",
                        "wcag21aa",
                        "wcag22aa",
                        "best-practice",
                    ],
                },
            }
        );
        return
        [
            .. found.Violations.SelectMany(rule =>
                rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")
            ),
        ];
    }

    /// <summary>Presses Tab until the focus is on what carries these words, as its name or its text.</summary>
    /// <exception cref="InvalidOperationException">The keyboard does not lead there.</exception>
    public async Task TabTo(string words)
    {
        var seen = new List<string>();
        for (var step = 0; step < 100; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focused = await FocusedAsync();
            if (focused == words)
                return;
            seen.Add(focused);
        }
        throw new InvalidOperationException(
            $"Tab never reaches \"{words}\"; it goes through: {string.Join(" | ", seen.Distinct())}"
        );
    }

    public async Task PressKeys(params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>The name or the text of what has the focus; empty when nothing has.</summary>
    public Task<string> FocusedAsync() =>
        Page.EvaluateAsync<string>(
            """
            () => {
                const at = document.activeElement;
                if (!at || at === document.body) return '';
                const words = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? at.value ?? '';
                return words.trim().replace(/\s+/g, ' ');
            }
            """
        );

    /// <summary>True when nothing sticks out to the side, so that nobody has to scroll in two directions.</summary>
    public Task<bool> FitsAsync() =>
        Page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        );

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The sources are not above the tests.");
        return folder.FullName;
    }
}
