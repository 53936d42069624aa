using Banyan.Testing;
using Banyan.Testing.Databases;

namespace Banyan.Browser.Tests;

/// <summary>From the first question to the badge.</summary>
public sealed class BadgeWalkTests(ChromiumBrowser browser) : JoeyWalkTests(browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task From_the_first_question_to_the_badge_on_a_phone(
        DatabaseKind database,
        bool javaScript
    ) =>
        WalkAsync(
            database,
            new PageChoice { Screen = Screen.Phone, JavaScript = javaScript },
            null,
            ToTheBadgeAsync
        );
}
