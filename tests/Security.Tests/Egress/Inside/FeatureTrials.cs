using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Security.Tests.SignIn;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>The same addresses through the whole site: an applicant names them as website and as code of conduct. These are all the features that fetch.</summary>
internal sealed class FeatureTrials(NameServer names, EveryAddress world)
{
    public async Task TypedAsync()
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        using var nusrat = await host.EnteredAsync(World.Nusrat.Address);
        await nusrat.Visit($"{Foundation.Program}/apply");
        await nusrat.Press("Begin");
        var form = $"/applications/{nusrat.Path.Split('/')[2]}/all";
        await TypeAsync(Cases.Control.Address);
        var found = await host.DbAsync(db =>
            db.Checks.AsNoTracking()
                .Where(check => check.Kind == CheckKind.Site)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
        found.Sentence.ShouldContain("A page that answers");
        world.All.ShouldBe(2);
        // One in so many; all of them have been through the way out itself.
        var every = SecurityRounds.Of(1000, 200) >= 1000 ? 1 : 5;
        var cases = Cases.All(names).Where((_, at) => at % every == 0).ToList();
        var caught = await Trial.RunAsync(world, cases, TypeAsync);
        caught.ShouldBeEmpty();
        host.Log.All.ShouldNotContain(line => line.Problem != null);
        Figures.Add(
            "S5",
            $"features that fetch: {caught.Count} forbidden connections in {cases.Count} cases, each as website and as code of conduct of an application; {world.All} connections in all"
        );

        async Task TypeAsync(string typed)
        {
            host.Clock.Advance(Duration.FromSeconds(1));
            await nusrat.Visit(form);
            nusrat.Fill("website", typed).Fill("codeOfConduct", typed);
            await nusrat.Press("Save");
            ((int)nusrat.Status).ShouldBeLessThan(500);
            await host.WorkAsync();
        }
    }
}
