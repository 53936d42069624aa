using System.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Commands;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Replies;

/// <summary>Answers by mail: what they do, and what is not taken.</summary>
public sealed class ReplyTests
{
    [Theory, EachDatabase]
    public async Task An_answer_to_the_mail_answers_the_question(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        (await world.AnswerAsync("Mike does.")).Refusal.ShouldBeNull();
        (await world.Applicant.ReadAsync(a => (a.Ball, a.Asked))).ShouldBe((Ball.Staff, null));
        (await world.ThreadAsync())[^1].ShouldEndWith(": Mike does.");
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{world.Applicant.Reference}");
        marie.Text.ShouldContain("Mike does.");
    }

    [Theory, EachDatabase]
    public async Task What_is_written_when_nothing_is_asked_is_a_message_to_the_desk(
        DatabaseKind database
    )
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        (await world.AnswerAsync("Mike does.")).Refusal.ShouldBeNull();
        await world.Host.WorkAsync();
        var before = world.Host.Mailbox.To(World.Marie.Address).Count;
        (await world.AnswerAsync("And Asha too.")).Refusal.ShouldBeNull();
        await world.Host.WorkAsync();
        world.Host.Mailbox.To(World.Marie.Address).Count.ShouldBe(before + 1);
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("And Asha too.");
    }

    [Theory, EachDatabase]
    public async Task Where_fields_were_reopened_the_words_are_kept_and_the_page_is_asked_for(
        DatabaseKind database
    )
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync("Is the address right?", "website");
        (await world.AnswerAsync("It has moved.")).Refusal.ShouldBeNull();
        (await world.Applicant.ReadAsync(a => a.Ball)).ShouldBe(Ball.Applicant);
        (await world.ThreadAsync())[^1].ShouldEndWith(": It has moved.");
        await world.Host.WorkAsync();
        var back = world.Host.Mailbox.Last(Answering.Joey);
        back.Text.ShouldContain("It counts as answered once you have looked at them on the page.");
        back.Links.ShouldHaveSingleItem().ShouldEndWith("/answer");
    }

    [Theory, EachDatabase]
    public async Task The_same_message_handed_in_twice_is_one_answer(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var message = world.Message("Mike does.");
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        var thread = await world.ThreadAsync();
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        (await world.ThreadAsync()).ShouldBe(thread);
    }

    [Theory, EachDatabase]
    public async Task Files_are_not_taken_and_the_writer_is_told_which(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var message = world
            .Message(
                "--x\nContent-Type: text/plain\n\nSee the plan.\n--x\nContent-Type: application/pdf; name=plan.pdf\n\n%PDF\n--x--"
            )
            .Replace(
                "text/plain; charset=utf-8",
                "multipart/mixed; boundary=x",
                StringComparison.Ordinal
            );
        (await world.HandInAsync(message)).Refusal.ShouldBeNull();
        (await world.ThreadAsync())[^1].ShouldEndWith(": See the plan.");
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.Last(Answering.Joey)
            .Text.ShouldContain(
                "Files are not taken by mail, so these are not part of it: plan.pdf."
            );
    }

    [Theory, EachDatabase]
    public async Task Nothing_else_gets_in(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var thread = await world.ThreadAsync();
        async Task RefusedAsync(string message, string why) =>
            (await world.HandInAsync(message)).Refusal.ShouldNotBeNull().ShouldStartWith(why);
        var good = world.Message("Mike does.");
        await RefusedAsync(
            good.Replace(
                "<joeylovespython@email.com>\nTo",
                "<asha@example.org>\nTo",
                StringComparison.Ordinal
            ),
            "An answer counts only from the address"
        );
        await RefusedAsync(
            good.Replace("From: ", "From: asha@example.org, ", StringComparison.Ordinal),
            "An answer counts only from the address"
        );
        await RefusedAsync(
            world.Message("Hello", "reply@umbrella.example.org"),
            "This message is not an answer to one of our mails."
        );
        await RefusedAsync(
            world.Message("Hello", "reply+aaaaaaaaaaaaaaaaaaaa@umbrella.example.org"),
            "There is no application that this answer belongs to."
        );
        await RefusedAsync(world.Message(""), "We found no words of yours");
        await RefusedAsync(
            world.Message(new string('w', 10_001)),
            "Your answer has 10,001 characters"
        );
        await RefusedAsync(
            world.Message(new string('w', 11 * 1024 * 1024)),
            "Your message is larger than 10 MB."
        );
        (
            await world.HandInAsync(
                world.Message("I am away.", fields: "Auto-Submitted: auto-replied\n")
            )
        ).Dropped.ShouldBeTrue();
        (await world.ThreadAsync()).ShouldBe(thread);
        world.Host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_key_of_one_application_opens_no_other(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        using var other = await BadInput.Applicant.ProvenAsync(world.Host, World.Nusrat.Address);
        (await world.AnswerAsync("Mike does.")).Refusal.ShouldBeNull();
        (await other.ReadAsync(a => a.Thread.Count)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Where_answers_are_not_read_mail_goes_to_whom_the_organisation_names(
        DatabaseKind database
    )
    {
        await using var host = await BadInput.Applicant.HostAsync(database);
        using var joey = await BadInput.Applicant.SentAsync(host);
        await host.WorkAsync();
        host.Mailbox.Last(Answering.Joey)
            .Headers.GetValueOrDefault("Reply-To", "")
            .ShouldNotContain("reply+");
    }

    [Theory, EachDatabase]
    public async Task The_program_takes_a_message_from_a_pipe(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var settings = AdminTests.Settings(world.Host);
        async Task<BanyanProgram.Ended> PipeAsync(string message, params string[] more) =>
            await BanyanProgram.RunAsync(
                Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")),
                ["mail", "receive", .. settings, .. more]
            );
        const string Box = "--Banyan:MailReplies=reply@umbrella.example.org";
        var taken = await PipeAsync(world.Message("Mike does."), Box);
        (taken.Code, taken.Error).ShouldBe((0, ""));
        (await world.ThreadAsync())[^1].ShouldEndWith(": Mike does.");
        var refused = await PipeAsync(world.Message("Mike does.", "someone@example.org"), Box);
        refused.Code.ShouldBe(1);
        refused.Error.Trim().ShouldStartWith("This message is not an answer");
        var later = await PipeAsync(world.Message("x"), Box, "--Banyan:Database=Host=/nowhere");
        later.Code.ShouldBe(75);
    }
}
