using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A letter leaves once, or again with the same name; undone, it never leaves.</summary>
public sealed class LetterLeavesTests
{
    [Theory]
    [EachDatabase]
    public async Task Of_an_undo_and_the_worker_at_the_same_moment_exactly_one_wins(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        for (var round = 0; round < 4; round++)
        {
            await marie.ReleaseAsync();
            host.Clock.Advance(Duration.FromMinutes(10));
            var undo = marie.Press("Undo the release");
            var work = host.WorkAsync();
            await Task.WhenAll(undo, work);
            await host.WorkAsync();
            var undone = marie.Status == HttpStatusCode.OK;
            (await host.StateAsync()).ShouldBe(
                undone ? ApplicationState.Deciding : ApplicationState.Approved
            );
            host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(undone ? 0 : 1);
            (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe(undone ? 0 : 1);
            if (!undone)
                return;
        }
    }

    [Theory]
    [EachDatabase]
    public async Task An_undo_after_the_worker_has_taken_the_letter_is_refused(
        DatabaseKind database
    )
    {
        var transport = new FailingTransport { Failures = 1 };
        await using var host = await BanyanHost.StartAsync(database, transport.Choice());
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        transport.Armed = true;
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        (await host.DbAsync(db => db.Letters.SingleAsync())).State.ShouldBe(LetterState.Leaving);
        await marie.Press("Undo the release");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Problems()
            .ShouldBe(["The letter has left, so the release cannot be undone any more."]);
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
    }

    [Theory]
    [EachDatabase(FailAt.Before)]
    [EachDatabase(FailAt.After)]
    public async Task A_failure_leads_to_the_same_mail_again_and_to_one_partnership(
        DatabaseKind database,
        FailAt at
    )
    {
        var transport = new FailingTransport { At = at, Failures = 2 };
        await using var host = await BanyanHost.StartAsync(database, transport.Choice());
        using var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        transport.Armed = true;
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe(0);
        (await host.StateAsync()).ShouldBe(ApplicationState.Releasing);
        await host.WorkAfterAsync(Duration.FromMinutes(1));
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
        (await host.DbAsync(db => db.Partnerships.CountAsync())).ShouldBe(1);
        transport.Tried.Count.ShouldBe(3);
        transport.Tried.Distinct().ShouldHaveSingleItem();
        (await host.WorkAfterAsync(Duration.FromDays(1))).ShouldBe(0);
    }

    [Theory]
    [EachDatabase]
    public async Task Before_each_address_the_letter_is_held_anew_however_slow_the_one_before_was(
        DatabaseKind database
    )
    {
        var slow = new SlowTransport();
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Change = builder => builder.Services.AddSingleton<IMailTransport>(slow),
            }
        );
        slow.Host = host;
        await DecidedCase.SeedAsync(host, passed: true);
        using var marie = host.NewVisitor();
        await marie.AskAsync(World.Marie.Address);
        await host.WorkAsync();
        await marie.TypeCodeAsync(slow.Code!);
        await marie.ReleaseAsync();
        await host.DbAsync(async db =>
        {
            (await db.Letters.Include(l => l.Recipients).SingleAsync()).Recipients.Add(
                new LetterRecipient(World.Ines.Address, World.Ines.Name)
            );
            await db.CommitAsync(Outcome.Of(Actor.Rule, host.Clock.Now), CancellationToken.None);
        });
        slow.Held.Clear();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        slow.Held.ShouldBe([true, true]);
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
    }

    /// <summary>Takes so long over each mail that the claim on its letter runs out.</summary>
    private sealed class SlowTransport : IMailTransport
    {
        public BanyanHost? Host { get; set; }
        public string? Code { get; private set; }

        /// <summary>For each mail, whether somebody held the work when it was sent.</summary>
        public List<bool> Held { get; } = [];

        public Task SendAsync(Mail mail, CancellationToken ct)
        {
            Code ??= mail
                .Text.Split('\n')
                .First(line => line.Length == 6 && int.TryParse(line, out _));
            return Host!.DbAsync(async db =>
            {
                Held.Add(
                    await db.Work.AnyAsync(item => item.DoneAt == null && item.LeasedUntil > 1, ct)
                );
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE work SET leased_until = 1 WHERE done_at IS NULL",
                    ct
                );
            });
        }
    }

    [Fact]
    public async Task A_real_mail_server_takes_the_letter()
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var host = await BanyanHost.StartAsync(
            DatabaseKind.Sqlite,
            new HostChoice { Mail = server.Address }
        );
        using var marie = host.NewVisitor();
        await marie.AskAsync(World.Marie.Address);
        await host.WorkAsync();
        await marie.TypeCodeAsync(server.Mailbox.CodeFor(World.Marie.Address));
        await DecidedCase.SeedAsync(host, passed: true);
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var letter = server.Mailbox.To(World.Nusrat.Address).ShouldHaveSingleItem();
        var recipient = await host.DbAsync(db =>
            db.Letters.SelectMany(l => l.Recipients).SingleAsync()
        );
        letter.Headers["Message-ID"].ShouldStartWith($"<{recipient.Id:n}@");
        (await host.StateAsync()).ShouldBe(ApplicationState.Approved);
    }
}

/// <summary>On which side of the server's yes it fails.</summary>
public enum FailAt
{
    Before,
    After,
}

/// <summary>A mail server that fails while it is told to, once it is armed.</summary>
internal sealed class FailingTransport : IMailTransport
{
    private FolderTransport? within;
    private int failed;

    public FailAt At { get; init; }
    public int Failures { get; init; }
    public bool Armed { get; set; }
    public List<Guid> Tried { get; } = [];

    public HostChoice Choice() =>
        new()
        {
            Change = builder =>
                builder.Services.AddSingleton<IMailTransport>(services =>
                {
                    within = new FolderTransport(
                        services.GetRequiredService<MailFolder>(),
                        services.GetRequiredService<MailIdentity>()
                    );
                    return this;
                }),
        };

    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        if (Armed)
            Tried.Add(mail.Id);
        if (Armed && At == FailAt.Before && failed++ < Failures)
            throw new IOException("The mail server hung up.");
        await within!.SendAsync(mail, ct);
        if (Armed && At == FailAt.After && failed++ < Failures)
            throw new IOException("The line broke after the server's yes.");
    }
}
