using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Notices;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Cases change hands at the desk, and those who want fewer mails get them gathered.</summary>
internal static class DeskStory
{
    private const string Reference = "UMB-27-AAAAA";

    public static readonly MailStory Whole = new(
        "The desk, and gathered mail",
        TellAsync,
        [
            new("lead-given", "whoever leads the case from now on", "when a colleague gives it"),
            new("cases-handed-over", "whoever leads them from now on", "when one is handed over"),
            new("many-handed-over", "whoever leads them from now on", "when many are"),
            new(
                "gathered-messages",
                "applicants who want one mail a day or a week",
                "at eight in the morning of the reader, where there was something"
            ),
            new("gathered-desk", "staff who want that", "at that hour, too"),
            new(
                "gathered-undeclared",
                "members who want that",
                "at that hour; of a case about which they have not declared, the title alone"
            ),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var world = await DeskWorld.StartAsync(DatabaseKind.Sqlite);
        await world.SentAsync(Reference);
        await world.SeatedAsync(World.Ines, "staff");
        await (await world.Marie.Visit($"/cases/{Reference}/lead"))
            .Choose("Who leads this case from now on", World.Ines.Name)
            .Fill("note", "You know Dhaka.")
            .Press("Change the lead");
        await book.KeepAsync(world.Host, "lead-given", World.Ines.Address);
        await GatherAsync(book, world);
        await world.SeatedAsync(World.Hana, "staff");
        await HandOverAsync(world, World.Ines, World.Hana);
        await book.KeepAsync(world.Host, "cases-handed-over", World.Hana.Address);
        for (var number = 1; number < 43; number++)
            await world.SentAsync($"UMB-27-M{number:0000}", $"Meeting {number}");
        await LedByMarieAsync(world);
        await HandOverAsync(world, World.Marie, World.Ines);
        await book.KeepAsync(world.Host, "many-handed-over", World.Ines.Address);
        await RoundsAsync(book);
    }

    private static async Task GatherAsync(MailBook book, DeskWorld world)
    {
        await world.Nusrat.ChooseMailAsync("messages", "Daily", "Asia/Dhaka");
        await world.Marie.ChooseMailAsync("desk", "Daily");
        await NoticeTests.WriteAsync(world, "One.");
        world.Host.Clock.Advance(Duration.FromMinutes(62));
        await NoticeTests.WriteAsync(world, "Two.");
        await (await world.Marie.Visit($"/cases/{Reference}/lead"))
            .Choose("Who leads this case from now on", "Marie (you)")
            .Press("Change the lead");
        await NoticeTests.ApplicantWritesAsync(world, "Here is the plan.");
        await world.Host.WorkAsync();
        await world.Host.WorkAfterAsync(Duration.FromHours(24));
        book.Keep(world.Host, "gathered-messages", world.Host.GatheredFor(World.Nusrat)[^1]);
        book.Keep(world.Host, "gathered-desk", world.Host.GatheredFor(World.Marie)[^1]);
        await (await world.Marie.Visit($"/cases/{Reference}/lead"))
            .Choose("Who leads this case from now on", World.Ines.Name)
            .Press("Change the lead");
    }

    private static async Task RoundsAsync(MailBook book)
    {
        await using var world = await DeskWorld.StartAsync(DatabaseKind.Sqlite);
        await world.Tomas.ChooseMailAsync("rounds", "Daily");
        await world.WithTheGroupAsync(Reference);
        await world.Host.WorkAsync();
        await world.Host.WorkAfterAsync(Duration.FromDays(1));
        book.Keep(world.Host, "gathered-undeclared", world.Host.GatheredFor(World.Tomas)[^1]);
    }

    private static async Task HandOverAsync(DeskWorld world, Character from, Character to)
    {
        await world.Marie.Visit("/cases/hand-over");
        await world.Marie.Choose("from", from.Name).Choose("to", to.Name).Press("Show the cases");
        await world.Marie.Fill("note", "Please look.").Press("Hand them over");
        world.Marie.Problems().ShouldBeEmpty();
    }

    private static Task LedByMarieAsync(DeskWorld world) =>
        world.Host.DbAsync(async db =>
        {
            var now = world.Host.Clock.Now;
            var marie = await db.PersonFacts.SingleAsync(p => p.Email == World.Marie.Address);
            var outcome = Outcome.Of(Actor.Rule, now);
            foreach (
                var application in await db
                    .Applications.Where(a => a.Reference.StartsWith("UMB-27-M"))
                    .ToListAsync()
            )
                outcome = outcome.And(application.TakeUp(marie.Id, Actor.Rule, now));
            (await db.CommitAsync(outcome, CancellationToken.None)).Refusal.ShouldBeNull();
        });
}
