using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Review;

/// <summary>A question that nobody answers: two reminders, then the case is closed, and one press opens it again.</summary>
public sealed class WaitingTests
{
    private const string Joey = "joeylovespython@email.com";
    private static readonly Duration Week = Duration.FromDays(7);

    [Theory, EachDatabase]
    public async Task After_two_and_five_weeks_one_is_reminded_and_after_six_the_case_is_closed(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await AskedAsync(host);
        await joey.Visitor.Visit(joey.Path);
        joey.Visitor.Text.ShouldContain(
            "Without an answer the application is closed on Monday 1 May 2028. You can reopen it then."
        );
        (await MailsAfterAsync(host, Duration.FromDays(13))).ShouldBeEmpty();
        (await MailsAfterAsync(host, Duration.FromDays(1)))
            .ShouldHaveSingleItem()
            .ShouldBe($"{joey.Reference}: we wait for your answer about PyCon Jupiter");
        var reminder = host.Mailbox.Last(Joey);
        reminder.Text.ShouldContain("Who answers reports?");
        reminder.Text.ShouldContain("is closed on Monday 1 May 2028");
        reminder.Text.ShouldContain($"/applications/{joey.Reference}/answer");
        (await MailsAfterAsync(host, 3 * Week)).Count.ShouldBe(1);
        (await MailsAfterAsync(host, Week - Duration.FromMinutes(1))).ShouldBeEmpty();
        (await MailsAfterAsync(host, Duration.FromMinutes(1)))
            .ShouldHaveSingleItem()
            .ShouldBe($"{joey.Reference}: PyCon Jupiter was closed");
        host.Mailbox.Last(Joey)
            .Text.ShouldContain("No answer came to our question of Monday 20 March 2028");
        (await joey.ReadAsync(a => a.State)).ShouldBe(ApplicationState.Closed);
        using var back = await host.SignedInAsync(Joey);
        await back.Visit($"/applications/{joey.Reference}/reopen");
        await back.Press("Reopen");
        (await joey.ReadAsync(a => a.State)).ShouldBe(ApplicationState.PreReview);
        (await MailsAfterAsync(host, 7 * Week)).ShouldBeEmpty();
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_worker_that_slept_sends_one_reminder_and_still_gives_the_week_it_announces(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await AskedAsync(host);
        (await MailsAfterAsync(host, 9 * Week)).Count.ShouldBe(1);
        host.Mailbox.Last(Joey).Text.ShouldContain("is closed on Monday 29 May 2028");
        (await MailsAfterAsync(host, Week - Duration.FromMinutes(1))).ShouldBeEmpty();
        (await joey.ReadAsync(a => a.State)).ShouldBe(ApplicationState.PreReview);
        (await MailsAfterAsync(host, Duration.FromMinutes(1))).Count.ShouldBe(1);
        (await joey.ReadAsync(a => a.State)).ShouldBe(ApplicationState.Closed);
    }

    [Theory, EachDatabase]
    public async Task An_answer_ends_the_wait_and_another_question_begins_its_own(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await AskedAsync(host);
        await host.WorkAfterAsync(4 * Week);
        using var back = await host.SignedInAsync(Joey);
        await back.Visit($"/applications/{joey.Reference}/answer");
        await back.Fill("Words", "Mike does.").Press("Send the answer");
        (await MailsAfterAsync(host, 3 * Week)).ShouldBeEmpty();
        await AskAsync(host, joey.Reference);
        (await MailsAfterAsync(host, Week)).ShouldBeEmpty();
        (await MailsAfterAsync(host, Week)).Count.ShouldBe(1);
        (await joey.ReadAsync(a => a.State)).ShouldBe(ApplicationState.PreReview);
    }

    private static async Task<Applicant> AskedAsync(BanyanHost host)
    {
        var joey = await Applicant.SentAsync(host);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{joey.Reference}/take-up");
        await marie.Press("Take it up");
        await AskAsync(host, joey.Reference);
        return joey;
    }

    private static async Task AskAsync(BanyanHost host, string reference)
    {
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{reference}/ask");
        marie.Fill("words", "Who answers reports?");
        await marie.Press("Send the question");
        await host.WorkAsync();
    }

    /// <summary>The subjects of what reached the applicant while this time went by, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> MailsAfterAsync(BanyanHost host, Duration wait)
    {
        var before = host.Mailbox.To(Joey).Count;
        await host.WorkAfterAsync(wait);
        return [.. host.Mailbox.To(Joey).Skip(before).Select(mail => mail.Subject)];
    }
}
