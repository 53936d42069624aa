using System.Net;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Programs;

/// <summary>Codes with which staff lets in whom it invites, and who is late for a good reason.</summary>
public sealed class CodeTests
{
    private const string Codes = "/settings/programs/partner/codes";
    private const string Apply = "/programs/partner/apply";

    [Theory, EachDatabase]
    public async Task Who_was_invited_comes_in_with_the_code_as_often_as_it_says(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database, state: "byInvitation");
        using var nusrat = world.Host.NewVisitor();
        await nusrat.Visit("/programs/partner");
        nusrat.Text.ShouldContain("Next: nothing, unless you were invited.");
        await nusrat.Follow("I have a code");
        nusrat.Text.ShouldContain("Applications to this program are by invitation.");
        await nusrat.Fill("Email", World.Nusrat.Address).Press("Begin");
        nusrat.Problems().ShouldHaveSingleItem().ShouldStartWith("Applications to this program");
        await nusrat.Fill("code", "ABCD-2345").Press("Begin");
        nusrat
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("This program knows no such code.");
        ValueOf(nusrat, "Email").ShouldBe(World.Nusrat.Address);
        var code = await GiveAsync(
            world.Marie,
            "An invitation",
            "The group in Dhaka, from the board"
        );
        await nusrat.Fill("code", code.ToLowerInvariant()).Press("Begin");
        nusrat.Problems().ShouldBeEmpty();
        nusrat.Path.ShouldStartWith("/applications/UMB-");
        await world.Marie.Visit(Codes);
        world.Marie.Text.ShouldContain("1 of 1 used");
        using var another = world.Host.NewVisitor();
        await another.Visit($"{Apply}?code={code}");
        ValueOf(another, "code").ShouldBe(code);
        await another.Fill("Email", World.Stranger.Address).Press("Begin");
        another.Problems().ShouldHaveSingleItem().ShouldStartWith("This code has been used");
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_come_with_the_last_use_at_once_one_comes_in(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database, state: "byInvitation");
        var code = await GiveAsync(world.Marie, "An invitation", "For one of them");
        var visitors = new[] { world.Host.NewVisitor(), world.Host.NewVisitor() };
        await Task.WhenAll(
            visitors.Select(
                async (visitor, number) =>
                {
                    await visitor.Visit($"{Apply}?code={code}");
                    await visitor.Fill("Email", $"group{number}@example.org").Press("Begin");
                }
            )
        );
        visitors
            .Count(visitor => visitor.Path.StartsWith("/applications/", StringComparison.Ordinal))
            .ShouldBe(1);
        visitors
            .Single(visitor => visitor.Path.StartsWith("/programs/", StringComparison.Ordinal))
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("This code has been used");
        await world.Host.DbAsync(async db =>
        {
            (await db.AdmissionCodes.SingleAsync(Ct)).Uses.ShouldBe(1);
            (await db.Applications.CountAsync(Ct)).ShouldBe(1);
        });
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_withdrawn_code_lets_nobody_in_and_who_came_before_goes_on(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database, state: "closed");
        var code = await GiveAsync(world.Marie, "A waiver", "Their site was down", uses: "5");
        using var first = world.Host.NewVisitor();
        await first.Visit($"{Apply}?code={code}");
        await first.Fill("Email", World.Nusrat.Address).Press("Begin");
        first.Path.ShouldStartWith("/applications/");
        await world.Marie.Visit(Codes);
        await world.Marie.Follow($"Withdraw it {code}");
        await world.Marie.Press("Withdraw this code");
        world.Marie.Text.ShouldContain("Withdrawn on");
        using var second = world.Host.NewVisitor();
        await second.Visit($"{Apply}?code={code}");
        await second.Fill("Email", World.Stranger.Address).Press("Begin");
        second.Problems().ShouldHaveSingleItem().ShouldStartWith("This code was withdrawn.");
        await first.Visit($"{first.Path}/send");
        first.Text.ShouldNotContain("The program is closed");
    }

    [Theory, EachDatabase]
    public async Task A_code_says_for_whom_and_why_and_others_find_nothing(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.Marie.Visit($"{Codes}/new");
        await world.Marie.Fill("mostUses", "many").Press("Give this code");
        world.Marie.Problems().ShouldHaveSingleItem().ShouldBe("Choose what the code is for.");
        await world.Marie.Choose("What is it for?", "A waiver").Press("Give this code");
        world.Marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Say for whom the code is");
        await world.Marie.Fill("reason", "The group in Sylhet").Press("Give this code");
        world.Marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Say how many applications");
        ValueOf(world.Marie, "mostUses").ShouldBe("many");
        foreach (var path in (string[])[Codes, $"{Codes}/new"])
            (await world.Tomas.Visit(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Marie.Visit("/settings/programs/other/codes")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<string> GiveAsync(
        Visitor staff,
        string kind,
        string reason,
        string uses = "1"
    )
    {
        await staff.Visit($"{Codes}/new");
        await staff
            .Choose("What is it for?", kind)
            .Fill("reason", reason)
            .Fill("mostUses", uses)
            .Press("Give this code");
        staff.Problems().ShouldBeEmpty();
        staff.Text.ShouldContain(reason);
        return staff.Page.QuerySelector("main .criteria .badge")!.TextContent;
    }

    private static string? ValueOf(Visitor visitor, string field) =>
        visitor.Page.QuerySelector($"[name={field}]")!.GetAttribute("value");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
