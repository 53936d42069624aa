using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Organisations;

/// <summary>Mails about teams and programs that belong to no case speak in the name of their organisation; the code with which one signs in is the site's.</summary>
public sealed class MailVoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_invitation_a_seat_and_a_digest_speak_as_the_organisation(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        await SpeakAsync(host);
        await InviteAsync(host, World.Paul);
        using var paul = await host.SignedInAsync(World.Paul.Address);
        await paul.Visit("/settings/teams/psf/grants-work-group/add");
        await paul.Fill("E-mail address", World.Stranger.Address)
            .Choose("Has a vote in this team (optional)")
            .Press("Add to the team");
        paul.Problems().ShouldBeEmpty();
        await host.WaitingCaseAsync("PSF-27-AAAAA", "First");
        await host.WorkAsync();
        // On the first Monday the digest; after a year the question whether one goes on, its reminder and the end.
        await AtAsync(host, Instant.FromUtc(2027, 3, 8, 13, 0));
        await AtAsync(host, Instant.FromUtc(2028, 3, 1, 13, 0));
        await AtAsync(host, Instant.FromUtc(2028, 3, 8, 13, 0));
        await AtAsync(host, Instant.FromUtc(2028, 3, 15, 13, 0));

        var stranger = host.Mailbox.To(World.Stranger.Address);
        Spoken(stranger, "You are in a team: Grants work group");
        var tomas = host.Mailbox.To(World.Tomas.Address);
        Spoken(tomas, "1 case waits for your vote");
        Spoken(tomas, "Do you go on? Your seat in Grants work group");
        Spoken(tomas, "Your seat in Grants work group has ended");
        var owner = host.Mailbox.To(World.Paul.Address);
        Spoken(owner, "You are an owner of Python Software Foundation");
        Spoken(owner, "Grants work group: the seat of Tomas has ended");

        var code = owner.First(mail =>
            mail.Subject.Contains("code", StringComparison.OrdinalIgnoreCase)
        );
        code.Headers["From"].ShouldNotContain("Foundation desk");
        code.Headers.ContainsKey("Reply-To").ShouldBeFalse();
        code.Html.ShouldContain(Accent.Green.InMail());
        code.Html.ShouldNotContain(Accent.Plum.InMail());
        host.Trouble().ShouldBeEmpty();
    }

    private static void Spoken(IReadOnlyList<Letter> letters, string subject)
    {
        letters.Select(mail => mail.Subject).ShouldContain(subject);
        ShouldSpeak(letters.First(mail => mail.Subject == subject));
    }

    private static void ShouldSpeak(Letter mail)
    {
        mail.Headers["From"].ShouldContain("Foundation desk", customMessage: mail.Subject);
        mail.Headers["Reply-To"].ShouldContain("desk@example.org", customMessage: mail.Subject);
        mail.Html.ShouldContain(Accent.Plum.InMail(), customMessage: mail.Subject);
        mail.Html.ShouldNotContain(Accent.Green.InMail(), customMessage: mail.Subject);
    }

    private static Task SpeakAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(Ct);
            var changed = organisation.Change(
                new(
                    organisation.Name,
                    "plum",
                    "Foundation desk",
                    "desk@example.org",
                    organisation.HomeZone,
                    ""
                ),
                Actor.Rule,
                host.Clock.Now
            );
            (await db.CommitAsync(changed, Ct)).Done.ShouldBeTrue();
        });

    private static async Task InviteAsync(BanyanHost host, Character owner)
    {
        EmailAddress.TryParse(owner.Address, out var email, out _).ShouldBeTrue();
        await using var scope = host.Services.CreateAsyncScope();
        var invited = await scope
            .ServiceProvider.GetRequiredService<OwnerInvitations>()
            .InviteAsync(email!, "psf", host.Clock.Now, Ct);
        invited.Refusal.ShouldBeNull();
    }

    private static async Task AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        await host.WorkAsync();
    }
}
