using System.Net;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Programs.Editing;

/// <summary>What two people change at once is lost by neither, and of two who publish one does.</summary>
public sealed class EditorMeetingTests
{
    [Theory]
    [EachDatabase]
    public async Task Two_who_change_one_clause_see_both_texts_and_two_clauses_do_not_meet(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await deb.Visit($"{EditorWorld.Edit}/clauses/1");
        using var third = await host.SignedInAsync(World.Marie.Address);
        await third.Visit($"{EditorWorld.Edit}/clauses/2");
        await marie.Fill("summary.en", "What Marie wrote.").Press("Save");
        await third.Fill("summary.en", "Another clause.").Press("Save");
        third.Problems().ShouldBeEmpty();
        await deb.Fill("summary.en", "What Deb wrote.").Press("Save");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        deb.Text.ShouldContain("In plain words: ‘What Marie wrote.’ became ‘What Deb wrote.’");
        await deb.Press("Save");
        deb.Problems().ShouldBeEmpty();
        await deb.Visit($"{EditorWorld.Edit}/clauses");
        deb.Text.ShouldContain("What Deb wrote.");
        deb.Text.ShouldContain("Another clause.");
    }

    [Theory]
    [EachDatabase]
    public async Task What_was_taken_out_meanwhile_is_not_written_over_its_neighbour(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Visit($"{EditorWorld.Program}/remove/clauses/1");
        await marie.Press("Take it out");
        await deb.Fill("summary.en", "What Deb wrote.").Press("Save");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        deb.Text.ShouldContain("saving now adds it as a new entry");
        await deb.Press("Save");
        deb.Path.ShouldBe($"{EditorWorld.Edit}/clauses");
        deb.Page.QuerySelectorAll(".edit-items > li > div > a")
            .Select(link => link.TextContent)
            .Last()
            .ShouldBe("What Deb wrote.");
        deb.Page.QuerySelectorAll(".edit-items > li").Length.ShouldBe(8);
    }

    [Theory]
    [EachDatabase]
    public async Task A_version_from_a_file_meanwhile_is_shown_and_published_over_only_on_purpose(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/window");
        await marie.Fill("latestWeeksBefore", "5").Press("Save");
        await marie.Visit($"{EditorWorld.Program}/publish");
        await host.ApplyAsync(text =>
            text.Replace("months: 12", "months: 10", StringComparison.Ordinal)
        );
        await marie.Fill("note", "Later").Press("Publish version 2");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Text.ShouldContain("How long a partnership lasts › Months: 12 became 10");
        await marie.Visit(EditorWorld.Program);
        marie.Text.ShouldContain("Version 2 was published since this working copy was begun.");
        await marie.Follow("Publish");
        await marie
            .Fill("note", "Later")
            .Choose("Publish it over version 2")
            .Press("Publish version 3");
        marie.Path.ShouldBe(EditorWorld.Program);
        await marie.Visit($"{EditorWorld.Program}/changes?from=2&to=3");
        marie.Text.ShouldContain("How long a partnership lasts › Months: 10 became 12");
    }

    [Theory]
    [EachDatabase]
    public async Task Of_two_who_publish_at_once_one_does(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await marie.Visit($"{EditorWorld.Edit}/window");
        await marie.Fill("latestWeeksBefore", "5").Press("Save");
        foreach (var person in new[] { marie, deb })
        {
            await person.Visit($"{EditorWorld.Program}/publish");
            person.Fill("note", "Five weeks");
        }
        await Task.WhenAll(marie.Press("Publish version 2"), deb.Press("Publish version 2"));
        new[] { marie.Status, deb.Status }
            .Order()
            .ShouldBe([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity]);
        var refused = marie.Status == HttpStatusCode.OK ? deb : marie;
        refused.Text.ShouldContain("There is no working copy any more. Version 2 is published.");
        refused.Text.ShouldContain("Apply at least so many weeks before: 6 became 5");
        (await host.DbAsync(db => db.ProgramVersions.CountAsync())).ShouldBe(2);
        host.Log.Bad.ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task There_is_one_working_copy_and_it_is_discarded_on_purpose(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{EditorWorld.Program}/begin");
        using var marie = await host.EditorAsync();
        await deb.Press("Begin a working copy");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await deb.Visit($"{EditorWorld.Program}/discard");
        await marie.Visit($"{EditorWorld.Edit}/window");
        await marie.Fill("latestWeeksBefore", "5").Press("Save");
        await deb.Press("Discard it");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        deb.Text.ShouldContain("6 became 5");
        await deb.Press("Discard it");
        deb.Path.ShouldBe(EditorWorld.Program);
        deb.Text.ShouldContain("There is no working copy.");
        await marie.Visit(EditorWorld.Edit);
        marie.Path.ShouldBe(EditorWorld.Program);
    }

    [Theory]
    [EachDatabase]
    public async Task A_text_typed_into_a_working_copy_that_is_gone_stays_on_the_page(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await deb.Visit($"{EditorWorld.Program}/discard");
        await deb.Press("Discard it");
        await marie.Fill("text.en", "Words of Marie.").Press("Save");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Page.QuerySelector("textarea[name='text.en']")!
            .TextContent.ShouldContain("Words of Marie.");
        await deb.Visit(EditorWorld.Program);
        await deb.Press("Begin a working copy");
        await marie.Press("Save");
        marie.Path.ShouldBe($"{EditorWorld.Edit}/clauses");
    }
}
