using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.People.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>An address that a letter can never reach is shown to staff, until they have noted what they did about it.</summary>
public sealed class RefusedMailTests
{
    private const string Sentence =
        "The mail server refused tomas@example.org: 550 No such mailbox here.";

    [Theory, EachDatabase]
    public async Task A_refused_address_stands_on_the_case_and_on_today_with_what_to_do(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Change = builder =>
                    builder.Services.AddSingleton<IMailTransport>(services => new RefusingTransport(
                        new FolderTransport(
                            services.GetRequiredService<MailFolder>(),
                            services.GetRequiredService<MailIdentity>()
                        )
                    )),
            }
        );
        using var marie = await host.MarieAsync();
        await host.DbAsync(TomasAppliesAsync);
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        await marie.Visit("/cases");
        marie.Text.ShouldContain(Sentence + " Reach them another way");
        await marie.Follow(DecidedCase.Title);
        marie.Text.ShouldContain(Sentence + " Reach them another way");
        host.Clock.Advance(Duration.FromMinutes(5));
        await marie.Visit($"/cases/{DecidedCase.Reference}/note");
        await marie.Fill("words", "Called Tomas.").Press("Keep as a private note");
        marie.Text.ShouldContain(Sentence);
        await marie.Visit("/cases");
        marie.Text.ShouldNotContain("The mail server refused");
    }

    private static async Task TomasAppliesAsync(BanyanDb db)
    {
        var application = await db.Applications.Include(a => a.Applicants).SingleAsync();
        var tomas = (await db.People.SingleAsync(p => p.Name == World.Tomas.Name)).Id;
        EmailAddress.TryParse(World.Tomas.Address, out var email, out _).ShouldBeTrue();
        var now = application.BallSince;
        var invited = application
            .Invite(email!, Actor.Rule, now)
            .And(application.Prove(email!, tomas, Actor.Of(tomas, "Tomas"), now));
        (await db.CommitAsync(invited, CancellationToken.None)).Refusal.ShouldBeNull();
    }

    private sealed class RefusingTransport(FolderTransport within) : IMailTransport
    {
        public Task SendAsync(Mail mail, CancellationToken ct) =>
            mail.To.Contains(World.Tomas.Address, StringComparison.Ordinal)
                ? throw new UndeliverableException(
                    "550 No such mailbox here",
                    new InvalidOperationException()
                )
                : within.SendAsync(mail, ct);
    }
}
