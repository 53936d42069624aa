using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Replies;
using NodaTime;

namespace Banyan.Web.Tests.Mails;

/// <summary>A mail that came back is shown as that, to staff and to its reader, and changes nothing else.</summary>
public sealed class BounceTests
{
    private const string Sentence =
        "Mail to joeylovespython@email.com came back: there is no such mailbox (5.1.1).";

    [Theory, EachDatabase]
    public async Task A_mail_that_came_back_is_on_today_on_the_case_and_on_the_applicants_page(
        DatabaseKind database
    )
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var world = await Answering.StartAsync(database, server);
        await world.AskAsync();
        var host = world.Host;
        var sent = server.Mailbox.All.Count;
        var question = server.Mailbox.Last(Answering.Joey);
        var taken = await world.HandInAsync(Bounces.Report("banyan@example.org", question));
        (taken.Refusal, taken.Dropped).ShouldBe((null, false));
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit("/cases");
        marie.Text.ShouldContain(Sentence + " Reach them another way");
        await marie.Visit($"/cases/{world.Applicant.Reference}");
        marie.Text.ShouldContain(Sentence + " Reach them another way");
        await marie.Follow("Mails");
        marie.Text.ShouldContain("came back");
        marie.Text.ShouldContain(
            "The address does not take mail: there is no such mailbox (5.1.1)."
        );
        marie.Text.ShouldNotContain("thief");
        await marie.Visit($"/cases/{world.Applicant.Reference}/history");
        marie.Text.ShouldContain("A mail of the case came back 5.1.1.");
        await world.Applicant.Visitor.Visit(world.Applicant.Path);
        world.Applicant.Visitor.Text.ShouldContain(
            "Our mails to joeylovespython@email.com do not arrive."
        );
        host.Clock.Advance(Duration.FromMinutes(5));
        await marie.Visit($"/cases/{world.Applicant.Reference}/note");
        await marie.Fill("words", "Called Joey.").Press("Keep as a private note");
        await marie.Visit("/cases");
        marie.Text.ShouldNotContain(Sentence);
        await host.WorkAsync();
        // Marie's code is the one mail that left since.
        server.Mailbox.All.Count.ShouldBe(sent + 1);
    }

    [Theory, EachDatabase]
    public async Task A_report_without_the_mail_is_about_the_newest_one_to_whom_the_key_belongs(
        DatabaseKind database
    )
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var taken = await world.HandInAsync(Bounces.Report(world.ReplyTo, null));
        taken.Dropped.ShouldBeFalse();
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{world.Applicant.Reference}/mails");
        marie
            .Text.IndexOf("came back", StringComparison.Ordinal)
            .ShouldBeLessThan(marie.Text.IndexOf("delivered to", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_is_delayed_or_given_up_for_now_is_shown_and_no_more(
        DatabaseKind database
    )
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var question = world.Host.Mailbox.Last(Answering.Joey);
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        foreach (
            var (action, shown) in new[]
            {
                ("delayed", "A mail server on the way says that it goes on trying"),
                ("failed", "The receiving side gave up for now"),
            }
        )
        {
            var report = Bounces.Report("banyan@example.org", question, action, "4.4.7");
            (await world.HandInAsync(report)).Dropped.ShouldBeFalse();
            (await world.HandInAsync(report)).Dropped.ShouldBeTrue();
            await marie.Visit($"/cases/{world.Applicant.Reference}/mails");
            marie.Text.ShouldContain(shown + ": its mail server could not be reached (4.4.7).");
            await marie.Visit("/cases");
            marie.Text.ShouldNotContain("Reach them another way");
        }
    }

    [Theory, EachDatabase]
    public async Task A_later_mail_that_stayed_there_ends_the_alarm(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var question = world.Host.Mailbox.Last(Answering.Joey);
        await world.HandInAsync(Bounces.Report("banyan@example.org", question));
        world.Host.Clock.Advance(Duration.FromMinutes(5));
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{world.Applicant.Reference}");
        marie.Text.ShouldContain(Sentence);
        await marie.Visit($"/cases/{world.Applicant.Reference}/note?audience=Applicant");
        await marie.Fill("message", "Did it arrive?").Press("Send to the applicant");
        await world.Host.WorkAsync();
        await marie.Visit($"/cases/{world.Applicant.Reference}");
        marie.Text.ShouldNotContain(Sentence);
    }

    [Theory, EachDatabase]
    public async Task Nobody_can_say_it_of_a_mail_whose_name_they_do_not_know(DatabaseKind database)
    {
        await using var world = await Answering.StartAsync(database);
        await world.AskAsync();
        var question = world.Host.Mailbox.Last(Answering.Joey);
        string[] forged =
        [
            Bounces.Report("reply+0123456789abcdefghij@umbrella.example.org", null),
            Bounces.Report("reply@umbrella.example.org", null),
            Bounces
                .Report("reply@umbrella.example.org", question)
                .Replace("localhost.localdomain", "example.net", StringComparison.Ordinal),
            Bounces
                .Report("reply@umbrella.example.org", question)
                .Replace(
                    question.Headers["Message-ID"],
                    $"<{Guid.CreateVersion7():n}@localhost.localdomain>",
                    StringComparison.Ordinal
                ),
            $"Return-Path: <>\nFrom: MAILER-DAEMON@email.com\nTo: {world.ReplyTo}\n\nJoey's mailbox is gone (5.1.1).",
        ];
        foreach (var message in forged)
            (await world.HandInAsync(message)).Dropped.ShouldBeTrue(message);
        using var marie = await world.Host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{world.Applicant.Reference}/mails");
        marie.Text.ShouldNotContain("came back");
    }

    [Theory, EachDatabase]
    public async Task Programs_that_answer_each_other_write_nothing_and_cause_no_mail(
        DatabaseKind database
    )
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var world = await Answering.StartAsync(database, server);
        await world.AskAsync();
        var thread = await world.ThreadAsync();
        var sent = server.Mailbox.All.Count;
        var question = server.Mailbox.Last(Answering.Joey);
        var report = Bounces.Report(world.ReplyTo, question);
        // A bounce, the bounce of a bounce, and an absence note that answers itself.
        string[] loop =
        [
            report,
            report.Replace(
                "Subject: a question",
                "Subject: failure notice",
                StringComparison.Ordinal
            ),
            world.Message("I am away.", fields: "Auto-Submitted: auto-replied\n"),
            world.Message(
                "I am away.",
                fields: $"Precedence: auto_reply\nIn-Reply-To: {question.Headers["Message-ID"]}\n"
            ),
        ];
        for (var turn = 0; turn < 25; turn++)
        {
            foreach (var message in loop)
                (await world.HandInAsync(message)).Refusal.ShouldBeNull();
            await world.Host.WorkAfterAsync(Duration.FromMinutes(1));
        }
        (await world.ThreadAsync()).ShouldBe(thread);
        server.Mailbox.All.Count.ShouldBe(sent);
    }
}
