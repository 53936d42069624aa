using Banyan.Faults.Tests.Grounds;
using Banyan.Faults.Tests.Judging;
using Banyan.Faults.Tests.Load;
using Banyan.Faults.Tests.Mailing;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Faults.Tests;

/// <summary>The program is killed at each moment of a mail. The receiver does it, so that the program needs no hook for it.</summary>
public sealed class OutboxTests
{
    private const string Crowd = "M";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task No_mail_is_lost_and_none_comes_twice_but_from_between_the_yes_and_the_mark(
        DatabaseKind database
    )
    {
        var rounds = Rounds.Of(50, sample: 1);
        using var ground = await Ground.NewAsync(database);
        var seeding = await Seeding.PlantAsync(ground, cases: 3);
        using var receiver = new SmtpReceiver();
        using var history = new History();
        using var site = RunningSite.On(ground, $"--Banyan:Mail={receiver.Address}");
        using var crowd = new Crowd(Crowd, site.Address, seeding, history);
        await site.StartAndWaitAsync();
        using var stop = new CancellationTokenSource();
        var writing = crowd.WriteUntilAsync(stop.Token);
        var doubtful = new List<string>();
        var kills = 0;
        for (var round = 0; round < rounds; round++)
            foreach (var moment in Enum.GetValues<Moment>())
            {
                await crowd.AcknowledgedAsync(more: 10);
                var mail = await receiver.KillAt(moment, site.ProcessId).WaitAsync(Patience, Ct);
                site.Kill();
                kills++;
                if (moment != Moment.BeforeSending)
                    doubtful.Add(mail);
                await site.StartAndWaitAsync();
                await LeasesRunOutAsync(ground);
            }
        await stop.CancelAsync();
        await writing;
        await Outbox.DrainAsync(ground, Patience);
        site.Stop();
        var planned = (
            await ground.RowsAsync("SELECT id FROM posted_mails WHERE dropped_at IS NULL")
        )
            .Select(row => Guid.Parse($"{row[0]}").ToString("n"))
            .ToList();
        var verdict = MailVerdict.Of(planned, receiver.Taken, doubtful);
        verdict.Lost.ShouldBeEmpty();
        verdict.Doubled.ShouldBeEmpty();
        planned.Count.ShouldBeGreaterThan(kills);
        Figures.Add(
            "R5",
            $"{database}: {verdict.Lost.Count} of {planned.Count:N0} mails lost in {kills:N0} kills; {verdict.Doubled.Count} came twice, but for {verdict.Excused.Count} killed between the receiver's yes and the mark, which kept their Message-ID"
        );
        var first = planned[0];
        MailVerdict
            .Of(planned, [.. receiver.Taken.Where(id => id != first)], doubtful)
            .Lost.ShouldBe([first]);
        MailVerdict.Of(planned, [.. receiver.Taken, first], []).Doubled.ShouldContain(first);
        Figures.Add(
            "R5",
            $"{database}: self-test: the checker finds the lost mail and the doubled one"
        );
    }

    [Theory, EachDatabase]
    public async Task Told_to_stop_it_finishes_the_mail_in_hand(DatabaseKind database)
    {
        using var ground = await Ground.NewAsync(database);
        var seeding = await Seeding.PlantAsync(ground, cases: 1);
        using var receiver = new SmtpReceiver { Mood = Mood.Slow };
        using var history = new History();
        using var site = RunningSite.On(ground, $"--Banyan:Mail={receiver.Address}");
        using var crowd = new Crowd(Crowd, site.Address, seeding, history);
        await site.StartAndWaitAsync();
        await crowd.WriteForAsync(TimeSpan.FromMilliseconds(500));
        for (var tries = 0; receiver.Taken.Count == 0 && tries < 500; tries++)
            await Task.Delay(20, Ct);
        site.Stop(Signals.Terminate);
        foreach (var id in receiver.Taken)
            (
                await ground.RowsAsync(
                    $"SELECT id FROM posted_mails WHERE taken_at IS NOT NULL AND LOWER(CAST(id AS TEXT)) = '{Guid.Parse(id)}'"
                )
            ).Count.ShouldBe(1, "taken by the receiver, and not marked");
        receiver.Mood = Mood.Willing;
        await site.StartAndWaitAsync();
        await Outbox.DrainAsync(ground, Patience);
        MailVerdict.Of([], receiver.Taken, []).Doubled.ShouldBeEmpty();
    }

    // As two minutes later.
    private static Task<int> LeasesRunOutAsync(Ground ground) =>
        ground.ExecuteAsync(
            "UPDATE work SET leased_until = 0 WHERE done_at IS NULL AND leased_until IS NOT NULL"
        );
}
