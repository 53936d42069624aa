using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>The page that the two sides of a partnership share.</summary>
public sealed class InsideTests
{
    [Theory, EachDatabase]
    public async Task Both_sides_see_it_and_nobody_else_does(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        foreach (var visitor in new[] { marie, nusrat })
        {
            await visitor.Visit($"/partners/{code}");
            visitor.Text.ShouldContain("What both sides see");
            await visitor.Visit($"/partners/{code}/inside");
            visitor.Heading.ShouldBe(DecidedCase.Title);
            visitor.Text.ShouldContain("Only the two sides see this page");
            visitor.Text.ShouldContain("Next: the term ends on");
        }
        // He voted on the application; what became of it is between staff and the partner.
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await tomas.Visit($"/partners/{code}");
        tomas.Text.ShouldNotContain("What both sides see");
        (await tomas.GetAsync($"/partners/{code}/inside")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/partners/{code}/inside");
        anybody.Path.ShouldStartWith("/sign-in");
        marie.Dispose();
        nusrat.Dispose();
    }
}
