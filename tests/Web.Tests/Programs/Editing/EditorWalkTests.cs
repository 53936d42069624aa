using System.Net;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;

namespace Banyan.Web.Tests.Programs.Editing;

/// <summary>Somebody of the staff who has never seen the file changes a question, a clause and the time for applying, and publishes it.</summary>
public sealed class EditorWalkTests
{
    [Theory]
    [EachDatabase]
    public async Task A_question_a_clause_and_a_window_are_changed_by_form_and_published(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit("/cases");
        marie
            .Page.QuerySelector("nav a[href='/settings/programs']")!
            .TextContent.ShouldBe("Programs");
        await marie.Visit("/settings/programs");
        await marie.Follow("PSF Community Partner");
        await marie.Press("Begin a working copy");
        marie.Heading.ShouldBe("Edit the program");

        await marie.Follow("When one may apply");
        await marie.Fill("Apply at least so many weeks before (optional)", "7").Press("Save");
        marie.Problems().ShouldBeEmpty();

        await marie.Follow("Questions of the form");
        await marie.Follow("On the web");
        await marie.Follow("Questions");
        await marie.Follow("Website");
        await marie
            .Fill("Question", "Your page on the web")
            .Choose("Must be answered", "No")
            .Press("Save");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("Your page on the web");

        await marie.Visit(EditorWorld.Edit);
        await marie.Follow("Clauses");
        await marie.Follow("Add a clause");
        await marie
            .Fill("Short name", "kindness")
            .Fill("In plain words", "Be kind.")
            .Fill("Exact text", "We are kind to those who come.")
            .Press("Save");
        marie.Problems().ShouldBeEmpty();

        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain(
            "When one may apply › Apply at least so many weeks before: 6 became 7"
        );
        marie.Text.ShouldContain("Clauses: added ‘Be kind.’");
        marie.Text.ShouldContain(
            "Questions of the form › On the web › Your page on the web › Must be answered: changed from yes to no"
        );
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Page);
        visitor.Text.ShouldNotContain("Be kind.");

        await marie.Follow("Publish");
        marie.Text.ShouldContain(
            "Applications under way keep the version under which they were sent; 0 of them."
        );
        await marie.Press("Publish version 2");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldBe(["Say in one line what is new."]);
        await marie
            .Fill("What is new, in one line", "A clause about kindness")
            .Press("Publish version 2");
        marie.Path.ShouldBe(EditorWorld.Program);
        marie.Text.ShouldContain("Version 2, published by Marie. A clause about kindness");
        marie.Text.ShouldContain("There is no working copy.");

        await visitor.Visit(PsfProgram.Page);
        visitor.Text.ShouldContain("Be kind.");
        visitor.Text.ShouldContain("Your page on the web");
        visitor.Text.ShouldContain("between 6 months and 7 weeks before");
        host.Log.Bad.ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task The_preview_shows_the_working_copy_and_keeps_nothing(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Follow("Name, summary and state");
        await marie.Fill("Name", "Another name").Press("Save");
        await marie.Visit($"{EditorWorld.Program}/preview");
        marie.Heading.ShouldBe("Another name");
        marie.Text.ShouldContain("This is a preview of the working copy.");
        marie.Text.ShouldContain(
            "Only after “No” to “Is this your first application to the program?”"
        );
        marie.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        marie.Page.QuerySelectorAll("main textarea").ShouldNotBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task A_term_is_left_open_by_form(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        // Weeks after an end that does not come are refused.
        await host.ApplyAsync(text =>
            text.Replace("  due: { weeksAfterEnd: 6 }\n", "", StringComparison.Ordinal)
        );
        using var marie = await host.EditorAsync();
        const string term = $"{EditorWorld.Edit}/term";
        await marie.Visit(term);
        await marie.Choose("Stands until either side ends it", "Yes").Press("Save");
        marie
            .Problems()
            .ShouldBe([
                "Say how long a partnership lasts: either months, or endsWithEdition: true, or open: true.",
            ]);
        await marie.Fill("Months (optional)", "").Fill("In words (optional)", "").Press("Save");
        marie.Problems().ShouldBeEmpty();
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain("Stands until either side ends it");
        await marie.Visit($"{EditorWorld.Program}/preview");
        marie.Text.ShouldContain("A partnership stands until either side ends it");
    }

    [Theory]
    [EachDatabase]
    public async Task Of_another_organisation_no_page_exists(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var paul = await host.ElsewhereAsync();
        await paul.Visit("/settings/programs");
        paul.Page.QuerySelectorAll("main ul.rows > li").Length.ShouldBe(1);
        foreach (
            var page in new[]
            {
                "",
                "/begin",
                "/discard",
                "/edit",
                "/edit/window",
                "/edit/yaml",
                "/edit/yaml/check",
                "/move/clauses/1",
                "/remove/clauses/1",
                "/changes",
                "/changes?from=1&to=1",
                "/preview",
                "/publish",
            }
        )
        {
            await paul.Visit(EditorWorld.Program + page);
            paul.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Theory]
    [EachDatabase]
    public async Task Items_are_moved_and_taken_out_without_a_script(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Follow("Clauses");
        var first = Titles(marie)[0];
        await marie.Press($"Move down: {first}");
        Titles(marie)[1].ShouldBe(first);
        await marie.Press($"Move up: {first}");
        Titles(marie)[0].ShouldBe(first);
        await marie.Follow($"Take out: {first}");
        await marie.Press("Take it out");
        Titles(marie).ShouldNotContain(first);
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain($"Clauses: took out ‘{first}’");
    }

    [Theory]
    [EachDatabase]
    public async Task A_text_gets_another_language(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Fill("Language", "bn").Press("Show its fields");
        await marie.Fill("summary.bn", "আপনারা স্বাধীন থাকেন।").Press("Save");
        marie.Problems().ShouldBeEmpty();
        await marie.Visit($"{EditorWorld.Edit}/yaml");
        marie.Page.QuerySelector("textarea")!.TextContent.ShouldContain("আপনারা স্বাধীন থাকেন।");
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Fill("summary.bn", "").Press("Save");
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain("Nothing changed.");
    }

    private static List<string> Titles(Visitor visitor) =>
        [
            .. visitor
                .Page.QuerySelectorAll(".edit-items > li > div > a")
                .Select(link => link.TextContent),
        ];
}
