using Banyan.Benchmarks.Load;
using Banyan.Benchmarks.Report;

namespace Banyan.Benchmarks.Operations;

/// <summary>What everybody sees without signing in, and what stands on other people's sites.</summary>
internal static class Public
{
    private static readonly Goal s_page = new(1.3, 3);
    private static readonly Goal s_bytes = new(1, 3);
    private const string Program = "/programs/psf-community-partner";
    private const string Style = "/css/base.css";

    public static async IAsyncEnumerable<Row> RunAsync(Ground ground, string partner)
    {
        foreach (
            var (name, path, goal) in new[]
            {
                ("front page", "/", s_page),
                ("program page", Program, s_page),
                ("partner page", $"/partners/{partner}", s_page),
                ("verify page", $"/verify/{partner}", s_bytes),
                ("verify, JSON", $"/verify/{partner}.json", s_bytes),
                ("badge", $"/badge/{partner}.svg", s_bytes),
            }
        )
            yield return ground.Measure(
                name,
                Side.Of(ground.Banyan.End, [Request.Get(path)]),
                Ground.Usual,
                goal
            ) with
            {
                Statements = await ground.StatementsAsync(path, null),
            };
        foreach (
            var (name, path) in new[]
            {
                ("304 of a style sheet", Style),
                ("304 of a badge", $"/badge/{partner}.svg"),
                ("304 of a partner page", $"/partners/{partner}"),
            }
        )
        {
            var known = $"If-None-Match: {await TagAsync(ground, path)}";
            yield return ground.Measure(
                name,
                Side.Of(ground.Banyan.End, [Request.Get(path, null, known)], status: 304),
                Ground.Usual,
                s_bytes
            ) with
            {
                Statements = await ground.StatementsAsync(path, null, known),
            };
        }
    }

    private static async Task<string> TagAsync(Ground ground, string path)
    {
        using var visitor = new Testing.Visitor(ground.Banyan.Address);
        using var answer = await visitor.GetAsync(path);
        return answer.Headers.ETag?.ToString()
            ?? throw new InvalidOperationException($"{path} has no tag.");
    }
}
