using System.Text;
using Banyan.Partnering.Checks.Domain;

namespace Banyan.Rules.Tests.Checks;

public sealed class CodeOfConductCheckTests
{
    private const string Values =
        "<h1>Code of conduct</h1><p>Be kind to each other, listen, and leave room for others to speak. This holds in the halls, at the parties and online.</p>";

    [Theory]
    [InlineData(
        "<p>Report to our conduct team at <a href='mailto:conduct@example.org'>conduct@example.org</a>.</p>"
    )]
    [InlineData(
        "<h2>Reporting</h2><p>Write to conduct@example.org.</p><p>The organisers answer within a day.</p>"
    )]
    [InlineData(
        "<h2>Reporting</h2><p>Our <b>team</b> reads <i>conduct</i> [at] example [dot] org.</p>"
    )]
    [InlineData("<p>Contact the committee: <a href='tel:+8801700000000'>by phone</a></p>")]
    [InlineData("<p>Any incident? Call a member of staff at +880 1700 000000.</p>")]
    [InlineData(
        "<p>Use <a href='https://docs.google.com/forms/d/e/abc/viewform'>this form</a> to report; the moderators read it.</p>"
    )]
    [InlineData(
        "<p>Report here, the response team reads it:</p><form><textarea name='what'></textarea></form>"
    )]
    [InlineData(
        "<p>Contact the organizers: <a href='/cdn-cgi/l/email-protection#abc'>[protected]</a></p>"
    )]
    [InlineData(
        "<ul><li>Contact people</li><li>anna@example.org</li><li>bela@example.org</li></ul>"
    )]
    [InlineData("<h2>Denuncias</h2><p>Escribe al comité: conducta@example.org.</p>")]
    [InlineData("<h2>Como denunciar</h2><p>Escreva à comissão: conduta@example.org.</p>")]
    [InlineData("<h2>Signaler un problème</h2><p>Écrivez à l’équipe : conduite@example.org.</p>")]
    [InlineData("<h2>शिकायत कैसे करें</h2><p>हमारी टीम को लिखें: conduct@example.org</p>")]
    [InlineData("<h2>অভিযোগ</h2><p>আমাদের আয়োজক কমিটি: conduct@example.org</p>")]
    public void A_page_with_a_way_and_a_receiver_is_found(string html)
    {
        var finding = CodeOfConductCheck.Judge(Answers.Page(Values + html));
        finding.Result.ShouldBe(CheckResult.Found);
        finding.Sentence.ShouldBe("The page says how to report and who receives reports.");
        finding.Evidence.Count.ShouldBeInRange(1, 2);
        finding.Evidence.ShouldAllBe(quote => quote.Length > 0 && quote.Length <= 200);
        finding.BodyHash.ShouldBe(Answers.Hash);
    }

    [Theory]
    [InlineData(
        "<p>Report to <a href='mailto:conduct@example.org'>conduct@example.org</a>.</p>",
        "Report to conduct@example.org."
    )]
    [InlineData("<p>Contact: +44 20 7946 0000</p>", "Contact: +44 20 7946 0000")]
    [InlineData(
        "<p>Report <a href='https://forms.gle/abc'>here</a>.</p>",
        "Report here. (https://forms.gle/abc)"
    )]
    public void A_page_that_names_nobody_is_partly_there(string html, string evidence)
    {
        var finding = CodeOfConductCheck.Judge(Answers.Page(Values + html));
        finding.Result.ShouldBe(CheckResult.Partly);
        finding.Sentence.ShouldBe(
            "The page says how to report, but we did not find who receives reports."
        );
        finding.Evidence.ShouldBe([evidence]);
    }

