using System.Net;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Review.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Review;

/// <summary>Judging, and sending what rests on it to the work group, meet.</summary>
public sealed class JudgeTests
{
    private const string Reference = "UMB-27-JUDGE";
    private const string Judge = $"/cases/{Reference}/judge";
    private const string Send = $"/cases/{Reference}/send-to-work-group";

    [Theory, EachDatabase]
    public async Task Who_judges_while_the_case_is_sent_on_is_told_and_keeps_what_they_chose(
        DatabaseKind database
    )
    {
        await using var world = await MetAsync(database);
        var ines = await SecondAsync(world);
        await ines.Visit(Judge);
        await (await world.Marie.Visit(Send)).Press("Send to the work group");
        ines.Choose("It has a code of conduct.", "Not met")
            .Fill("note-conduct", "The page is gone.");
        await ines.Press("Save");
        ines.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ines.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("The case went on while you judged it: it is with the work group now");
        ines.Source.ShouldContain("The page is gone.");
        (await VerdictAsync(world)).ShouldBe(Verdict.Met);
        await ines.Press("Save");
        ines.Status.ShouldBe(HttpStatusCode.OK);
        (await VerdictAsync(world)).ShouldBe(Verdict.NotMet);
    }

    [Theory, EachDatabase]
    public async Task Who_sends_on_what_was_just_judged_otherwise_is_told(DatabaseKind database)
    {
        await using var world = await MetAsync(database);
        var ines = await SecondAsync(world);
        await world.Marie.Visit(Send);
        await ines.Visit(Judge);
        await ines.Choose("It has a code of conduct.", "Not met")
            .Fill("note-conduct", "The page is gone.")
            .Press("Save");
        await world.Marie.Press("Send to the work group");
        world
            .Marie.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("These criteria are not met or waived yet");
    }

    [Theory, EachDatabase]
    public async Task At_the_same_moment_nothing_goes_on_that_is_not_met(DatabaseKind database)
    {
        await using var world = await MetAsync(database);
        var ines = await SecondAsync(world);
        for (var round = 0; round < 8; round++)
        {
            await ines.Visit(Judge);
            ines.Choose("It has a code of conduct.", "Not met").Fill("note-conduct", "It is gone.");
            await world.Marie.Visit(Send);
            await Task.WhenAll(ines.Press("Save"), world.Marie.Press("Send to the work group"));
            var state = await world.Host.DbAsync(db =>
                db.Applications.Where(a => a.Reference == Reference)
                    .Select(a => a.State)
                    .SingleAsync(TestContext.Current.CancellationToken)
            );
            var statuses = (ines.Status, world.Marie.Status);
            if (state == ApplicationState.InReview)
            {
                statuses.ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK));
                (await VerdictAsync(world)).ShouldBe(Verdict.Met);
                return;
            }
            statuses.ShouldBe((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity));
            await ines.Visit(Judge);
            await ines.Choose("It has a code of conduct.", "Met").Press("Save");
        }
    }

    private static async Task<DeskWorld> MetAsync(DatabaseKind database)
    {
        var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await (await world.Marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await (await world.Marie.Visit(Judge))
            .Choose("It has a code of conduct.", "Met")
            .Press("Save");
        return world;
    }

    private static async Task<Visitor> SecondAsync(DeskWorld world)
    {
        var ines = await world.SignedInAsync(World.Ines);
        await world.Host.SeatAsync(World.Ines, "staff", voting: false);
        return ines;
    }

    private static Task<Verdict> VerdictAsync(DeskWorld world) =>
        world.Host.DbAsync(db =>
            db.Findings.Where(finding => finding.Criterion == "conduct")
                .Select(finding => finding.Verdict)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
}
