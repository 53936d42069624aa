using System.Net;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>Nusrat wishes for the letter of the decision in Bangla; the program has its approval in it, and nothing else.</summary>
public sealed class LetterLanguageTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";
    private const string Mine = $"/applications/{DecidedCase.Reference}";
    private const string Bangla = "বাংলা";

    private const string Letters = """

        letters:
          approved:
            subject: { en: "{title} is a partner", bn: "{title} এখন অংশীদার" }
            body: { en: "Hello {name},\n\nwelcome until {until}.", bn: "প্রিয় {name},\n\n{until} পর্যন্ত স্বাগতম।" }
          declined:
            subject: "About {title}"
            body: "Hello {name},\n\nnot this time:\n\n{reasons}"

        """;

    [Theory, EachDatabase]
    public async Task The_letter_leaves_in_the_language_that_the_applicant_chose_and_so_does_its_correction(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: Program());
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await nusrat.Visit(Mine);
        nusrat.Text.ShouldContain("Letters in: English");
        await ChooseAsync(nusrat);
        nusrat.Path.ShouldBe(Mine);
        nusrat.Text.ShouldContain($"Letters in: {Bangla}");
        nusrat.Page.QuerySelector("span[lang=bn]")!.TextContent.ShouldBe(Bangla);
        await marie.Visit($"{Case}/decide");
        marie.Text.ShouldContain("The letter leaves in Bangla, which the applicants chose");
        marie.Text.ShouldContain("for them the whole letter is in English: ");
        await marie.ApproveAsync();
        marie.Text.ShouldContain("The applicants chose Bangla, and the letter is in it.");
        marie
            .Page.QuerySelectorAll("[lang=bn]")
            .Select(part => part.TextContent)
            .ShouldContain(text => text.Contains("পর্যন্ত স্বাগতম।"));
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
        await nusrat.Visit(Mine);
        nusrat.Text.ShouldNotContain("Change the language");
        await nusrat.Visit($"{Mine}/letter-language");
        await nusrat.Choose("English").Press("Save");
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nusrat.Problems().ShouldHaveSingleItem().ShouldStartWith("The letter is on its way");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Subject.ShouldBe($"{DecidedCase.Title} এখন অংশীদার");
        mail.Html.ShouldContain("<html lang=\"bn\">");
        mail.Text.ShouldContain("২০২৮ পর্যন্ত স্বাগতম।");
        mail.Text.ShouldContain("এরপর: অংশীদারিত্বের কথা সবাইকে জানান।");
        mail.Text.ShouldContain("আপনার অংশীদার পাতা খুলুন:\n");
        mail.Text.ShouldNotContain("Next:");
        await marie.Visit($"{Case}/correct");
        await marie
            .Fill("What was wrong in the letter", "It named the wrong last day.")
            .Press("Begin the correction");
        await marie.ApproveAsync();
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var correction = host.Mailbox.Last(World.Nusrat.Address);
        correction.Subject.ShouldStartWith("সংশোধন: ");
        correction.Text.ShouldContain("It named the wrong last day.");
        host.Trouble().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_letter_that_the_program_has_not_in_it_is_whole_in_English_and_says_so_before(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(passed: false, program: Program());
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await ChooseAsync(nusrat);
        await marie.Visit($"{Case}/decide");
        await marie
            .Choose("Decline")
            .Fill("reasons[conduct]", "The page names nobody who receives reports.")
            .Press("Record the decision and read its letter");
        marie.Problems().ShouldBeEmpty();
        marie.Text.ShouldContain("The program has not all of this letter in it");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Subject.ShouldBe($"About {DecidedCase.Title}");
        mail.Html.ShouldContain("<html lang=\"en\">");
        mail.Text.ShouldNotContain("এরপর");
    }

    [Theory, EachDatabase]
    public async Task A_letter_that_was_read_in_another_language_is_read_once_more(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync(program: Program());
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await marie.ApproveAsync();
        await ChooseAsync(nusrat);
        await marie.Press("Release this letter");
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("The letter reads differently");
        marie.Page.QuerySelector("[lang=bn]").ShouldNotBeNull();
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_program_in_English_alone_asks_nothing_and_takes_nothing_else(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await nusrat.Visit(Mine);
        nusrat.Text.ShouldNotContain("Letters in");
        await nusrat.Visit($"{Mine}/letter-language");
        nusrat.Text.ShouldContain("The letters of this program are in English only.");
        nusrat.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        var token = await nusrat.TokenAsync($"{Mine}/withdraw");
        var answer = await nusrat.PostBodyAsync(
            $"{Mine}/letter-language",
            $"_form={token}&Language=bn"
        );
        answer.Status.ShouldBe(422);
    }

    private static async Task ChooseAsync(Visitor nusrat)
    {
        await nusrat.Visit(Mine);
        await nusrat.Follow("Change the language");
        await nusrat.Choose(Bangla).Press("Save");
        nusrat.Problems().ShouldBeEmpty();
    }

    private static string Program()
    {
        var text = DecidedCase.ProgramText();
        var begin = text.IndexOf("\nletters:\n", StringComparison.Ordinal);
        var end = text.IndexOf("\nterm:\n", begin, StringComparison.Ordinal);
        return text.Remove(begin, end - begin).Insert(begin, Letters.TrimEnd('\n') + "\n");
    }
}
