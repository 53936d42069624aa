using Banyan.Faults.Tests.Grounds;
using Banyan.Testing;

namespace Banyan.Faults.Tests.Contending;

/// <summary>A member who may vote on a case.</summary>
/// <param name="Seen">What the page of the vote says it was opened on.</param>
internal sealed record Voter(string Reference, Browser Browser, string Seen);

internal static class Voting
{
    /// <summary>Staff takes the case up, judges it and sends it to the work group, whose members declare themselves.</summary>
    public static async Task<IReadOnlyList<Voter>> OpenAsync(BanyanHost host, SentCase sent)
    {
        var home = $"/cases/{sent.Reference}";
        using (var marie = await Seeding.SignedInAsync(host, World.Marie.Address))
        {
            await marie.Visit($"{home}/take-up");
            await marie.Press("Take it up");
            await marie.Visit($"{home}/judge");
            foreach (
                var met in marie
                    .Page.QuerySelectorAll("input[type=radio][value=Met]")
                    .Select(box => box.GetAttribute("name")!)
                    .ToList()
            )
                marie.ChooseByName(met, "Met");
            await marie.Press("Save");
            await marie.Visit($"{home}/send-to-work-group");
            await marie.Press("Send to the work group");
        }
        var voters = new List<Voter>();
        foreach (var member in Foundation.WorkGroup)
        {
            using var visitor = await Seeding.SignedInAsync(host, member.Address);
            await visitor.Visit(home);
            if (visitor.Path.EndsWith("/declare", StringComparison.Ordinal))
            {
                visitor.ChooseByName("conflict", "None");
                await visitor.Press("Continue");
            }
            var browser = await Seeding.BrowserAsync(visitor, $"{home}/vote");
            voters.Add(
                new Voter(
                    sent.Reference,
                    browser,
                    visitor.Page.QuerySelector("input[name=seen]")!.GetAttribute("value")!
                )
            );
        }
        return voters;
    }

    /// <summary>The work group votes for it, and staff records the approval; its letter waits to be read.</summary>
    public static async Task DecideAsync(BanyanHost host, SentCase sent)
    {
        await OpenAsync(host, sent);
        foreach (var member in Foundation.WorkGroup)
        {
            using var visitor = await Seeding.SignedInAsync(host, member.Address);
            await visitor.Visit($"/cases/{sent.Reference}/vote");
            // The last of them may come when it is settled.
            if (visitor.Page.QuerySelector("input[name=vote]") is null)
                continue;
            visitor.ChooseByName("vote", "For");
            await visitor.Press("Cast the vote");
        }
        using var marie = await Seeding.SignedInAsync(host, World.Marie.Address);
        await marie.Visit($"/cases/{sent.Reference}/decide");
        marie.ChooseByName("outcome", "approved");
        await marie.Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
    }
}
