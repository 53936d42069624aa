using Banyan.Testing;
using Banyan.Testing.Databases;

namespace Banyan.Browser.Tests;

/// <summary>By way of discussion and board to a decline.</summary>
public sealed class DeclineWalkTests(ChromiumBrowser browser) : JoeyWalkTests(browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task To_a_decline(DatabaseKind database, bool javaScript) =>
        WalkAsync(
            database,
            Phone(database, javaScript),
            Shots(database, javaScript, "decline"),
            ToADeclineAsync
        );
}
