using System.Diagnostics;
using System.Text.RegularExpressions;
using Banyan.Testing;

namespace Banyan.Security.Tests.SignIn;

/// <summary>Nobody learns from the site whether an address is known to it: not by what it says, and not by how long it takes (Note Mark CVE-2026-40263, Apostrophe CVE-2026-33877).</summary>
public sealed partial class EnumerationTests
{
    private const int Pairs = 200;

    [Theory]
    [EachDatabase("/sign-in", "email")]
    [EachDatabase($"{Foundation.Program}/apply", "Email")]
    public async Task A_known_and_an_unknown_address_get_the_same_bytes(
        DatabaseKind database,
        string path,
        string field
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        (await host.EnteredAsync(World.Nusrat.Address)).Dispose();
        var known = await AnswersAsync(host, path, field, World.Nusrat.Address);
        var staff = await AnswersAsync(host, path, field, World.Marie.Address);
        var unknown = await AnswersAsync(host, path, field, World.Stranger.Address);
        known.ShouldBe(unknown);
        staff.ShouldBe(unknown);
        known.ShouldContain("303");
    }

    /// <summary>A command of its own, as a figure of a quiet machine: <c>./test security -- --explicit only --filter-method "*takes_as_long*"</c>.</summary>
    [Fact(Explicit = true)]
    public async Task An_unknown_address_takes_as_long_as_a_known_one()
    {
        await using var host = await BanyanHost.StartAsync();
        (await host.EnteredAsync(World.Nusrat.Address)).Dispose();
        var (known, unknown) = (new List<double>(), new List<double>());
        using var visitor = host.NewVisitor();
        for (var pair = -20; pair < Pairs; pair++)
        {
            // Each address once, so that no limit is met; the first of the two is now this one and now that one.
            host.Clock.Advance(NodaTime.Duration.FromHours(2));
            var turns = pair % 2 == 0 ? (bool[])[true, false] : [false, true];
            foreach (var isKnown in turns)
            {
                var address = isKnown ? World.Nusrat.Address : $"nobody{pair + 20}@example.org";
                var watch = Stopwatch.GetTimestamp();
                using var answer = await visitor.PostAsync("/sign-in", ("email", address));
                var took = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
                if (pair >= 0)
                    (isKnown ? known : unknown).Add(took);
            }
            await host.WorkAsync();
        }
        var p = RankSum.Probability(known, unknown);
        var (one, other) = (Median(known), Median(unknown));
        var apart = Math.Abs(one - other) / Math.Min(one, other);
        Figures.Add(
            "S9",
            $"time of a known and of an unknown address: medians {one:0.00} and {other:0.00} ms, {apart:P1} apart, p = {p:0.000} (Mann-Whitney, {Pairs} pairs)"
        );
        (p > 0.01 || apart < 0.05).ShouldBeTrue($"p = {p}, {apart:P1} apart");
    }

    [Fact]
    public void The_comparison_sees_a_difference_where_there_is_one()
    {
        var random = new Random(7);
        List<double> Times(double more) =>
            [.. Enumerable.Range(0, Pairs).Select(_ => 3 + more + random.NextDouble())];
        RankSum.Probability(Times(0), Times(0.3)).ShouldBeLessThan(0.001);
        RankSum.Probability(Times(0), Times(0)).ShouldBeGreaterThan(0.01);
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static async Task<string> AnswersAsync(
        BanyanHost host,
        string path,
        string field,
        string address
    )
    {
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync(path, (field, address));
        var headers = answer
            .Headers.Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await visitor.Visit(answer.Headers.Location!.ToString());
        var all =
            $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{body}\n{visitor.Source}";
        return Chance().Replace(all.Replace(address, "ADDRESS", StringComparison.Ordinal), "*");
    }

    // Tickets, keys of forms, sessions and the reference of a draft differ each time for everybody.
    [GeneratedRegex(
        "[0-9A-Fa-f]{24,32}|banyan=[A-Za-z0-9_-]+|PSF-27-[A-Z0-9]{5}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Chance();
}
