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
        var planned = Enumerable
            .Range(1, Mails)
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
        receiver
            .Taken.Order(StringComparer.Ordinal)
            .ShouldBe(planned.Select(mail => mail.Id.ToString("n")).Order(StringComparer.Ordinal));
        Figures.Add(
            "R6",
            $"{database}: {receiver.Taken.Count} of {Mails} mails delivered, each once, after a day of a refusing mail server; other work was never late"
        );
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
