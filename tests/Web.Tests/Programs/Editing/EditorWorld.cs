using System.Text;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Contracts;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Programs.Editing;

/// <summary>The foundation with its program, and people who change it.</summary>
internal static class EditorWorld
{
    public const string Program = "/settings/programs/psf-community-partner";
    public const string Edit = $"{Program}/edit";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BanyanHost> HostAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync(seats: false);
        await host.SeatAsync(World.Marie, "staff", voting: false);
        await host.SeatAsync(World.Deb, "staff", voting: false);
        return host;
    }

    /// <summary>Somebody of the staff, with a working copy begun.</summary>
    public static async Task<Visitor> EditorAsync(this BanyanHost host)
    {
        var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit(Program);
        await marie.Press("Begin a working copy");
        marie.Path.ShouldBe(Edit);
        return marie;
    }

    /// <summary>Somebody applies a file at the command line.</summary>
    public static async Task ApplyAsync(this BanyanHost host, Func<string, string> change)
    {
        var text = change(
            await File.ReadAllTextAsync(PsfProgram.Path, TestContext.Current.CancellationToken)
        );
        await using var scope = host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                Encoding.UTF8.GetBytes(text),
                new NewOrganisation(null, "UTC"),
                host.Clock.Now,
                Ct
            );
        applied.Refusal.ShouldBeNull();
    }

    /// <summary>Another organisation with staff of its own.</summary>
    public static async Task<Visitor> ElsewhereAsync(this BanyanHost host)
    {
        await host.ApplyAsync(text =>
            text.Replace("organisation: psf", "organisation: another", StringComparison.Ordinal)
                .Replace("slug: psf-", "slug: another-", StringComparison.Ordinal)
        );
        await host.DbAsync(async db =>
        {
            var another = db.OrganisationFacts.Single(facts => facts.Slug == "another");
            var team = db.Set<Banyan.Membership.Teams.Domain.Team>()
                .Single(t => t.OrganisationId == another.Id && t.Slug == "staff");
            var person = Banyan.Membership.People.Domain.Person.Named(
                Address(World.Paul.Address),
                World.Paul.Name,
                host.Clock.Now
            );
            db.Add(person);
            (
                await db.CommitAsync(team.Add(person.Id, false, Actor.Rule, host.Clock.Now), Ct)
            ).Refusal.ShouldBeNull();
        });
        return await host.SignedInAsync(World.Paul.Address);
    }

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address, out _)
            ? address
            : throw new ArgumentException(text, nameof(text));
}
