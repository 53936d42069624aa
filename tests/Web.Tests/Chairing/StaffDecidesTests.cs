using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using static Banyan.Web.Tests.Chairing.LedWorld;

namespace Banyan.Web.Tests.Chairing;

/// <summary>A program in which nobody votes: one of staff decides, and another one confirms where the rule says so.</summary>
public sealed class StaffDecidesTests
{
    private const string Letter =
        "\nletters:\n  approved: { subject: You are a partner, body: Welcome. }";
    private const string Alone =
        "  - { key: look, kind: preReview, title: A look, team: staff, rule: { staff: {} } }"
        + Letter;
    private const string Two =
        "  - { key: look, kind: preReview, title: A look, team: staff, rule: { staff: { second: true } } }"
        + Letter;

    [Theory, EachDatabase]
    public async Task Staff_takes_a_checked_case_to_the_decision_and_releases_it(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database, Alone);
        await TakenUpAsync(world);
        await world.Marie.Visit($"{Page}/to-decision");
        world.Marie.Text.ShouldContain("These criteria are not met or waived yet");
        await ApprovedAsync(world);
        await world.Marie.Press("Release this letter");
        world.Marie.Problems().ShouldBeEmpty();
        (await StateAsync(world)).ShouldBe(ApplicationState.Releasing);
    }

    [Theory, EachDatabase]
    public async Task With_a_second_person_nothing_is_released_before_another_confirmed(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database, Two);
        var hana = await world.SeatedAsync(World.Hana, "staff");
        await TakenUpAsync(world);
        await ApprovedAsync(world);
        world.Marie.Text.ShouldContain("another member of staff than Marie");
        await world.Marie.Visit($"{Page}/decide");
        var token = world.Marie.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        var answer = await world.Marie.PostAsync($"{Page}/release", ("_form", token));
        (
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        ).ShouldContain("or it answers an appeal. Marie recorded it");
        (await StateAsync(world)).ShouldBe(ApplicationState.Deciding);
        await world.Marie.Visit($"{Page}/release");
        world.Marie.Page.QuerySelectorAll("form[action$=release]").ShouldBeEmpty();
        await world.Marie.Visit($"{Page}/confirm");
        world.Marie.Text.ShouldContain("You recorded this decision, so another member of staff");
        await hana.Visit($"{Page}/confirm");
        hana.Text.ShouldContain("Marie decided: approve.");
        await hana.Press("I confirm it");
        hana.Problems().ShouldBeEmpty();
        await world.Marie.Visit($"{Page}/letter");
        await world.Marie.Press("Release this letter");
        (await StateAsync(world)).ShouldBe(ApplicationState.Releasing);
    }

    [Theory, EachDatabase]
    public async Task Who_of_staff_stepped_aside_reads_but_neither_decides_nor_confirms(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database, Two);
        var hana = await world.SeatedAsync(World.Hana, "staff");
        await TakenUpAsync(world);
        await hana.Visit($"{Page}/declare");
        await hana.Choose(
                "Does something stand between you and this case?",
                "Something, but not much"
            )
            .Press("Continue");
        await ApprovedAsync(world);
        await hana.Visit($"{Page}/confirm");
        hana.Text.ShouldContain("You said that something stands between you and this case");
        await hana.Visit($"{Page}/decide");
        hana.Text.ShouldContain("another member of staff decides");
        hana.Page.QuerySelectorAll("form.prose").ShouldBeEmpty();
        await hana.Visit(Page);
        var token = hana.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        foreach (var verb in (string[])["decide", "confirm"])
        {
            var answer = await hana.PostAsync(
                $"{Page}/{verb}",
                ("_form", token),
                ("outcome", "approved")
            );
            ((int)answer.StatusCode).ShouldBe(422);
        }
        (await StateAsync(world)).ShouldBe(ApplicationState.Deciding);
    }

    private static async Task TakenUpAsync(DeskWorld world)
    {
        await world.SentAsync(Reference);
        await (await world.Marie.Visit($"{Page}/take-up")).Press("Take it up");
    }

    private static async Task ApprovedAsync(DeskWorld world)
    {
        await (await world.Marie.Visit($"{Page}/judge"))
            .Choose("It has a code of conduct.", "Met")
            .Press("Save");
        await world.Marie.Visit(Page);
        await world.Marie.Follow("Take it to the decision");
        await world.Marie.Press("Take it to the decision");
        await world.Marie.Visit($"{Page}/decide");
        await world.Marie.Choose("Approve").Press("Record the decision and read its letter");
        world.Marie.Problems().ShouldBeEmpty();
    }

    private static Task<ApplicationState> StateAsync(DeskWorld world) =>
        world.Host.DbAsync(db =>
            db.Applications.WithReference(Reference)
                .Select(a => a.State)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
}
