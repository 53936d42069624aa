using System.Net;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Programs.Editing;

/// <summary>What is wrong is said at its field and kept in it; what is published does not change.</summary>
public sealed class EditorRefusalTests
{
    [Theory]
    [EachDatabase]
    public async Task What_is_wrong_is_said_at_its_field_and_kept_in_it(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/window");
        await marie.Fill("latestWeeksBefore", "soon").Press("Save");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldBe(["A whole number from 0 to 104 is needed here."]);
        marie
            .Page.QuerySelector("input[name=latestWeeksBefore]")!
            .GetAttribute("value")
            .ShouldBe("soon");
        await marie.Visit($"{EditorWorld.Edit}/clauses/1");
        await marie.Fill("summary.en", "").Fill("text.en", "Kept words.").Press("Save");
        marie.Problems().ShouldBe(["Fill in: In plain words"]);
        marie
            .Page.QuerySelector("textarea[name='text.en']")!
            .TextContent.Trim()
            .ShouldBe("Kept words.");
        await marie.Visit($"{EditorWorld.Program}/changes");
        marie.Text.ShouldContain("Nothing changed.");
    }

    [Theory]
    [EachDatabase]
    public async Task A_working_copy_that_is_not_complete_is_kept_and_says_what_is_missing(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/stages/new");
        await marie
            .Fill("Short name", "again")
            .Choose("Kind of stage", "Review and vote")
            .Fill("Title", "A second review")
            .Fill("Team", "another-group")
            .Press("Save");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe($"{EditorWorld.Edit}/stages/4");
        marie.Text.ShouldContain("A review needs a rule by which the team decides.");
        await marie.Visit($"{EditorWorld.Program}/publish");
        marie.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        await marie.Follow("Stages › A second review");
        await marie.Follow("How the team decides");
        await marie.Choose("How the team decides", "Staff decides").Press("Save");
        marie.Path.ShouldBe($"{EditorWorld.Edit}/stages/4/rule/staff");
        await marie.Visit($"{EditorWorld.Program}/publish");
        marie.Text.ShouldContain(
            "The team another-group does not exist yet and is made, without members."
        );
        marie.Page.QuerySelectorAll("main form").ShouldHaveSingleItem();
    }

    [Theory]
    [EachDatabase]
    public async Task The_file_is_saved_checked_and_refused_with_lines(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        using var deb = await host.SignedInAsync(World.Deb.Address);
        await deb.Visit($"{EditorWorld.Edit}/yaml");
        await marie.Visit($"{EditorWorld.Edit}/yaml");
        var text = marie.Page.QuerySelector("textarea")!.TextContent;
        var wrong = text.Replace("state: open", "state: opne", StringComparison.Ordinal);
        await marie.Fill("Program file", wrong).Press("Save");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Text.ShouldContain(
            "state: opne is not known here. Allowed are: open, byInvitation, inRounds, paused, closed. Did you mean open?"
        );
        marie.Page.QuerySelector("textarea")!.TextContent.ShouldContain("state: opne");
        await marie.Press("Check");
        marie.Status.ShouldBe(HttpStatusCode.OK);
        marie.Text.ShouldContain("opne is not known here");
        await marie
            .Fill(
                "Program file",
                text.Replace("state: open", "state: closed", StringComparison.Ordinal)
            )
            .Press("Save");
        marie.Path.ShouldBe(EditorWorld.Edit);
        await deb.Fill(
                "Program file",
                text.Replace("unit: event", "unit: community", StringComparison.Ordinal)
            )
            .Press("Save");
        deb.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        deb.Text.ShouldContain(
            "What one partnership is for: ‘One event’ became ‘The community as a whole’"
        );
        deb.Page.QuerySelector("textarea")!.TextContent.ShouldContain("unit: community");
    }

    [Theory]
    [EachDatabase]
    public async Task While_somebody_types_the_check_answers_in_lines(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/yaml");
        var form = marie.Page.QuerySelector("main form")!;
        form.GetAttribute("data-program-check").ShouldBe($"{EditorWorld.Edit}/yaml/check");
        marie.Headers["Accept"] = "text/plain";
        using var answer = await marie.PostAsync(
            $"{EditorWorld.Edit}/yaml/check",
            [
                ("text", "banyan: program/1\nname: 1\nnme: x\n"),
                ("_form", form.QuerySelector("input[name=_form]")!.GetAttribute("value")!),
            ]
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var lines = (
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        ).Split('\n');
        lines.ShouldContain(
            "Line 2, name: A text is needed here. If 1 is meant as text, put it between quotes."
        );
        lines.ShouldContain(line => line.StartsWith("Line 3, nme: The key nme is not known here."));
    }

    [Theory]
    [EachDatabase]
    public async Task A_file_that_cannot_be_published_yet_is_kept_when_that_is_wanted(
        DatabaseKind database
    )
    {
        await using var host = await EditorWorld.HostAsync(database);
        using var marie = await host.EditorAsync();
        await marie.Visit($"{EditorWorld.Edit}/yaml");
        var text = marie.Page.QuerySelector("textarea")!.TextContent;
        await marie.Fill("Program file", "name: [").Press("Save");
        marie.Page.QuerySelectorAll("button[name=keep]").ShouldBeEmpty();
        await marie
            .Fill("Program file", text.Replace("unit: event\n", "", StringComparison.Ordinal))
            .Press("Save");
        await marie.Press("Keep it although it cannot be published yet");
        marie.Path.ShouldBe(EditorWorld.Edit);
        await marie.Follow("Name, summary and state");
        marie.Text.ShouldContain("What one partnership is for");
        await marie.Choose("What one partnership is for", "One event").Press("Save");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("Nothing is missing: it can be published.");
    }

    [Theory]
    [EachDatabase]
    public async Task A_published_version_is_not_written_a_second_time(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        await host.DbAsync(async db =>
        {
            var version = await db.ProgramVersions.SingleAsync();
            db.Entry(version).Property(v => v.Text).CurrentValue = "other";
            await Should.ThrowAsync<InvalidOperationException>(() =>
                db.CommitAsync(
                    Banyan.Kernel.Domain.Outcome.Of(
                        Banyan.Kernel.Domain.Actor.Rule,
                        host.Clock.Now
                    ),
                    TestContext.Current.CancellationToken
                )
            );
        });
    }
}
