using Banyan.Testing;
using Banyan.Web.Tests.Ballots;
using Banyan.Web.Tests.Chairing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using NodaTime;
using static Banyan.Web.Tests.Chairing.LedWorld;
using QueueTests = Banyan.Web.Tests.Voting.QueueTests;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>What a round says while it runs, and what the chair does for it.</summary>
internal static class VoteStory
{
    public static readonly MailStory Whole = new(
        "Votes",
        TellAsync,
        [
            new("vote-wanted", "members with a vote", "when a case is sent to them"),
            new("vote-closes", "members who have not voted", "seven and two days before the end"),
            new("vote-today", "members who have not voted", "on the last morning"),
            new("vote-objection", "members with a vote", "when one of them objects"),
            new("vote-silent", "the chair", "when a vote goes on and votes are missing"),
            new("vote-extended", "members with a vote", "when too few took part"),
            new("vote-tie", "the chair", "when a vote ends in a tie that the chair decides"),
            new("vote-again", "members who voted", "when answers change after they voted"),
            new("vote-asked-for", "members who have not voted", "when the chair asks them"),
            new("vote-seat", "a member", "when the chair gives them a silent member's seat"),
            new("vote-stopped", "members with a vote", "when something new is known"),
            new("vote-goes-on", "members who have not voted", "when the vote goes on"),
            new("advice-wanted", "the members of a body", "when it is asked for advice"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await LazyAsync(book);
        await MajorityAsync(book);
        await AnswersChangeAsync(book);
        await ChairAsync(book);
        await using var world = await StartAsync(DatabaseKind.Sqlite, board: BoardAdvises);
        await SayAsync(world.Leila, "escalate", "We need a word on the name.", "Take it there");
        await book.KeepAsync(world.Host, "advice-wanted", World.Hana.Address);
    }

    private static async Task LazyAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        var opened = Instant.FromUtc(2027, 3, 1, 14, 0);
        host.Clock.Now = opened;
        await host.WaitingCaseAsync("PSF-27-AAAAA", "Dhaka Python Day");
        await book.KeepAsync(host, "vote-wanted", World.Tomas.Address);
        await AtAsync(host, opened + Duration.FromDays(3));
        await book.KeepAsync(host, "vote-closes", World.Tomas.Address);
        // Eight in the morning of New York.
        await AtAsync(host, Instant.FromUtc(2027, 3, 11, 13, 0));
        await book.KeepAsync(host, "vote-today", World.Tomas.Address);
        using var joey = await host.SignedInAsync(World.Joey.Address);
        await joey.Visit("/cases/next");
        await QueueTests.DeclareAsync(joey, "No, nothing");
        await joey.Choose("Should this be accepted?", "Against")
            .Fill("reason", "The date has passed.")
            .Press("Cast the vote");
        await book.KeepAsync(host, "vote-objection", World.Tomas.Address);
        await AtAsync(host, opened + Duration.FromDays(12));
        await book.KeepAsync(host, "vote-silent", World.Leila.Address);
    }

    private static async Task MajorityAsync(MailBook book)
    {
        await using var world = await StartAsync(
            DatabaseKind.Sqlite,
            Majority.Replace("withinDays: 10", "withinDays: 10, extendDays: 5")
        );
        await world.Host.WorkAfterAsync(Duration.FromDays(10));
        await book.KeepAsync(world.Host, "vote-extended", World.Deb.Address);
        await world.VoteAsync(world.Desk.Tomas, "For");
        await world.VoteAsync(world.Desk.Deb, "Against", "The date has passed.");
        await world.VoteAsync(world.Desk.Joey, "Abstain");
        await book.KeepAsync(world.Host, "vote-tie", World.Leila.Address);
    }

    private static async Task AnswersChangeAsync(MailBook book)
    {
        const string reference = "UMB-27-STALE";
        await using var world = await DeskWorld.StartAsync(DatabaseKind.Sqlite);
        await world.WithTheGroupAsync(reference);
        await DeskWorld.VoteAsync(world.Tomas, reference, "For");
        await world.AskAsync(reference, "title");
        var reply = await Tab.OpenAsync(world.Nusrat, $"/applications/{reference}/answer");
        (await reply.PressAsync(("title", "Another day"), ("Words", "It moved."))).Status.ShouldBe(
            303
        );
        await book.KeepAsync(world.Host, "vote-again", World.Tomas.Address);
    }

    private static async Task ChairAsync(MailBook book)
    {
        await using var world = await StartAsync(DatabaseKind.Sqlite);
        await (await world.Leila.Visit($"{Page}/nudge")).Press("Send the mails");
        await book.KeepAsync(world.Host, "vote-asked-for", World.Deb.Address);
        await world.Desk.SeatedAsync(World.Ines, "reviewers");
        await world.Leila.Visit($"{Page}/replace-member");
        await world
            .Leila.Choose("Whose seat?", "Deb")
            .Choose("Who takes it?", "Inés")
            .Press("Give the seat");
        await book.KeepAsync(world.Host, "vote-seat", World.Ines.Address);
        await SayAsync(world.Leila, "hold", "The venue has burnt down.", "Stop the vote");
        await book.KeepAsync(world.Host, "vote-stopped", World.Tomas.Address);
        world.Host.Clock.Advance(Duration.FromDays(3));
        await (await world.Desk.Marie.Visit($"{Page}/go-on")).Press("Let it go on");
        await book.KeepAsync(world.Host, "vote-goes-on", World.Tomas.Address);
    }

    private static Task<int> AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        return host.WorkAsync();
    }
}
