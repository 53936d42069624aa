using System.Net;
using Banyan.Faults.Tests.Mailing;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Work;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Faults.Tests;

/// <summary>The mail server refuses, hangs up and refuses again for a day of the site's clock.</summary>
public sealed class DayWithoutMailTests
{
    private const int Mails = 40;
    private static readonly Duration Step = Duration.FromMinutes(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Asvs("V16.5.2")]
    [Theory, EachDatabase]
    public async Task All_mail_of_a_bad_day_arrives_after_it_and_nothing_else_waits(
        DatabaseKind database
    )
    {
        using var receiver = new SmtpReceiver();
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice { Mail = receiver.Address }
        );
        var planned = await PlanAsync(host, Mails);
        for (var step = 0; step < 48; step++)
        {
            receiver.Mood = step is > 16 and < 32 ? Mood.HangingUp : Mood.Rejecting;
            await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
            await host.WorkAfterAsync(Step);
            (await WaitingAsync(host, Sweep.Kind)).ShouldBe(0, "other work goes on");
        }
        using (var visitor = host.NewVisitor())
        using (var answer = await visitor.GetAsync("/"))
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        receiver.Taken.ShouldBeEmpty();
        (await WaitingAsync(host, "mail.send")).ShouldBe(Mails);
        receiver.Mood = Mood.Willing;
        // The longest wait between two tries.
        await host.WorkAfterAsync(Duration.FromHours(2));
        var verdict = MailVerdict.Of(Ids(planned), receiver.Taken, []);
        verdict.Lost.ShouldBeEmpty();
        verdict.Doubled.ShouldBeEmpty();
        Figures.Add(
            "R6",
            $"{database}: {receiver.Taken.Count} of {Mails} mails delivered, each once, after a day of a refusing mail server; other work was never late"
        );
        await SelfTestAsync(host, receiver);
    }

    // A mail server that says yes and keeps nothing, and a worker that waits for its mail server.
    private static async Task SelfTestAsync(BanyanHost host, SmtpReceiver receiver)
    {
        var planned = await PlanAsync(host, 5);
        receiver.Mood = Mood.Swallowing;
        await host.WorkAsync();
        MailVerdict.Of(Ids(planned), receiver.Taken, []).Lost.Count.ShouldBe(planned.Count);
        receiver.Mood = Mood.Rejecting;
        await PlanAsync(host, 1);
        await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
        host.Clock.Advance(Step);
        await NaivelyWorkAsync(host);
        var late = await WaitingAsync(host, Sweep.Kind);
        late.ShouldBeGreaterThan(0);
        Figures.Add(
            "R6",
            $"self-test: the checker finds {planned.Count} of {planned.Count} mails that a receiver took and did not keep, and the {late} other work of a worker that waits for its mail server"
        );
    }

    /// <summary>One thing after the other, and no further than the first that fails.</summary>
    private static Task NaivelyWorkAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var now = host.Clock.Now;
            var due = await db
                .Work.Where(item => item.DoneAt == null && item.DueAt <= now)
                .OrderBy(item => item.Kind == PostOffice.Kind ? 0 : 1)
                .ToListAsync(Ct);
            var done = due.TakeWhile(item => item.Kind != PostOffice.Kind);
            await db.CommitAsync(
                Outcome
                    .Of(Actor.Rule, now)
                    .Then([.. done.Select(item => new WorkChange.Cancel(item.Key))]),
                Ct
            );
        });

    private static List<string> Ids(IEnumerable<Mail> mails) =>
        [.. mails.Select(mail => mail.Id.ToString("n"))];

    private static async Task<List<Mail>> PlanAsync(BanyanHost host, int mails)
    {
        var planned = Enumerable
            .Range(1, mails)
            .Select(number =>
                Mail.Of(
                    $"reader{number}@example.org",
                    "",
                    new MailText("News", ["Something happened."]),
                    "en"
                )
            )
            .ToList();
        await host.DbAsync(db =>
            db.CommitAsync(
                Outcome
                    .Of(Actor.Rule, host.Clock.Now)
                    .Then([.. planned.Select(mail => mail.Send(host.Clock.Now))]),
                Ct
            )
        );
        return planned;
    }

    // The sweep plans itself for the next day.
    private static Task<int> WaitingAsync(BanyanHost host, string kind)
    {
        var now = host.Clock.Now;
        return host.DbAsync(db =>
            db.Work.CountAsync(
                item => item.Kind == kind && item.DoneAt == null && item.DueAt <= now + Step * 8,
                Ct
            )
        );
    }
}
