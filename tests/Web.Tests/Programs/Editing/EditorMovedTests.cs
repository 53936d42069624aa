using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Programs.Editing;

/// <summary>What somebody types goes where they saw it, wherever that stands by now, and is not lost where it is gone.</summary>
public sealed class EditorMovedTests
{
    private const string Questions = $"{EditorWorld.Edit}/form/sections/2/questions";

    [Theory]
    [EachDatabase]
    public async Task A_new_option_follows_its_question(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{Questions}/1/options/new");
        await marie.Visit(Questions);
        await marie.Press($"Move down: {Titles(marie)[0]}");
        await deb.Fill("key", "picnic").Fill("label.en", "A picnic").Press("Save");
        deb.Problems().ShouldBeEmpty();
        deb.Path.ShouldBe($"{Questions}/2/options");
        Titles(deb).ShouldContain("A picnic");
    }

    [Theory]
    [EachDatabase]
    public async Task A_rule_follows_its_stage_though_another_says_the_same(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        foreach (var key in new[] { "again", "once-more" })
        {
            await marie.Visit($"{EditorWorld.Edit}/stages/new");
            await marie
                .Fill("key", key)
                .Choose("Kind of stage", "Review and vote")
                .Fill("title.en", key)
                .Fill("team", "staff")
                .Press("Save");
        }
        await deb.Visit($"{EditorWorld.Edit}/stages/4/rule");
        await marie.Visit($"{EditorWorld.Edit}/stages");
        await marie.Press("Move down: again");
        await deb.Choose("How the team decides", "Staff decides").Press("Save");
        deb.Path.ShouldBe($"{EditorWorld.Edit}/stages/5/rule/staff");
        await deb.Visit($"{EditorWorld.Edit}/stages/4/rule");
        deb.Page.QuerySelectorAll("input[name=which][checked]").ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task What_was_moved_and_changed_is_changed_by_another_and_not_added_twice(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Fill("summary.en", "What Marie wrote.").Press("Save");
        await marie.Press("Move down: What Marie wrote.");
        await deb.Fill("summary.en", "What Deb wrote.").Press("Save");
        deb.Text.ShouldContain("In plain words: ‘What Marie wrote.’ became ‘What Deb wrote.’");
        await deb.Press("Save");
        deb.Problems().ShouldBeEmpty();
        Titles(deb).Count.ShouldBe(8);
        Titles(deb)[1].ShouldBe("What Deb wrote.");
    }

    [Theory]
    [EachDatabase]
    public async Task A_part_that_is_no_entry_is_shown_beside_what_another_made_of_it(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await marie.Visit($"{EditorWorld.Edit}/edition");
        await marie
            .Fill("key", "2028")
            .Fill("title.en", "The first")
            .Fill("firstDay", "2028-05-01")
            .Fill("lastDay", "2028-05-03")
            .Press("Save");
        marie.Problems().ShouldBeEmpty();
        await deb.Visit($"{EditorWorld.Edit}/edition");
        await marie.Visit($"{EditorWorld.Edit}/edition");
        await marie.Fill("key", "2029").Press("Save");
        marie.Problems().ShouldBeEmpty();
        await deb.Fill("title.en", "What Deb wrote").Press("Save");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        deb.Text.ShouldContain("2029");
        Value(deb, "title.en").ShouldBe("What Deb wrote");
        await marie.Visit($"{EditorWorld.Program}/remove/edition");
        await marie.Press("Take it out");
        await deb.Press("Save");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Value(deb, "title.en").ShouldBe("What Deb wrote");
        await deb.Press("Save");
        deb.Problems().ShouldBeEmpty();
        deb.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [EachDatabase]
    public async Task What_was_typed_into_a_section_that_is_gone_stays_on_the_page_and_goes_nowhere(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{Questions}/2");
        await marie.Visit($"{EditorWorld.Program}/remove/form/sections/2");
        await marie.Press("Take it out");
        await deb.Fill("label.en", "What Deb asks").Press("Save");
        for (var time = 0; time < 2; time++)
        {
            deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            deb.Problems()
                .ShouldHaveSingleItem()
                .ShouldStartWith("Somebody took out what this belongs to.");
            Value(deb, "label.en").ShouldBe("What Deb asks");
            await deb.Press("Save");
        }
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldNotContain("What Deb asks");
        await marie.Visit($"{EditorWorld.Edit}/stages/1/rule");
        await deb.Visit($"{EditorWorld.Program}/remove/stages/1");
        await deb.Press("Take it out");
        await marie.Choose("How the team decides", "Staff decides").Press("Save");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Page.QuerySelector("input[name=which][value=staff][checked]").ShouldNotBeNull();
        host.Log.Bad.ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task What_is_moved_or_taken_out_is_looked_for_in_its_own_list(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{EditorWorld.Program}/remove/form/sections/2/questions/2");
        await marie.Visit($"{EditorWorld.Edit}/form/sections");
        await marie.Press($"Move down: {Titles(marie)[1]}");
        await deb.Press("Take it out");
        deb.Problems().ShouldBeEmpty();
        deb.Path.ShouldBe($"{EditorWorld.Edit}/form/sections/3/questions");
        Titles(deb).Count.ShouldBe(4);
    }

    [Theory]
    [EachDatabase]
    public async Task An_address_of_nothing_is_not_found(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        foreach (var place in new[] { "edit//", "edit///", "move//", "remove//", "remove/" })
        {
            await marie.Visit($"{EditorWorld.Program}/{place}");
            marie.Status.ShouldBe(HttpStatusCode.NotFound, place);
        }
        await marie.Visit($"{EditorWorld.Edit}/stages/new/rule");
        marie.Status.ShouldBe(HttpStatusCode.NotFound);
        host.Log.Bad.ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task Another_language_is_shown_and_what_was_typed_stays(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie
            .Fill("summary.en", "Not saved yet.")
            .Fill("Language", "bn")
            .Press("Show its fields");
        marie.Status.ShouldBe(HttpStatusCode.OK);
        Value(marie, "summary.en").ShouldBe("Not saved yet.");
        await marie
            .Fill("summary.bn", "এখনও না।")
            .Fill("Language", "no tag")
            .Press("Show its fields");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldBe(["This is no tag of a language."]);
        Value(marie, "summary.bn").ShouldBe("এখনও না।");
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain("Nothing changed.");
    }

    private static string Value(Visitor visitor, string name)
    {
        var field = visitor.Page.QuerySelector($"[name='{name}']").ShouldNotBeNull(visitor.Text);
        return field.GetAttribute("value") ?? field.TextContent.Trim();
    }

    private static List<string> Titles(Visitor visitor) =>
        [
            .. visitor
                .Page.QuerySelectorAll(".edit-items > li > div > a")
                .Select(link => link.TextContent),
        ];
}
