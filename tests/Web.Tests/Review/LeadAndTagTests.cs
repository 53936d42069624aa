using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Review;

/// <summary>Who leads a case, and the words that staff puts on it.</summary>
public sealed class LeadAndTagTests
{
    private const string Reference = "UMB-27-LEAD";
    private const string Case = $"/cases/{Reference}";

    [Theory, EachDatabase]
    public async Task A_colleague_gets_the_lead_with_a_note_by_mail_and_the_history_tells_it(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        await world.SentAsync(Reference);
        (await world.Marie.Visit(Case)).Text.ShouldContain("Nobody leads it yet");
        await world.Marie.Follow("Change the lead");
        await world.Marie.Press("Change the lead");
        world.Marie.Problems().ShouldBe(["Choose somebody of the staff who may read this case."]);
        await world
            .Marie.Choose("Who leads this case from now on", World.Ines.Name)
            .Fill("note", "You know Dhaka.")
            .Press("Change the lead");
        world.Marie.Text.ShouldContain("Led by Inés");
        world.Marie.Text.ShouldContain("You know Dhaka.");
        await world.Host.WorkAsync();
        var mail = world.Host.Mailbox.Last(World.Ines.Address);
        mail.Subject.ShouldBe($"{Reference}: you lead Workshop day");
        mail.Text.ShouldContain("Marie gave you the lead of “Workshop day”.");
        mail.Text.ShouldContain("You know Dhaka.");
        await world.Marie.Visit($"{Case}/history");
        world.Marie.Text.ShouldContain("Marie gave the lead to Inés");
        await ines.Visit($"{Case}/lead");
        await ines.Choose("Who leads this case from now on", World.Marie.Name)
            .Press("Change the lead");
        ines.Text.ShouldContain("Led by Marie");
        (await world.Nusrat.Visit($"/applications/{Reference}")).Text.ShouldNotContain("Dhaka");
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Who_takes_the_lead_gets_no_mail_and_who_stepped_aside_cannot_get_it(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var ines = await world.SeatedAsync(World.Ines, "staff");
        await world.SentAsync(Reference);
        await ines.Visit($"{Case}/declare");
        await ines.ChooseByName("conflict", "Hard").Press("Continue");
        await world.Marie.Visit($"{Case}/lead");
        world.Marie.Text.ShouldNotContain("Inés");
        await world
            .Marie.Choose("Who leads this case from now on", "Marie (you)")
            .Press("Change the lead");
        world.Marie.Text.ShouldContain("Led by Marie");
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.To(World.Marie.Address)
            .ShouldNotContain(mail => mail.Subject.Contains("you lead"));
        (await ines.Visit($"{Case}/lead")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Tomas.Visit($"{Case}/lead")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_tag_is_put_on_offered_on_the_next_case_and_taken_off(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.SentAsync("UMB-27-OTHER", "Another day");
        await (await world.Marie.Visit($"{Case}/tag")).Press("Add the tag");
        world.Marie.Problems().ShouldBe(["Choose a tag, or write a new one."]);
        await world.Marie.Fill("tag", "Travel").Press("Add the tag");
        world.Marie.Path.ShouldBe(Case);
        await (await world.Marie.Visit($"{Case}/tag")).Fill("tag", "TRAVEL").Press("Add the tag");
        world.Marie.Problems().ShouldBe(["“travel” is on this case already."]);
        await (await world.Marie.Visit("/cases/UMB-27-OTHER/tag"))
            .Choose("known", "travel")
            .Press("Add the tag");
        await world.Marie.Follow("travel");
        world.Marie.Path.ShouldBe("/cases?tag=travel");
        world.Marie.Text.ShouldContain(Reference);
        await (await world.Marie.Visit($"{Case}/untag")).Choose("travel").Press("Take it off");
        world.Marie.Text.ShouldNotContain("travel");
        await world.Marie.Visit($"{Case}/untag");
        world.Marie.Text.ShouldContain("There is no tag on this case.");
        await world.Marie.Visit($"{Case}/history");
        world.Marie.Text.ShouldContain("Marie put the tag “travel” on it");
        world.Marie.Text.ShouldContain("Marie took the tag “travel” off");
        (await world.Nusrat.Visit($"/applications/{Reference}")).Text.ShouldNotContain("travel");
        (await world.Tomas.Visit($"{Case}/tag")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