    [Theory]
    [InlineData("<p>Report problems to any member of the team.</p>")]
    [InlineData("<p>Report problems to the team, since 2024-01-01 2028.</p>")]
    [InlineData("<p>Report problems to the <a href='javascript:void(0)'>team</a>.</p>")]
    [InlineData("<p>Report problems to the team.</p><footer>hello@example.org</footer>")]
    [InlineData(
        "<p>Report problems to the team.</p><script>var address = 'conduct@example.org'</script>"
    )]
    [InlineData(
        "<p>Report problems to the team.</p><p>1</p><p>2</p><p>3</p><p>shop@example.org</p>"
    )]
    public void A_page_without_a_way_is_partly_there(string html)
    {
        var finding = CodeOfConductCheck.Judge(Answers.Page(Values + html));
        finding.Result.ShouldBe(CheckResult.Partly);
        finding.Sentence.ShouldBe(
            "The page names people for reports, but we found no e-mail address, form or phone number near it."
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>We are a friendly team. Write to hello@example.org to buy tickets.</p>")]
    [InlineData("<p>Reread the unreported rules.</p><p>hello@example.org</p>")]
    [InlineData("<nav><a href='/contact'>Contact the team</a> hello@example.org</nav>")]
    [InlineData("<!-- Report to the team: conduct@example.org -->")]
    public void A_page_that_says_nothing_of_reports_is_not_found(string html)
    {
        var finding = CodeOfConductCheck.Judge(Answers.Page(Values + html));
        finding.Result.ShouldBe(CheckResult.NotFound);
        finding.Evidence.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "<body><div id='root'></div><script src='/app.js'></script></body>",
        "fair.example.org shows its text only with scripts, which we do not run. A person has to look."
    )]
    [InlineData(
        "",
        "fair.example.org answers with a file that we cannot read as a page. A person has to look."
    )]
    public void What_the_machine_cannot_read_is_left_to_a_person(string html, string sentence)
    {
        var finding = CodeOfConductCheck.Judge(Answers.Page(html));
        finding.Result.ShouldBe(CheckResult.CouldNotLook);
        finding.Sentence.ShouldBe(sentence);
    }

    [Fact]
    public void A_long_paragraph_is_quoted_around_the_contact()
    {
        var words = string.Join(' ', Enumerable.Repeat("kindness", 100));
        var finding = CodeOfConductCheck.Judge(
            Answers.Page($"{Values}<p>Report {words} conduct@example.org {words}</p>")
        );
        finding.Evidence.Single().ShouldContain("conduct@example.org");
        finding.Evidence.Single().Length.ShouldBeLessThanOrEqualTo(200);
        finding.Evidence.Single().ShouldStartWith("…");
        finding.Evidence.Single().ShouldEndWith("…");
    }

    [Fact]
    public void A_page_made_to_hurt_is_read_in_bounded_time()
    {
        var deep = new StringBuilder(Values);
        for (var level = 0; level < 100_000; level++)
            deep.Append("<div>");
        string[] nasty =
        [
            deep.ToString(),
            Values + new string('a', 2_000_000) + "@",
            Values + "<p>report " + string.Concat(Enumerable.Repeat("a.", 200_000)),
            Values + string.Concat(Enumerable.Repeat("<b><i><a href=x>report", 20_000)),
            Values + "<p>report +" + string.Concat(Enumerable.Repeat("1 ", 200_000)),
        ];
        nasty =
        [
            .. nasty,
            Values
                + "<p "
                + string.Concat(Enumerable.Range(0, 80_000).Select(number => $"a{number} "))
                + ">report</p>",
            Values + string.Concat(Enumerable.Repeat("<table><tr><td>report", 20_000)),
            Values + string.Concat(Enumerable.Repeat("<table>report", 30_000)),
            Values + string.Concat(Enumerable.Repeat("<p>report the team", 25_000)),
            Values + string.Concat(Enumerable.Repeat("&", 500_000)),
            Values + string.Concat(Enumerable.Repeat("<svg><math>", 40_000)),
            Values
                + string.Concat(Enumerable.Repeat("<b>", 5_000))
                + string.Concat(Enumerable.Repeat("<p></b>", 9_000)),
        ];
        foreach (var html in nasty)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            CodeOfConductCheck.Judge(Answers.Page(html)).Result.ShouldNotBe(CheckResult.Found);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), html[^40..]);
        }
    }
}
