using Banyan.Testing;
using Banyan.Testing.Databases;

namespace Banyan.Browser.Tests;

/// <summary>Axe on each page of the way to the badge. Contrast hangs on the scheme and targets on the width, so each is looked at once.</summary>
public sealed class BadgeWalkAxeTests(ChromiumBrowser browser) : JoeyWalkTests(browser)
{
    [BrowserTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desk, false)]
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
