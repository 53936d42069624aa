using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Browser.Tests;

/// <summary>The other two programs that come along, in a real browser on a phone: from the quiz to a partnership and to a decline, on both databases.</summary>
public sealed class ProgramWalkTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(DatabaseKind.Sqlite, "pycon-india-community-partner", true)]
    [InlineData(DatabaseKind.Sqlite, "pycon-india-community-partner", false)]
    [InlineData(DatabaseKind.Sqlite, "python-bangladesh-collaboration", true)]
    [InlineData(DatabaseKind.Sqlite, "python-bangladesh-collaboration", false)]
    [InlineData(DatabaseKind.Postgres, "pycon-india-community-partner", true)]
    [InlineData(DatabaseKind.Postgres, "pycon-india-community-partner", false)]
    [InlineData(DatabaseKind.Postgres, "python-bangladesh-collaboration", true)]
    [InlineData(DatabaseKind.Postgres, "python-bangladesh-collaboration", false)]
    public async Task From_the_quiz_to_the_end(DatabaseKind database, string program, bool approve)
    {
        // With scripts and axe on one database, plain on the other.
        var choice = new PageChoice
        {
            Screen = Screen.Phone,
            JavaScript = database == DatabaseKind.Sqlite,
            ForAxe = database == DatabaseKind.Sqlite && approve,
        };
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = Instant.FromUtc(2027, 3, 1, 9, 0);
        async Task<IWalker> Open(string who) =>
            new BrowserWalker(
                await browser.NewPageAsync(host.BaseUrl, choice),
                choice,
                database == DatabaseKind.Sqlite ? $"{program}-{(approve ? "yes" : "no")}" : null
            );
        var walk = await ProgramWalk.StartAsync(host, $"{program}.yaml", Open);
        await using (var nusrat = await Open("Nusrat"))
            await walk.ApplyAsync(nusrat);
        await walk.DecideAsync(approve);
        await walk.EndAsync(approve);
    }
}
