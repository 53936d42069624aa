using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Web.Tests.Replies;

/// <summary>A real mail server, and mail programs that do what they do.</summary>
public sealed class MailboxStoryTests
{
    [Theory, EachDatabase]
    public async Task A_thread_by_mail_ends_with_the_right_words_and_no_loop(DatabaseKind database)
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var world = await Answering.StartAsync(database, server);
        var mailbox = server.Mailbox;
        await world.AskAsync();
        var question = mailbox.Last(Answering.Joey);
        question.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        question.Headers["References"].ShouldContain("thread-");
        // Joey is away; the program that says so knows what it is.
        var away = await world.HandInAsync(
            world.Message("I am away.", fields: "Auto-Submitted: auto-replied\n")
        );
        away.Dropped.ShouldBeTrue();
        // The mail came back from another address of theirs, as a report.
        var bounce = await world.HandInAsync(
            $"Return-Path: <>\nFrom: MAILER-DAEMON@email.com\nTo: {world.ReplyTo}\n\nNo such person."
        );
        bounce.Dropped.ShouldBeTrue();
        (await world.AnswerAsync("Mike does.")).Refusal.ShouldBeNull();
        (await world.Applicant.ReadAsync(a => a.Ball)).ShouldBe(Ball.Staff);
        await world.AskAsync("And at night?");
        mailbox.Last(Answering.Joey).Headers["References"].ShouldBe(question.Headers["References"]);
        (await world.AnswerAsync("Asha, by telephone.")).Refusal.ShouldBeNull();
        (await world.ThreadAsync())
            .Select(entry => entry.Split(": ", 2)[1])
            .ShouldBe([
                "Who answers reports?",
                "Mike does.",
                "And at night?",
                "Asha, by telephone.",
            ]);
        world.Host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_program_that_answers_everything_and_does_not_say_so_comes_to_an_end(
        DatabaseKind database
    )
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var world = await Answering.StartAsync(database, server);
        await world.AskAsync("Is the address right?", "website");
        var turns = 0;
        for (
            var answered = 0;
            answered < server.Mailbox.To(Answering.Joey).Count && turns < 100;
            turns++
        )
        {
            // Each mail of ours is answered with words and a file, so that each answer makes us write again.
            answered = server.Mailbox.To(Answering.Joey).Count;
            await world.HandInAsync(
                world
                    .Message(
                        "--x\nContent-Type: text/plain\n\nI am away.\n--x\nContent-Type: image/png; name=logo.png\n\n\n--x--"
                    )
                    .Replace(
                        "text/plain; charset=utf-8",
                        "multipart/mixed; boundary=x",
                        StringComparison.Ordinal
                    )
            );
            await world.Host.WorkAfterAsync(Duration.FromSeconds(5));
        }
        turns.ShouldBe(21);
    }
}
