using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Load;

namespace Banyan.Faults.Tests.Contending;

/// <summary>Two nodes at one database, each asked at the same moment under the one address of the first.</summary>
internal sealed class Race(RunningSite first, RunningSite second) : IDisposable
{
    private readonly HttpClient[] clients = [RunningSite.Client(), RunningSite.Client()];

    /// <summary>How many requests were sent.</summary>
    public int Claims { get; private set; }

    /// <summary>Answers that say neither yes nor no.</summary>
    public int Errors { get; private set; }

    /// <returns>Status and place of both answers.</returns>
    public async Task<(int Status, string Location)[]> RunAsync(Form one, Form other)
    {
        var answers = await Task.WhenAll(
            SendAsync(clients[0], first.Address, first.Address, one),
            SendAsync(clients[1], second.Address, first.Address, other)
        );
        Claims += 2;
        Errors += answers.Count(answer => answer.Status >= 500);
        return answers;
    }

    public void Dispose()
    {
        foreach (var client in clients)
            client.Dispose();
    }

    private static async Task<(int Status, string Location)> SendAsync(
        HttpClient http,
        Uri node,
        Uri origin,
        Form form
    )
    {
        using var request = form.Request(node, origin);
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
    }
}
