using Banyan.Membership.People.Domain;
using Banyan.Testing;

namespace Banyan.Security.Tests.SignIn;

/// <summary>How many mails a form can cause, for an address and for a network, whoever the sender says to be (pretalx 2026.2.0 counted by a header).</summary>
public sealed class FloodTests
{
    private static readonly string[] Headers =
    [
        "X-Forwarded-For",
        "X-Real-IP",
        "X-Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Cluster-Client-IP",
        "Forwarded",
        "X-Originating-IP",
    ];

    [Asvs("V6.3.1")]
    [Theory, EachDatabase]
    public async Task Two_hundred_requests_for_one_address_cause_three_mails(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        for (var request = 0; request < 200; request++)
            await AskAsync(host, World.Nusrat.Address, request);
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerAddress);
    }

    [Asvs("V2.4.1", "V15.3.4")]
    [Theory, EachDatabase]
    public async Task A_hundred_addresses_from_one_network_cause_twenty_mails(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        for (var request = 0; request < 100; request++)
            await AskAsync(host, $"person{request}@example.org", request);
        await host.WorkAsync();
        host.Mailbox.All.Count.ShouldBe(MailLimits.PerNetwork);
        Figures.Add(
            "S9",
            $"flood from one network, {database}: {host.Mailbox.All.Count} mails of 100 asked for, with {Headers.Length} headers that name another sender each time"
        );
    }

    private static async Task AskAsync(BanyanHost host, string address, int request)
    {
        using var visitor = host.NewVisitor();
        foreach (var name in Headers)
            visitor.Headers[name] =
                name == "Forwarded" ? $"for=192.0.{request}.7" : $"192.0.{request}.7";
        using var answer = await visitor.PostAsync("/sign-in", ("email", address));
        ((int)answer.StatusCode).ShouldBe(303);
    }
}
