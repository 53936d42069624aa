using System.Text.RegularExpressions;
using Banyan.Kernel.Access;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Testing.Processes;

namespace Banyan.Security.Tests.Caching;

/// <summary>Behind a proxy that keeps answers, and behind the site's own memory, nobody gets a page that was made for somebody else.</summary>
public sealed partial class SharedCacheTests
{
    private static readonly (Persona First, Persona Second)[] Pairs =
    [
        (Persona.Marie, Persona.Sven),
        (Persona.Nusrat, Persona.Lin),
        (Persona.Tomas, Persona.Joey),
        (Persona.Deb, Persona.Olga),
    ];

    [Asvs("V14.2.2")]
    [Fact(
        Skip = "Needs nginx; ./test installs it.",
        SkipType = typeof(Nginx),
        SkipWhen = nameof(Nginx.IsMissing)
    )]
    public async Task Nobody_gets_a_page_that_was_made_for_somebody_else()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        using var nginx = await Nginx.BeforeAsync(world.Host.BaseUrl);
        var before = await DatabaseState.OfAsync(world.Host);
        var (asked, hits, wrong) = await WalkAsync(world, nginx, SecurityRounds.Of(100, 3));
        wrong.ShouldBeEmpty();
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
        // Otherwise nothing was kept, and nothing tried.
        hits.ShouldBeGreaterThan(10);
        Figures.Add(
            "S4",
            $"{asked:n0} pages through an nginx that keeps answers, each as one person, as nobody, as another person: 0 were somebody else's, {hits} public ones came out of its memory"
        );
    }

    [Fact(
        Skip = "Needs nginx; ./test installs it.",
        SkipType = typeof(Nginx),
        SkipWhen = nameof(Nginx.IsMissing)
    )]
    public async Task A_proxy_that_keeps_everything_is_seen()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        using var nginx = await Nginx.BeforeAsync(world.Host.BaseUrl, Nginx.Careless);
        var (asked, _, wrong) = await WalkAsync(world, nginx, 3);
        wrong.Count.ShouldBeGreaterThan(20);
        Figures.Add(
            "S4",
            $"self-test: through an nginx that ignores what answers say {wrong.Count} of {asked} pages are somebody else's"
        );
    }

    private static async Task<(int Asked, int Hits, List<string> Wrong)> WalkAsync(
        MatrixWorld world,
        Nginx nginx,
        int most
    )
    {
        var (asked, hits) = (0, 0);
        var wrong = new List<string>();
        var doors = Door.All(world.Host).Where(door => door is { Method: "GET", Handles: true });
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var door in doors)
        foreach (var (first, second) in Pairs)
        foreach (
            var path in Target
                .Of(door.Page, world, first)
                .Where(target => new Cell(door, target, first).Expected == Matrix.Answer.Allow)
                .Take(most)
                .Select(target => target.Path)
        )
        {
            // For each pair the address is another one to every cache.
            var address = done.Add(path) ? path : $"{path}?of={first.Team}{first.Applies}";
            foreach (var persona in (Persona[])[first, Persona.Nobody, second])
            {
                var direct = await LookAsync(world, world.Host.BaseUrl, persona, address);
                var through = await LookAsync(world, nginx.Address, persona, address);
                asked++;
                if (through.Headers.TryGetValues("X-Kept", out var kept) && kept.Contains("HIT"))
                    hits++;
                if (
                    through.Status != direct.Status
                    || through.Location != direct.Location
                    || Same(through.Body) != Same(direct.Body)
                    || through.Headers.Contains("Set-Cookie")
                        != direct.Headers.Contains("Set-Cookie")
                )
                    wrong.Add(
                        $"{address} for {persona}, asked before by {first}: {through.Status} and not {direct.Status}; {FirstDifference(through.Body, direct.Body)}"
                    );
            }
        }
        return (asked, hits, wrong);
    }

    private static async Task<Testing.BadInput.Answer> LookAsync(
        MatrixWorld world,
        Uri site,
        Persona persona,
        string path
    )
    {
        using var visitor = new Visitor(site);
        if (world.SessionOf(persona) is { } session)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        return await visitor.LookAsync(path);
    }

    private static string FirstDifference(string through, string direct) =>
        through.Split('\n').Except(direct.Split('\n')).FirstOrDefault("")
        + " | "
        + direct.Split('\n').Except(through.Split('\n')).FirstOrDefault("");

    // The key of a form is drawn for each page; the token of its session is not.
    private static string Same(string body) => Once().Replace(body, "");

    [GeneratedRegex("name=\"_once\" value=\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Once();
}
