using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Report;
using Banyan.Benchmarks.Seeding;
using Banyan.Testing;

namespace Banyan.Benchmarks.Operations;

/// <summary>The queue and a case, signed in, as staff and as a member of the work group see them.</summary>
internal static class Desk
{
    // So many different cases that no cache of one page helps.
    private const int Different = 500;
    private static readonly Goal s_goal = new(20, 15);

    /// <param name="crowds">Numbers of connections; the goals are told for <see cref="Ground.Usual"/>.</param>
    public static async IAsyncEnumerable<Row> RunAsync(
        Ground ground,
        int cases,
        string suffix,
        params int[] crowds
    )
    {
        var staff = await CookieAsync(ground, World.Marie);
        var member = await CookieAsync(ground, World.Tomas);
        foreach (
            var (name, paths, cookie) in new[]
            {
                ("queue, staff", ["/cases"], staff),
                ("queue, member", ["/cases"], member),
                ("case page, staff", Paths(cases, _ => true), staff),
                ("case page, member", Paths(cases, CaseStory.IsVotedOn), member),
            }
        )
        {
            var statements = await ground.StatementsAsync(paths[0], cookie);
            var side = Side.Of(
                ground.Banyan.End,
                [.. paths.Select(path => Request.Get(path, cookie))]
            );
            foreach (var connections in crowds)
                yield return ground.Measure(
                    $"{name}{suffix}, {connections} {(connections == 1 ? "connection" : "connections")}",
                    side,
                    connections,
                    connections == Ground.Usual ? s_goal : Goal.None
                ) with
                {
                    Statements = statements,
                };
        }
    }

    private static Task<string> CookieAsync(Ground ground, Character who) =>
        SignedIn.CookieAsync(ground.Banyan.Address, ground.Site.Outbox, who);

    private static string[] Paths(int cases, Func<int, bool> fits) =>
        [
            .. Enumerable
                .Range(0, Different)
                .Select(number => (int)((long)number * 7919 % cases))
                .Where(fits)
                .Select(number => $"/cases/{CaseStory.Reference(number)}"),
        ];
}
