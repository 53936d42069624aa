using System.Net;
using Banyan.Testing;

namespace Banyan.Web.Tests.Programs;

/// <summary>The questions in front of the form: one a page, an answer at once, nothing kept.</summary>
public sealed class EligibilityTests
{
    [Theory]
    [EachDatabase]
    public async Task Three_times_yes_leads_to_the_form(DatabaseKind database)
    {
        await using var host = await PsfProgram.HostAsync(database);
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Eligibility);
        foreach (
            var question in new[]
            {
                "Is it about Python, or is Python at least half of it?",
                "Does it have an established page on the web?",
                "Do you have a code of conduct that you enforce, with a clear way to report a problem?",
            }
        )
            await visitor.Choose(question, "Yes").Press("Continue");
        visitor.Heading.ShouldBe("Yes, this looks like a fit");
        visitor.Path.ShouldContain("python=yes");
        visitor
            .Page.QuerySelector("a.button")!
            .GetAttribute("href")
            .ShouldBe($"{PsfProgram.Page}/apply");
        visitor.Cookies.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_no_is_answered_at_once_with_the_way_forward_and_can_be_changed()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit($"{PsfProgram.Eligibility}?python=yes");
        await visitor
            .Choose("Does it have an established page on the web?", "No")
            .Press("Continue");
        visitor.Heading.ShouldBe("Not yet, but there is a way forward");
        visitor.Text.ShouldContain("a group page on Meetup or Luma takes an hour and is enough.");
        await visitor.Follow("Change this answer");
        visitor.Text.ShouldContain("Question 2 of 3");
        await visitor
            .Choose("Does it have an established page on the web?", "Yes")
            .Press("Continue");
        visitor.Text.ShouldContain("Question 3 of 3");
    }

    [Fact]
    public async Task Going_on_without_an_answer_asks_for_one()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Eligibility);
        visitor.Problems().ShouldBeEmpty();
        visitor.Page.QuerySelectorAll(".field-wrong").ShouldBeEmpty();
        await visitor.Press("Continue");
        visitor.Problems().ShouldBe(["Choose yes or no."]);
    }

    [Theory]
    [InlineData("?python=maybe")]
    [InlineData("?python=yes&python=no")]
    [InlineData("?python=")]
    [InlineData("?python")]
    [InlineData("?_asked=python&_asked=page")]
    [InlineData("?_asked=%27%22%3E%3Cscript%3E")]
    [InlineData("?python[]=yes&page[0][x]=no")]
    [InlineData("?conduct=yes")]
    [InlineData("?handler=OnGet&page=%2Fetc%2Fpasswd")]
    [InlineData("?python=%F0%9F%90%8D&=&&&")]
    public async Task Strange_values_are_no_answers(string query)
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Eligibility + query);
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        host.Log.Bad.ShouldBeEmpty();
    }
}
