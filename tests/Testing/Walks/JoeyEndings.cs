using NodaTime;
using Shouldly;

namespace Banyan.Testing.Walks;

/// <summary>How the walk ends: as a partner, with a decline, or with a withdrawal and back.</summary>
public static class JoeyEndings
{
    public static async Task ApplyAsync(this JoeyWalk walk, IWalker joey)
    {
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        await walk.FillInTheRestAsync(joey);
        await walk.ProveAsync(joey);
        await walk.AcceptAsync(joey);
        await walk.SendAsync(joey);
    }

    public static async Task VotesForAsync(this JoeyWalk walk)
    {
        foreach (var member in Foundation.WorkGroup.Take(3))
            await walk.VoteAsync(member, "For", "");
    }

    public static async Task BecomePartnerAsync(this JoeyWalk walk, IWalker marie, IWalker joey)
    {
        var host = walk.Host;
        await walk.DecideAsync(marie, "approved");
        (await marie.TextAsync()).ShouldContain("PyCon Jupiter");
        await walk.ReleaseAsync(marie);
        await host.WorkAfterAsync(Duration.FromMinutes(9));
        host.Mailbox.To(JoeyWalk.Address)
            .Select(letter => letter.Subject)
            .ShouldNotContain($"{walk.Reference}: PyCon Jupiter is a community partner");
        await host.WorkAfterAsync(Duration.FromMinutes(2));
        var letter = host.Mailbox.To(JoeyWalk.Address)[^1];
        letter.Subject.ShouldBe($"{walk.Reference}: PyCon Jupiter is a community partner");
        await joey.VisitAsync($"/applications/{walk.Reference}");
        (await joey.TextAsync()).ShouldContain("approved");
        await joey.LookAsync("50-approved");
        var partner = letter
            .Links.Select(link => new Uri(link).AbsolutePath)
            .First(path => path.StartsWith("/partners/", StringComparison.Ordinal));
        await joey.VisitAsync(partner);
        (await joey.TextAsync()).ShouldContain("PyCon Jupiter");
        await joey.LookAsync("51-partner");
        await joey.VisitAsync(partner.Replace("/partners/", "/verify/", StringComparison.Ordinal));
        await joey.LookAsync("52-verify");
        using var visitor = host.NewVisitor();
        var badge = await visitor.GetAsync(
            partner.Replace("/partners/", "/badge/", StringComparison.Ordinal) + ".svg"
        );
        badge.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        await marie.VisitAsync($"/cases/{walk.Reference}/history");
        await marie.LookAsync("53-history");
    }

    public static async Task BeDeclinedAsync(this JoeyWalk walk)
    {
        var host = walk.Host;
        await walk.VoteAsync(World.Tomas, "Against", "The code of conduct page does not answer.");
        // Ten business days of discussion change nothing, so the board is asked.
        await host.WorkAfterAsync(Duration.FromDays(15));
        foreach (var member in Foundation.Board)
            await walk.VoteAsync(member, "Against", "Nobody could report.");
        // After a fortnight away everybody signs in again.
        await using var marie = await walk.SignedInAsync(World.Marie);
        await using var joey = await walk.SignedInAsync(new Character("Joey", JoeyWalk.Address));
        await walk.DecideAsync(
            marie,
            "declined",
            "conduct",
            "The page of the code of conduct does not answer, so nobody can report.",
            "Put the page up again and apply for the next edition."
        );
        await walk.ReleaseAsync(marie);
        await host.WorkAfterAsync(Duration.FromMinutes(11));
        var letter = host.Mailbox.To(JoeyWalk.Address)[^1];
        letter.Text.ShouldContain("nobody can report");
        letter.Text.ShouldContain("apply for the next edition");
        await joey.VisitAsync($"/applications/{walk.Reference}");
        (await joey.TextAsync()).ShouldContain("declined");
        await joey.LookAsync("60-declined");
    }

    public static async Task WithdrawAndReopenAsync(this JoeyWalk walk, IWalker joey)
    {
        await joey.FollowAsync("Withdraw the application");
        await joey.FillAsync("Reason", "The venue burnt down.");
        await joey.LookAsync("70-withdraw");
        await joey.PressAsync("Withdraw");
        (await joey.TextAsync()).ShouldContain("withdrawn");
        await joey.LookAsync("71-withdrawn");
        await joey.FollowAsync("Reopen the application");
        await joey.PressAsync("Reopen");
        (await joey.TextAsync()).ShouldContain("in pre-review");
    }
}
