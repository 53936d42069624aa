using Banyan.Testing;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Walks;

/// <summary>The other two programs that come along, over plain HTTP: from the quiz to a partnership and to a decline.</summary>
public sealed class ProgramsOverHttpTests
{
    private static readonly Instant s_now = Instant.FromUtc(2027, 3, 1, 9, 0);

    [Theory]
    [InlineData("pycon-india-community-partner.yaml", true)]
    [InlineData("pycon-india-community-partner.yaml", false)]
    [InlineData("python-bangladesh-collaboration.yaml", true)]
    [InlineData("python-bangladesh-collaboration.yaml", false)]
    public async Task From_the_quiz_to_the_end(string file, bool approve)
    {
        await using var host = await BanyanHost.StartAsync(DatabaseKind.Sqlite);
        host.Clock.Now = s_now;
        Task<IWalker> Open(string _) => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor()));
        var walk = await ProgramWalk.StartAsync(host, file, Open);
        await using (var nusrat = await Open("Nusrat"))
            await walk.ApplyAsync(nusrat);
        await walk.DecideAsync(approve);
        await walk.EndAsync(approve);
        // The community's site is nowhere to be found, and that is said.
        host.Trouble()
            .ShouldAllBe(line => line.Category.EndsWith("EgressClient", StringComparison.Ordinal));
    }
}
