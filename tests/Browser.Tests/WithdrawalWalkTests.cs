using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Walks;

namespace Banyan.Browser.Tests;

/// <summary>Withdrawn, and taken up again.</summary>
public sealed class WithdrawalWalkTests(ChromiumBrowser browser) : JoeyWalkTests(browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public Task To_a_withdrawal_and_back(DatabaseKind database, bool javaScript) =>
        WalkAsync(
            database,
            Phone(database, javaScript),
            Shots(database, javaScript, "withdraw"),
            async (walk, joey) =>
            {
                await walk.ApplyAsync(joey);
                await walk.WithdrawAndReopenAsync(joey);
            }
        );
}
