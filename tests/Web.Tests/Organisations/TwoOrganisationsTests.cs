using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Acknowledgements;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Organisations;

/// <summary>Two umbrellas in one instance: each has its own name, colour, mail and days, and nothing of one is the other's.</summary>
public sealed class TwoOrganisationsTests
{
    [Theory]
    [EachDatabase]
    public async Task Pages_and_mails_of_an_organisation_carry_its_name_colour_and_address(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var leila = await OwnerOfAsync(host, World.Leila, "psf");
        using var paul = await OwnerOfAsync(host, World.Paul, "north");
        await leila.Visit("/settings/organisation");
        leila.Path.ShouldBe("/settings/organisations/psf");
        leila.Fill("Name", "The Foundation for All");
        leila.Choose("Plum");
        leila.Fill("Name on its mail (optional)", "Foundation desk");
        leila.Fill("Where answers go (optional)", "desk@example.org");
        leila.Fill("Country (optional)", "bd");
        await leila.Press("Save");
        leila.Problems().ShouldBeEmpty();

        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var letter = host.Mailbox.To(World.Nusrat.Address).ShouldHaveSingleItem();
        letter.Headers["From"].ShouldContain("Foundation desk");
        letter.Headers["Reply-To"].ShouldContain("desk@example.org");
        var code = await host.DbAsync(db =>
            db.Set<Banyan.Partnering.Partnerships.Domain.Partnership>()
                .Select(p => p.Code)
                .SingleAsync()
        );
        host.Clock.Advance(Duration.FromMinutes(2));
        foreach (
            var (visitor, page) in new[]
            {
                (marie, $"/cases/{DecidedCase.Reference}"),
                (marie, $"/partners/{code}"),
                (marie, $"/programs/{PartnerWorld.Slug}"),
                (marie, "/organisations/psf"),
            }
        )
        {
            await visitor.Visit(page);
            visitor
                .Page.QuerySelector(".site-name")!
                .TextContent.Trim()
                .ShouldBe("The Foundation for All", page);
            visitor.Page.Body!.ClassList.Contains("accent-plum").ShouldBeTrue(page);
        }
        await marie.Visit("/cases");
        marie.Page.QuerySelector(".site-name")!.TextContent.Trim().ShouldBe("Banyan");

        await paul.Visit("/organisations/psf");
        paul.Text.ShouldContain(DecidedCase.Title);
        await paul.Visit("/organisations/north");
        paul.Text.ShouldNotContain(DecidedCase.Title);
        await paul.Visit("/partners?organisation=north");
        paul.Text.ShouldNotContain(DecidedCase.Title);
        await paul.Visit("/partners?organisation=psf");
        paul.Text.ShouldContain(DecidedCase.Title);
        await paul.Visit("/");
        paul.Text.ShouldContain("The Foundation for All");
        paul.Text.ShouldContain("North");
        foreach (
            var page in new[]
            {
                "/settings/organisations/psf",
                "/settings/organisations/psf/holidays",
                "/settings/organisations/psf/holidays/import",
                "/settings/teams/psf/owners",
            }
        )
        {
            await paul.Visit(page);
            paul.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        await paul.Visit($"/cases/{DecidedCase.Reference}");
        paul.Status.ShouldNotBe(HttpStatusCode.OK);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task Holidays_are_pasted_all_or_none_and_no_business_day_is_counted_on_them(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var _ = await host.MarieAsync();
        using var leila = await OwnerOfAsync(host, World.Leila, "psf");
        await host.DbAsync(db => CountryAsync(db, host.Clock, "BD"));
        const string page = "/settings/organisations/psf/holidays";
        await leila.Visit($"{page}/import");
        leila.Fill("Calendar file or table", "2027-03-28, A day\n2027-02-30, No day");
        await leila.Press("Look at it first");
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Text.ShouldContain("Line 2 needs a day");
        leila.Fill("Calendar file or table", "2027-03-28, A day\n2027-03-29, Another day");
        await leila.Press("Look at it first");
        leila.Text.ShouldContain("These days would be added");
        (await CountAsync(host)).ShouldBe(0);
        await leila.Press("Add these days");
        leila.Path.ShouldBe(page);
        (await CountAsync(host)).ShouldBe(2);
        // Thursday: in Bangladesh Friday and Saturday are the weekend; Sunday and Monday are the holidays.
        (
            await host.DbAsync(async db =>
                (
                    await db.BusinessDaysOfAsync(
                        await db.OrganisationFacts.SingleAsync(o => o.Slug == "psf"),
                        CancellationToken.None
                    )
                ).After(new LocalDate(2027, 3, 25), 1)
            )
        ).ShouldBe(new LocalDate(2027, 3, 30));

        await leila.Visit($"{page}/add");
        leila.Fill("day.Day", "28").Fill("day.Month", "3").Fill("day.Year", "2027");
        leila.Fill("Its name", "Once more");
        await leila.Press("Add");
        leila.Problems().ShouldBe(["This day is in the list already."]);
        await leila.Visit(page);
        await leila.Follow("Remove: A day, Sunday 28 March 2027");
        await leila.Press("Remove");
        (await CountAsync(host)).ShouldBe(1);
        host.Trouble().ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task What_another_owner_changed_is_shown_before_it_is_typed_over(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var _ = await host.MarieAsync();
        using var leila = await OwnerOfAsync(host, World.Leila, "psf");
        using var tablet = await host.SignedInAsync(World.Leila.Address);
        const string page = "/settings/organisations/psf";
        await leila.Visit(page);
        await tablet.Visit(page);
        leila.Fill("Country (optional)", "bd");
        await leila.Press("Save");
        leila.Problems().ShouldBeEmpty();
        tablet.Fill("Name", "The Foundation for All");
        await tablet.Press("Save");
        tablet.Problems().ShouldHaveSingleItem().ShouldContain("Country is now: BD.");
        tablet
            .Page.QuerySelector("input[name=name]")!
            .GetAttribute("value")
            .ShouldBe("The Foundation for All");
        tablet.Fill("Country (optional)", "BD");
        await tablet.Press("Save");
        tablet.Problems().ShouldBeEmpty();
        await leila.Visit(page);
        leila.Page.QuerySelector("input[name=country]")!.GetAttribute("value").ShouldBe("BD");
        leila
            .Page.QuerySelector("input[name=name]")!
            .GetAttribute("value")
            .ShouldBe("The Foundation for All");
        host.Trouble().ShouldBeEmpty();
    }

    private static Task<int> CountAsync(BanyanHost host) =>
        host.DbAsync(db => db.Set<Banyan.Membership.Organisations.Domain.Holiday>().CountAsync());

    private static async Task CountryAsync(
        Banyan.Kernel.Data.BanyanDb db,
        TestClock clock,
        string country
    )
    {
        var organisation = await db.Organisations.SingleAsync(o => o.Slug == "psf");
        var changed = organisation.Change(
            new(organisation.Name, "green", "", "", "Asia/Dhaka", country),
            Actor.Rule,
            clock.Now
        );
        (await db.CommitAsync(changed, CancellationToken.None)).Done.ShouldBeTrue();
    }

    private static async Task<Visitor> OwnerOfAsync(
        BanyanHost host,
        Character character,
        string organisation
    )
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Banyan.Kernel.Data.BanyanDb>();
            var actor = Actor.Visitor("seed");
            var ensured = await new OrganisationDirectory(db).EnsureAsync(
                organisation,
                "North",
                "UTC",
                null,
                actor,
                host.Clock.Now,
                CancellationToken.None
            );
            (await db.CommitAsync(ensured.Outcome, CancellationToken.None)).Done.ShouldBeTrue();
            EmailAddress.TryParse(character.Address, out var email, out _).ShouldBeTrue();
            (
                await scope
                    .ServiceProvider.GetRequiredService<OwnerInvitations>()
                    .InviteAsync(email!, organisation, host.Clock.Now, CancellationToken.None)
            ).Refusal.ShouldBeNull();
        }
        return await host.SignedInAsync(character.Address);
    }
}
