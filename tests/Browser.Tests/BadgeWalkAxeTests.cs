using Banyan.Testing;
using Banyan.Testing.Databases;

namespace Banyan.Browser.Tests;

/// <summary>Axe on each page of the way to the badge.</summary>
public sealed class BadgeWalkAxeTests(ChromiumBrowser browser) : JoeyWalkTests(browser)
{
    [BrowserTheory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    public Task Axe_finds_nothing_on_the_way_to_the_badge(Screen screen, bool dark) =>
        WalkAsync(
            DatabaseKind.Sqlite,
            new PageChoice
            {
                Screen = screen,
                Dark = dark,
                ForAxe = true,
            },
            $"badge-{screen}-{(dark ? "dark" : "light")}",
            ToTheBadgeAsync
        );
}
