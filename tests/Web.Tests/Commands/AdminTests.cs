using Banyan.Kernel.Access;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Programs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Commands;

/// <summary>Owners made from the server's own prompt, and programs installed there.</summary>
public sealed class AdminTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task An_organisation_that_nobody_owns_gets_an_owner(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var other = await host.OwnerAsync();
        var applied = await BanyanProgram.RunAsync([
            "program",
            "apply",
            PsfProgram.Path,
            .. Settings(host),
        ]);
        applied.Out.ShouldContain("banyan admin invite EMAIL --organisation psf");
        var invited = await BanyanProgram.RunAsync([
            "admin",
            "invite",
            World.Deb.Address,
            "--organisation",
            "psf",
            .. Settings(host),
        ]);
        (invited.Code, invited.Error).ShouldBe((0, ""));
        invited.Out.ShouldStartWith(
            $"{World.Deb.Address} is an owner and a member of the staff of"
        );
        (await SeatsAsync(host)).ShouldBe([TeamKind.Owners, TeamKind.Staff], ignoreOrder: true);
        // The command planned the letter by the machine's clock.
        host.Clock.Now = SystemTime() + Duration.FromMinutes(1);
        await host.WorkAsync();
        var letter = host.Mailbox.To(World.Deb.Address).ShouldHaveSingleItem();
        letter.Subject.ShouldStartWith("You are an owner of");
        letter.Text.ShouldContain("/sign-in");
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit("/settings/teams");
        deb.Text.ShouldContain("Owners");
        var again = await BanyanProgram.RunAsync([
            "admin",
            "invite",
            World.Deb.Address.ToUpperInvariant(),
            "--organisation",
            "psf",
            .. Settings(host),
        ]);
        again.Code.ShouldBe(0);
        again.Out.ShouldContain("nothing was changed");
        (await SeatsAsync(host)).Count.ShouldBe(2);
        var owned = await BanyanProgram.RunAsync([
            "program",
            "apply",
            PsfProgram.Path,
            .. Settings(host),
        ]);
        owned.Out.ShouldNotContain("banyan admin invite");
    }

    [Theory]
    [EachDatabase]
    public async Task The_only_organisation_need_not_be_named_and_of_several_one_must(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var none = await InviteAsync(host, null);
        none.Refusal.ShouldNotBeNull().ShouldContain("There is no organisation yet.");
        using var marie = await host.OwnerAsync();
        (await InviteAsync(host, null)).Organisation.ShouldBe("The Foundation");
        await BanyanProgram.RunAsync(["program", "apply", PsfProgram.Path, .. Settings(host)]);
        (await InviteAsync(host, null)).Refusal.ShouldBe(
            "There are several organisations. Name one with --organisation: psf, the-foundation"
        );
        (await InviteAsync(host, "pfs")).Refusal.ShouldBe(
            "There is no organisation pfs. There is: psf, the-foundation"
        );
        (await InviteAsync(host, "the-foundation")).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_refused_exits_with_1_and_wrong_usage_with_2()
    {
        var data = $"--Banyan:Data={TemporaryFolder.New("admin")}";
        (await BanyanProgram.RunAsync("admin", "invite", "deb@example.org", data)).Code.ShouldBe(1);
        (await BanyanProgram.RunAsync("admin", "invite", "deb", data)).Code.ShouldBe(2);
        (await BanyanProgram.RunAsync("admin", "invite")).Code.ShouldBe(2);
    }

    [Theory]
    [EachDatabase]
    public async Task Applying_a_program_to_an_empty_database_makes_its_tables_first(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var settings = Settings(host);
        if (database == DatabaseKind.Postgres)
            await host.DbAsync(db =>
                db.Database.ExecuteSqlRawAsync(
                    "DROP SCHEMA public CASCADE; CREATE SCHEMA public",
                    Ct
                )
            );
        else
            settings = [$"--Banyan:Data={Path.Combine(TemporaryFolder.New("empty"), "new")}"];
        var applied = await BanyanProgram.RunAsync([
            "program",
            "apply",
            PsfProgram.Path,
            .. settings,
        ]);
        (applied.Code, applied.Error).ShouldBe((0, ""));
        applied.Out.ShouldContain("version 1 is current now.");
    }

    private static Instant SystemTime() =>
        new Banyan.Kernel.Domain.MillisecondClock().GetCurrentInstant();

    private static Task<List<TeamKind>> SeatsAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.SeatFacts.Where(seat => seat.Email == World.Deb.Address)
                .Select(seat => seat.Kind)
                .ToListAsync(Ct)
        );

    private static async Task<OwnerInvited> InviteAsync(BanyanHost host, string? organisation)
    {
        await using var scope = host.Services.CreateAsyncScope();
        Banyan
            .Kernel.Domain.EmailAddress.TryParse(World.Deb.Address, out var address, out _)
            .ShouldBeTrue();
        return await scope
            .ServiceProvider.GetRequiredService<OwnerInvitations>()
            .InviteAsync(address!, organisation, host.Clock.Now, Ct);
    }

    internal static string[] Settings(BanyanHost host) =>
        [
            $"--Banyan:Data={host.DataFolder}",
            $"--Banyan:Database={host.Services.GetRequiredService<Settings>().Database.ConnectionString}",
        ];
}
