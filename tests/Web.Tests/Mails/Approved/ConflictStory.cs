using Banyan.Testing;
using Banyan.Web.Tests.Chairing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using NodaTime;
using static Banyan.Web.Tests.Chairing.LedWorld;
using QueueTests = Banyan.Web.Tests.Voting.QueueTests;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Conflicts of interest, and the mail on Mondays.</summary>
internal static class ConflictStory
{
    public static readonly MailStory Whole = new(
        "Conflicts of interest, and the week's mail",
        TellAsync,
        [
            new("conflict-lifted", "the member", "when the chair lifts their conflict"),
            new("doubt", "who decides about it", "when a member doubts another's impartiality"),
            new("doubt-right-to-doubter", "the member who doubted", "when it is found right"),
            new("doubt-right", "the member who was doubted", "when it is found right"),
            new("doubt-wrong-to-doubter", "the member who doubted", "when it is not"),
            new("doubt-wrong", "the member who was doubted", "when it is not"),
            new("week", "members with a vote", "on Mondays, where something waits"),
            new("week-one", "members with a vote", "on Mondays, where one case waits"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var world = await StartAsync(DatabaseKind.Sqlite);
        await DeskWorld.DeclareAsync(world.Desk.Deb, Reference, "Yes, I step aside");
        await world.Leila.Visit("/conflicts");
        await world.Leila.Follow($"{Reference}: look whether to lift one");
        await world
            .Leila.Choose("Whose?", "Deb")
            .Fill("reason", "Nobody else knows the venue.")
            .Press("Lift it");
        await book.KeepAsync(world.Host, "conflict-lifted", World.Deb.Address);
        await DeskWorld.DeclareAsync(world.Desk.Tomas, Reference);
        await DoubtAsync(world, "Deb");
        await book.KeepAsync(world.Host, "doubt", World.Leila.Address);
        await DecideAsync(world, "Deb", "Yes", "A shared business is a conflict.");
        await book.KeepAsync(world.Host, "doubt-right-to-doubter", World.Tomas.Address);
        await book.KeepAsync(world.Host, "doubt-right", World.Deb.Address);
        await DoubtAsync(world, "Joey");
        await DecideAsync(world, "Joey", "No", "They met once.");
        await book.KeepAsync(world.Host, "doubt-wrong-to-doubter", World.Tomas.Address);
        await book.KeepAsync(world.Host, "doubt-wrong", World.Joey.Address);
        await WeekAsync(book);
    }

    private static async Task DoubtAsync(LedWorld world, string about)
    {
        await world.Desk.Tomas.Visit($"{Page}/challenge");
        await world
            .Desk.Tomas.Choose("About whom?", about)
            .Fill("reason", "They run a shop together.")
            .Press("Send it");
        world.Desk.Tomas.Problems().ShouldBeEmpty();
    }

    private static async Task DecideAsync(
        LedWorld world,
        string about,
        string answer,
        string reason
    )
    {
        await world.Leila.Visit("/conflicts");
        await world.Leila.Follow($"{about}, {Reference}");
        await world
            .Leila.Choose("Is the doubt right?", answer)
            .Fill("reason", reason)
            .Press("Decide");
        world.Leila.Problems().ShouldBeEmpty();
    }

    private static async Task WeekAsync(MailBook book)
    {
        // Eight in the morning of New York.
        var monday = Instant.FromUtc(2027, 3, 8, 13, 0);
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "Dhaka Python Day");
        host.Clock.Now = monday - Duration.FromDays(1);
        await host.WorkAsync();
        using (var deb = await host.SignedInAsync(World.Deb.Address))
        {
            await deb.Visit("/cases/PSF-27-AAAAA/declare");
            await QueueTests.DeclareAsync(deb, "No, nothing");
        }
        using (var tomas = await host.SignedInAsync(World.Tomas.Address))
        {
            await tomas.Visit("/cases/PSF-27-AAAAA/declare");
            await QueueTests.DeclareAsync(tomas, "No, nothing");
            await host.WaitingCaseAsync("PSF-27-BBBBB", "Lagos Sprint");
        }
        using (var deb = await host.SignedInAsync(World.Deb.Address))
        {
            await deb.Visit("/cases/PSF-27-BBBBB/declare");
            await QueueTests.DeclareAsync(deb, "Yes, I step aside");
        }
        host.Clock.Now = monday;
        await book.KeepAsync(host, "week", World.Tomas.Address);
        await book.KeepAsync(host, "week-one", World.Deb.Address);
    }
}
