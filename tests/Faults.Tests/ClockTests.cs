using System.Globalization;
using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Mailing;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Faults.Tests;

/// <summary>Two nodes whose clocks are five minutes apart, and jump.</summary>
public sealed class ClockTests
{
    private const int Mails = 120;
    private static readonly Duration Lease = Duration.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_due_is_done_twice_by_nodes_whose_clocks_differ_and_jump()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        using var receiver = new SmtpReceiver();
        var choice = new HostChoice { Database = ground.Database, Mail = receiver.Address };
        await using var early = await BanyanHost.StartAsync(DatabaseKind.Postgres, choice);
        await using var late = await BanyanHost.StartAsync(DatabaseKind.Postgres, choice);
        early.Clock.Now = late.Clock.Now + Duration.FromMinutes(5);
        var start = late.Clock.Now;
        var planned = Enumerable
            .Range(0, Mails)
            .Select(number =>
                (
                    Mail: Mail.Of(
                        $"reader{number}@example.org",
                        "",
                        new MailText("News", ["Something happened."]),
                        "en"
                    ),
                    Due: start + Duration.FromSeconds(10) * number
                )
            )
            .ToList();
        await early.DbAsync(db =>
            db.CommitAsync(
                Outcome
                    .Of(Actor.Rule, start)
                    .Then([.. planned.Select(plan => plan.Mail.Send(plan.Due))]),
                Ct
            )
        );
        // A minute at a time; an hour back in the middle, then three days ahead.
        foreach (var minutes in (int[])[1, 1, 1, 1, 1, -60, 1, 60, 1, 1, 4320, -4320, 4330])
        {
            early.Clock.Advance(Duration.FromMinutes(minutes));
            late.Clock.Advance(Duration.FromMinutes(minutes));
            await Task.WhenAll(early.WorkAsync(), late.WorkAsync());
            receiver.Taken.ShouldBeUnique();
        }
        var verdict = MailVerdict.Of(
            [.. planned.Select(plan => plan.Mail.Id.ToString("n"))],
            receiver.Taken,
            []
        );
        verdict.Lost.ShouldBeEmpty();
        verdict.Doubled.ShouldBeEmpty();
        Figures.Add(
            "R9",
            $"Postgres: of {Mails} due rows {receiver.Taken.Count} were done, each once, by two nodes five minutes apart whose clocks jumped an hour and three days, both ways"
        );
        await SelfTestAsync(ground, start);
    }

    // Workers that lease by their own clocks: what one has in hand, the other takes to be given up.
    private static async Task SelfTestAsync(Ground ground, Instant now)
    {
        const int rows = 20;
        await ground.ExecuteAsync(
            "CREATE TABLE naive_work (id INTEGER NOT NULL, leased_until BIGINT)"
        );
        for (var row = 0; row < rows; row++)
            await ground.ExecuteAsync($"INSERT INTO naive_work (id) VALUES ({row})");
        var late = await NaivelyClaimedAsync(ground, now);
        var early = await NaivelyClaimedAsync(ground, now + Duration.FromMinutes(5));
        var doubled = MailVerdict.Of([], [.. late, .. early], []).Doubled.Count;
        doubled.ShouldBe(rows);
        Figures.Add(
            "R9",
            $"Postgres: self-test: of two naive workers whose leases go by their own clocks the checker finds {doubled} of {rows} rows done twice"
        );
    }

    private static async Task<List<string>> NaivelyClaimedAsync(Ground ground, Instant now) =>
        [
            .. (
                await ground.RowsAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"UPDATE naive_work SET leased_until = {(now + Lease).ToUnixTimeMilliseconds()} WHERE leased_until IS NULL OR leased_until < {now.ToUnixTimeMilliseconds()} RETURNING id"
                    )
                )
            ).Select(row => $"{row[0]}"),
        ];
}
