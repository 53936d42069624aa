using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Paul owns the foundation; the seats of its work group have terms, and are asked about once a year.</summary>
internal static class PeopleStory
{
    private static readonly Instant AYearLater = Instant.FromUtc(2028, 3, 1, 13, 0);

    public static readonly MailStory Whole = new(
        "Signing in, teams and seats",
        TellAsync,
        [
            new("code", "whoever wants to sign in", "when somebody asks for a code"),
            new("team-added", "a new member of a team", "when an owner adds them"),
            new("owner-made", "a new owner", "when `banyan admin invite` names them"),
            new("seat-term-ends", "the holder of a seat", "four weeks before the term is over"),
            new("seat-term-over", "the holder of a seat", "when the term is over"),
            new("seat-told", "the owners and the chair", "when a rule has ended a seat"),
            new("seat-go-on", "the holder of a seat", "once a year"),
            new("seat-go-on-again", "the holder of a seat", "a week later, without an answer"),
            new("seat-unanswered", "the holder of a seat", "two weeks later, without an answer"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        await host.SeatAsync(World.Paul, "owners", voting: false);
        using var paul = host.NewVisitor();
        await paul.AskAsync(World.Paul.Address);
        await book.KeepAsync(host, "code", World.Paul.Address);
        await paul.TypeCodeAsync(host.Mailbox.CodeFor(World.Paul.Address));
        await paul.Visit("/settings/teams/psf/grants-work-group/add");
        await paul.Fill("E-mail address", World.Stranger.Address).Press("Add to the team");
        await book.KeepAsync(host, "team-added", World.Stranger.Address);
        await host.DbAsync(db =>
        {
            EmailAddress.TryParse(World.Asha.Address, out var asha, out _).ShouldBeTrue();
            return new OwnerInvitations(db, new SiteAddress(host.BaseUrl)).InviteAsync(
                asha!,
                "psf",
                host.Clock.Now,
                CancellationToken.None
            );
        });
        await book.KeepAsync(host, "owner-made", World.Asha.Address);
        await GiveTermAsync(host, World.Tomas, new LocalDate(2027, 6, 30));
        await AtAsync(host, Instant.FromUtc(2027, 6, 2, 12, 0));
        await book.KeepAsync(host, "seat-term-ends", World.Tomas.Address);
        await AtAsync(host, Instant.FromUtc(2027, 7, 1, 4, 0));
        await book.KeepAsync(host, "seat-term-over", World.Tomas.Address);
        await book.KeepAsync(host, "seat-told", World.Leila.Address);
        await AtAsync(host, AYearLater);
        await book.KeepAsync(host, "seat-go-on", World.Deb.Address);
        await AtAsync(host, AYearLater + Duration.FromDays(7));
        await book.KeepAsync(host, "seat-go-on-again", World.Deb.Address);
        await AtAsync(host, AYearLater + Duration.FromDays(14));
        await book.KeepAsync(host, "seat-unanswered", World.Deb.Address);
    }

    private static Task GiveTermAsync(BanyanHost host, Character holder, LocalDate ends) =>
        host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var person = await db.PersonFacts.SingleAsync(p => p.Email == holder.Address, ct);
            var team = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == "grants-work-group", ct);
            var changed = team.ChangeSeat(
                person.Id,
                new SeatTerms(ends, ""),
                host.Clock.Now.InUtc().Date,
                Actor.Rule,
                host.Clock.Now
            );
            (await db.CommitAsync(changed, ct)).Refusal.ShouldBeNull();
        });

    private static Task<int> AtAsync(BanyanHost host, Instant now)
    {
        host.Clock.Now = now;
        return host.WorkAsync();
    }
}
