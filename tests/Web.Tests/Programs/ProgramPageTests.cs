using System.Net;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Banyan.Testing;

namespace Banyan.Web.Tests.Programs;

/// <summary>The public page of a program says all that the program says. The clock stands on Monday, 1 March 2027.</summary>
public sealed class ProgramPageTests
{
    private static ProgramDefinition Definition =>
        ProgramFile.Read(File.ReadAllText(PsfProgram.Path), "").Definition!;

    [Theory]
    [EachDatabase]
    public async Task The_page_needs_at_most_four_statements(DatabaseKind database)
    {
        await using var host = await PsfProgram.HostAsync(database);
        using var visitor = host.NewVisitor();
        var statements = await host.Statements.DuringAsync(() => visitor.Visit(PsfProgram.Page));
        statements.ShouldBeInRange(1, 4);
        (await host.Statements.DuringAsync(() => visitor.Visit("/"))).ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task Every_sentence_of_the_program_is_on_its_page()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Page);
        var text = visitor.Text;
        var program = Definition;
        string[] facts =
        [
            program.Name.ToString(),
            program.Summary.ToString(),
            .. program.Purpose!.ToString().Split("\n\n"),
            .. program.WhoQualifies.Select(item => item.ToString()),
            .. program.WhoDoesNot.Select(item => item.ToString()),
            .. program.Commitments.Select(commitment => commitment.Text.ToString()),
            .. program.Criteria.SelectMany(c => new[] { c.Text.ToString(), c.Help!.ToString() }),
            .. program.Clauses.SelectMany(c => new[] { c.Summary.ToString(), c.Text.ToString() }),
            .. program.Stages.SelectMany(s =>
                new[] { s.Title.ToString(), s.Description!.ToString() }
            ),
            .. program.Benefits.SelectMany(b => new[] { b.Title.ToString(), b.Text!.ToString() }),
            .. program.Benefits.SelectMany(b => b.Eligible).Select(item => item.ToString()),
            .. program.Benefits.SelectMany(b => b.NotEligible).Select(item => item.ToString()),
            .. program.Leaving.Select(item => item.ToString()),
            .. program.Contacts.Select(contact => contact.Role.ToString()),
            .. program.Contacts.Where(c => c.Text is not null).Select(c => c.Text!.ToString()),
            .. program.Questions.Select(question => question.Label.ToString()),
            .. program.Report!.Questions.Select(question => question.Label.ToString()),
            program.Term.Text!.ToString(),
        ];
        facts.Where(fact => !text.Contains(Words(fact), StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "Next: you apply, any time between 6 months and 6 weeks before the first day of your event."
    )]
    [InlineData(
        "If you apply today, the first day of your event lies between Monday 12 April 2027 and Wednesday 1 September 2027."
    )]
    [InlineData(
        "For example: for an event that begins on Saturday 3 July 2027, apply from Sunday 3 January 2027 until Saturday 22 May 2027."
    )]
    [InlineData("If it is your first application, please send it 8 weeks ahead.")]
    [InlineData("An initiative without a date may apply at any time.")]
    [InlineData("You have a decision within 8 weeks of sending.")]
    [InlineData(
        "we remind you after 2 and 5 weeks and close the application after 6 weeks without an answer. It can be reopened."
    )]
    [InlineData(
        "Passes with 3 votes for it and none against · 10 days; a discussion adds at most 10 business days"
    )]
    [InlineData("What each side promises Python Software Foundation")]
    public async Task The_page_says(string sentence)
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Page);
        visitor.Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task An_open_program_leads_to_the_questions_and_to_the_form()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Page);
        visitor
            .Page.QuerySelectorAll(".next-line a.button")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([PsfProgram.Eligibility, $"{PsfProgram.Page}/apply"]);
    }

    [Fact]
    public async Task A_paused_program_says_why_and_offers_no_form()
    {
        await using var host = await PsfProgram.HostAsync(
            DatabaseKind.Sqlite,
            text =>
                text.Replace(
                    "state: open",
                    "state: paused\nstateReason: Staff is away until 3 January.",
                    StringComparison.Ordinal
                )
        );
        using var visitor = host.NewVisitor();
        await visitor.Visit(PsfProgram.Page);
        visitor.Page.QuerySelectorAll("a.button").ShouldBeEmpty();
        visitor.Text.ShouldContain("Staff is away until 3 January.");
        visitor.Text.ShouldContain("Next: you wait until the program opens again.");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_not_found()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/programs/nothing");
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.Visit("/programs/nothing/eligibility");
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [EachDatabase]
    public async Task The_first_page_lists_the_organisation_and_its_program(DatabaseKind database)
    {
        await using var host = await PsfProgram.HostAsync(database);
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        visitor.Text.ShouldContain("Python Software Foundation");
        await visitor.Follow("PSF Community Partner");
        visitor.Heading.ShouldBe("PSF Community Partner");
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
