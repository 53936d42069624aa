using System.Text.RegularExpressions;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.Caching;

/// <summary>Looking changes nothing: whatever a page links to can be fetched by programs that read ahead, twice, and nothing has happened.</summary>
public sealed partial class LookingTests
{
    private const int MostOfOneKind = 12;

    [Asvs("V3.5.3")]
    [Theory]
    [EachDatabase]
    public async Task Every_link_of_every_page_can_be_followed_twice_and_nothing_has_changed(
        DatabaseKind database
    )
    {
        await using var world = await MatrixWorld.BuildAsync(database);
        var before = await DatabaseState.OfAsync(world.Host);
        var followed = 0;
        Persona[] looking =
            database == DatabaseKind.Sqlite
                ?
                [
                    Persona.Nobody,
                    Persona.Guest,
                    Persona.Nusrat,
                    Persona.Marie,
                    Persona.Joey,
                    Persona.Deb,
                ]
                : [Persona.Nusrat, Persona.Marie];
        foreach (var persona in looking)
        {
            using var visitor = world.Visitor(persona);
            var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
            var waiting = new Queue<string>(["/"]);
            var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
            while (waiting.TryDequeue(out var path))
            {
                followed++;
                var answer = await visitor.LookAsync(path);
                var again = await visitor.LookAsync(path);
                again.Status.ShouldBe(answer.Status, path);
                answer.Status.ShouldBeLessThan(500, path);
                foreach (Match link in Links().Matches(answer.Body + $"href=\"{answer.Location}\""))
                {
                    var next = System.Net.WebUtility.HtmlDecode(link.Groups["where"].Value);
                    var kind = Names().Replace(next, "x");
                    if (
                        kinds.GetValueOrDefault(kind) < MostOfOneKind
                        && !next.StartsWith("//", StringComparison.Ordinal)
                        && seen.Add(next)
                    )
                    {
                        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                        waiting.Enqueue(next);
                    }
                }
            }
            (await DatabaseState.OfAsync(world.Host)).ShouldBe(before, $"after {persona}");
        }
        followed.ShouldBeGreaterThan(200);
        Figures.Add(
            "S1",
            $"{database}: {followed:n0} links followed twice by {looking.Length} personas: not a row has changed"
        );
    }

    [GeneratedRegex(
        "href=\"(?<where>/[^\"#]*)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Links();

    // References, ids and codes: what stands between two of them names the kind of page.
    [GeneratedRegex("[A-Z]{3}-27-[A-Z0-9]+|[0-9a-f]{32}|[0-9A-Z]{8}", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
