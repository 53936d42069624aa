using Banyan.Kernel.Domain;
using Banyan.Membership.People.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Replies;

/// <summary>Staff answers the mail that says what an applicant wrote: a private note, never a message to the applicant.</summary>
public sealed class DeskReplyTests
{
    [Theory, EachDatabase]
    public async Task An_answer_of_staff_is_a_private_note_and_nothing_leaves(DatabaseKind database)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var world = await ToldAsync(database, server);
        var mail = server.Mailbox.Last(World.Marie.Address);
        mail.Text.ShouldContain("your words become a private note that staff alone reads");
        var sent = server.Mailbox.All.Count;
        var message = Message(world, "Call Asha first.");
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        await world.Host.WorkAsync();
        server.Mailbox.All.Count.ShouldBe(sent);
        (await LastAsync(world)).ShouldBe((Audience.Staff, World.Marie.Name, "Call Asha first."));
        await world.Applicant.Visitor.Visit(world.Applicant.Path);
        world.Applicant.Visitor.Text.ShouldNotContain("Call Asha first.");
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{world.Applicant.Reference}");
        marie.Text.ShouldContain("Call Asha first.");
    }

    [Theory, EachDatabase]
    public async Task Files_of_it_are_not_taken_and_its_writer_is_told(DatabaseKind database)
    {
        await using var world = await ToldAsync(database);
        var message = Message(
                world,
                "--x\nContent-Type: text/plain\n\nSee the plan.\n--x\nContent-Type: application/pdf; name=plan.pdf\n\n\n--x--"
            )
            .Replace(
                "text/plain; charset=utf-8",
                "multipart/mixed; boundary=x",
                StringComparison.Ordinal
            );
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        await world.Host.WorkAsync();
        (await LastAsync(world)).ShouldBe((Audience.Staff, World.Marie.Name, "See the plan."));
        world
            .Host.Mailbox.Last(World.Marie.Address)
            .Text.ShouldContain(
                "so these are not part of it: plan.pdf.\n\nNext: you attach them to a note"
            );
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_writes_by_the_key_and_no_program_does(DatabaseKind database)
    {
        await using var world = await ToldAsync(database);
        var before = await LastAsync(world);
        var message = Message(world, "It was me.");
        foreach (var other in (string[])[Answering.Joey, World.Tomas.Address, "x@example.org"])
            (
                await world.HandInAsync(
                    message.Replace(World.Marie.Address, other, StringComparison.Ordinal)
                )
            ).Refusal.ShouldStartWith("An answer counts only from the address");
        (
            await world.HandInAsync(
                message.Replace(
                    "To: ",
                    "Auto-Submitted: auto-replied\nTo: ",
                    StringComparison.Ordinal
                )
            )
        ).Dropped.ShouldBeTrue();
        (await LastAsync(world)).ShouldBe(before);
    }

    [Theory, EachDatabase]
    public async Task Who_left_the_team_or_stepped_aside_writes_nothing_any_more(
        DatabaseKind database
    )
    {
        await using var world = await ToldAsync(database);
        var before = await LastAsync(world);
        var message = Message(world, "One more thing.");
        using (var marie = await world.Host.SignedInAsync(World.Marie.Address))
            await Review.DeskWorld.DeclareAsync(
                marie,
                $"{world.Applicant.Reference}/declare",
                "Yes, I step aside"
            );
        (await world.HandInAsync(message)).Refusal.ShouldStartWith("There is no application");
        var ct = TestContext.Current.CancellationToken;
        await world.Host.DbAsync(async db =>
        {
            var marie = await db.People.SingleAsync(p => p.Email == World.Marie.Address, ct);
            var staff = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "staff", ct);
            (
                await db.CommitAsync(staff.Remove(marie.Id, Actor.Rule, world.Host.Clock.Now), ct)
            ).Refusal.ShouldBeNull();
        });
        (await world.HandInAsync(message)).Refusal.ShouldStartWith("There is no application");
        (await LastAsync(world)).ShouldBe(before);
    }

    [Theory, EachDatabase]
    public async Task Two_programs_that_answer_each_other_come_to_an_end(DatabaseKind database)
    {
        await using var world = await ToldAsync(database);
        var refused = 0;
        for (var turn = 0; turn < 30; turn++)
            if ((await world.HandInAsync(Message(world, "I am away."))).Refusal is not null)
                refused++;
        // Twenty in an hour, and the question that she asked is one of them.
        refused.ShouldBe(11);
    }

    /// <summary>Joey wrote without being asked, and Marie was told by mail.</summary>
    private static async Task<Answering> ToldAsync(DatabaseKind database, MailServer? server = null)
    {
        var world = await Answering.StartAsync(database, server);
        await world.AskAsync();
        (await world.AnswerAsync("Mike does.")).Refusal.ShouldBeNull();
        (await world.AnswerAsync("And Asha too.")).Refusal.ShouldBeNull();
        await world.Host.WorkAfterAsync(Duration.FromSeconds(1));
        return world;
    }

    private static string Message(Answering world, string words) =>
        world
            .Message(words, world.Host.Mailbox.Last(World.Marie.Address).Headers["Reply-To"])
            .Replace(Answering.Joey, World.Marie.Address, StringComparison.Ordinal);

    private static Task<(Audience, string, string)> LastAsync(Answering world) =>
        world.Applicant.ReadAsync(a =>
            a.Thread.OrderBy(entry => entry.Id)
                .Select(entry => (entry.Audience, entry.Name, entry.Words))
                .Last()
        );
}
