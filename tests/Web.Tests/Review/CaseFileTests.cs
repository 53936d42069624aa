using System.Net;
using System.Text.Json;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Review;

/// <summary>The whole case as a document says what its page says, to each reader theirs.</summary>
public sealed class CaseFileTests
{
    private const string Reference = "UMB-27-FILE";

    [Theory, EachDatabase]
    public async Task Each_reader_takes_away_what_their_page_shows(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await (await world.Marie.Visit($"/cases/{Reference}/tag"))
            .Fill("tag", "travel")
            .Press("Add the tag");
        await world.Marie.Visit($"/cases/{Reference}/note");
        await world
            .Marie.Choose("Who reads it", "Staff only")
            .Fill("words", "Between us.")
            .Press("Keep as a private note");
        await DeskWorld.VoteAsync(world.Deb, Reference, "For", "A good plan.");
        var staff = await FileAsync(world.Marie);
        Field(staff, "title").ShouldBe("Workshop day");
        Field(staff, "lead").ShouldBe("Marie");
        staff.GetProperty("tags")[0].GetString().ShouldBe("travel");
        staff.ToString().ShouldContain("555 0100");
        staff.ToString().ShouldContain("Between us.");
        staff.ToString().ShouldContain("case.tagged");
        staff.GetProperty("rounds")[0].GetProperty("votes").ValueKind.ShouldBe(JsonValueKind.Null);
        staff.GetProperty("decision").ValueKind.ShouldBe(JsonValueKind.Null);
        await DeskWorld.DeclareAsync(world.Tomas, Reference);
        var member = (await FileAsync(world.Tomas)).ToString();
        member.ShouldContain("It has a code of conduct.");
        foreach (var secret in new[] { "555 0100", "Between us.", "travel", "A good plan." })
            member.ShouldNotContain(secret);
        var voted = await FileAsync(world.Deb);
        voted
            .GetProperty("rounds")[0]
            .GetProperty("votes")[0]
            .GetProperty("reason")
            .GetString()
            .ShouldBe("A good plan.");
        using var undeclared = await world.Joey.GetAsync($"/cases/{Reference}/case.json");
        undeclared.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var applicant = await world.Nusrat.GetAsync($"/cases/{Reference}/case.json");
        applicant.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        world.Host.Trouble().ShouldBeEmpty();
    }

    private static string? Field(JsonElement file, string name) =>
        file.GetProperty(name).GetString();

    private static async Task<JsonElement> FileAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync($"/cases/{Reference}/case.json");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
    }
}
