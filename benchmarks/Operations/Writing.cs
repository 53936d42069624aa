using System.Globalization;
using AngleSharp.Dom;
using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;
using Banyan.Kernel.Audit;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Benchmarks.Operations;

/// <summary>What people change: each answer of 303 says that it is kept for good, with its history and its mail.</summary>
internal static class Writing
{
    private const int Crowded = 64;
    private static readonly Goal s_goal = new(6, 10);
    private static readonly Goal s_crowded = new(6, 20);

    /// <summary>First votes of two members, of which none ends a round.</summary>
    public static async IAsyncEnumerable<Row> VoteAsync(Ground ground, int cases)
    {
        var requests = new List<byte[]>();
        var open = Enumerable.Range(0, cases).Where(CaseStory.IsVotedOn).ToList();
        var (first, second) = await MembersAsync(ground);
        foreach (
            var (member, chosen) in new[] { (first, open), (second, open.Where(n => n % 2 == 0)) }
        )
        {
            var cookie = await SignedIn.CookieAsync(
                ground.Banyan.Address,
                ground.Site.Outbox,
                member
            );
            var (token, seen) = await FormAsync(ground, cookie, Vote(open[0]));
            requests.AddRange(
                chosen.Select(number =>
                    Request.Post(
                        Vote(number),
                        cookie,
                        ("_form", token),
                        ("_once", Guid.NewGuid().ToString("n")),
                        ("seen", seen),
                        ("vote", "For"),
                        ("reason", "It reaches people whom nobody else reaches.")
                    )
                )
            );
        }
        await foreach (var row in RunAsync(ground, "vote", "ballot.cast", requests))
            yield return row;
    }

    public static async IAsyncEnumerable<Row> ApplyAsync(
        Ground ground,
        IReadOnlyList<ReadyDraft> drafts
    )
    {
        var requests = drafts.Select(draft =>
            Request.Post(
                $"/applications/{draft.Reference}/send",
                draft.Cookie,
                ("_form", draft.FormToken),
                ("_once", Guid.NewGuid().ToString("n"))
            )
        );
        await foreach (var row in RunAsync(ground, "apply", "application.submitted", [.. requests]))
            yield return row;
    }

    private static async IAsyncEnumerable<Row> RunAsync(
        Ground ground,
        string name,
        string action,
        List<byte[]> requests
    )
    {
        var commits = BareCommits.PerSecond(ground, Ground.Usual);
        var before = await CountAsync(ground, action);
        var right = 0;
        // The crowd comes second and gets what is left.
        foreach (
            var (connections, goal, from, to) in new[]
            {
                (Ground.Usual, s_goal, 0, requests.Count / 2),
                (Crowded, s_crowded, requests.Count / 2, requests.Count),
            }
        )
        {
            var lap = Race.Run(
                ground.Top,
                Side.Once(ground.Banyan.End, requests[from..to], status: 303),
                connections,
                ground.Pace
            );
            right += lap.Right;
            yield return Row.Of(
                $"{name}, {connections.ToString(CultureInfo.InvariantCulture)} connections",
                ground.Database,
                lap,
                goal
            ) with
            {
                Commits = commits / lap.Target.PerSecond,
            };
        }
        var kept = await CountAsync(ground, action) - before;
        if (kept < right)
            throw new InvalidOperationException(
                $"{right} were acknowledged, {kept} of them are kept."
            );
    }

    private static async Task<(string Token, string Seen)> FormAsync(
        Ground ground,
        string cookie,
        string path
    )
    {
        using var visitor = new Visitor(ground.Banyan.Address);
        visitor.Headers["Cookie"] = cookie;
        await visitor.Visit(path);
        return (Field("_form"), Field("seen"));

        string Field(string name) =>
            visitor.Page.QuerySelector($"input[name={name}]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"{path} has no {name}: {visitor.Text}");
    }

    /// <summary>Two who have not voted anywhere: the first of the team has, on every second case.</summary>
    private static async Task<(Character, Character)> MembersAsync(Ground ground)
    {
        var cast = await ManyCases.CastAsync(ground.Site.Host, default);
        var free = cast
            .WorkGroup.Where(seat => seat.Voting)
            .Skip(1)
            .Select(seat => new Character(seat.Name, seat.Email))
            .ToList();
        return (free[0], free[1]);
    }

    private static Task<int> CountAsync(Ground ground, string action) =>
        ground.Site.Host.DbAsync(db => db.Set<EventRow>().CountAsync(row => row.Action == action));

    private static string Vote(int number) => $"/cases/{CaseStory.Reference(number)}/vote";
}
