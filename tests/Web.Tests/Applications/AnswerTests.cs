using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Applications;

/// <summary>Answering a question of staff, where one answer leads to another question.</summary>
public sealed class AnswerTests
{
    private const string Reference = "UMB-27-ASK";

    [Theory, EachDatabase]
    public async Task What_an_answer_brings_up_is_asked_on_the_same_page(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await (await world.Marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await world.Marie.Visit($"/cases/{Reference}/ask");
        world.Marie.ChooseByName("fields", "where");
        await world.Marie.Fill("words", "Where is it?").Press("Send the question");
        await world.Nusrat.Visit($"/applications/{Reference}/answer");
        world.Nusrat.Page.QuerySelector("[name='room']").ShouldBeNull();
        await world
            .Nusrat.ChooseByName("where", "online")
            .Fill("Words", "On the web.")
            .Press("Send the answer");
        world.Nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        world.Nusrat.Problems().ShouldHaveSingleItem().ShouldContain("Address of the room");
        world.Nusrat.Source.ShouldContain("On the web.");
        await world.Marie.Visit($"/cases/{Reference}");
        world.Marie.Text.ShouldContain("Next: the applicant answers the question");
        await world.Nusrat.Fill("room", "meet.example.org/fair").Press("Send the answer");
        world.Nusrat.Path.ShouldBe($"/applications/{Reference}");
        await world.Marie.Visit($"/cases/{Reference}");
        world.Marie.Text.ShouldContain("meet.example.org/fair");
        world.Host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_kind_that_has_a_date_after_all_asks_for_it(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.ReadyAsync(host);
        await joey.PostAsync(
            "sections/subject",
            "kind=initiative&date.day=&date.month=&date.year=&title=PyCon+Jupiter"
        );
        (await joey.PostAsync("send", "")).Status.ShouldBe(303);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await (await marie.Visit($"/cases/{joey.Reference}/take-up")).Press("Take it up");
        await marie.Visit($"/cases/{joey.Reference}/ask");
        marie.ChooseByName("fields", "kind");
        await marie.Fill("words", "Is it not a conference?").Press("Send the question");
        var asked = await joey.PostAsync("answer", "Words=It+is&kind=conference");
        asked.ShouldHelp("answer").Status.ShouldBe(422);
        asked.Problems.ShouldHaveSingleItem().ShouldContain("First day");
        asked.Page.QuerySelector("[name='date.Day'], [name='date.day']").ShouldNotBeNull();
        (await joey.ReadAsync(a => a.Ball)).ShouldBe(Ball.Applicant);
        var given = await joey.PostAsync(
            "answer",
            "Words=It+is&kind=conference&date.day=7&date.month=6&date.year=2028"
        );
        given.Status.ShouldBe(303, string.Join('|', given.Status == 422 ? given.Problems : []));
        (await joey.ReadAsync(a => a.EventDate)).ShouldBe(new NodaTime.LocalDate(2028, 6, 7));
    }
}
