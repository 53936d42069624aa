using System.Net;
using Banyan.Testing;

namespace Banyan.Faults.Tests.Contending;

/// <summary>Two browsers that nobody knows yet, each at a node of its own, which send a form at one moment.</summary>
internal sealed class TwoStrangers(IReadOnlyList<Uri> nodes)
{
    public int Claims { get; private set; }
    public int Errors { get; private set; }

    /// <param name="fields">What each of them sends; they are numbered.</param>
    public async Task<HttpStatusCode[]> SendAsync(
        string path,
        Func<int, IReadOnlyList<(string Name, string Value)>> fields
    )
    {
        var answers = await Task.WhenAll(
            nodes.Select(
                async (node, who) =>
                {
                    using var visitor = new Visitor(node);
                    using var answer = await visitor.PostAsync(path, fields(who));
                    return answer.StatusCode;
                }
            )
        );
        Claims += answers.Length;
        Errors += answers.Count(status => (int)status >= 500);
        return answers;
    }
}
