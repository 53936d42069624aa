using Banyan.Kernel.Egress;
using Banyan.Partnering.Checks.Domain;

namespace Banyan.Rules.Tests.Checks;

public sealed class SiteCheckTests
{
    [Theory]
    [InlineData(
        "<title>Fair of 2028</title><p>Come!</p>",
        "fair.example.org answers with “Fair of 2028”.",
        "Fair of 2028"
    )]
    [InlineData(
        "<title> Fair\n of\u202E 2028 </title>",
        "fair.example.org answers with “Fair of 2028”.",
        "Fair of 2028"
    )]
    [InlineData(
        "<title>A &lt;b&gt; C</title>",
        "fair.example.org answers with “A <b> C”.",
        "A <b> C"
    )]
    [InlineData("<p>No title</p>", "fair.example.org answers.", null)]
    [InlineData("", "fair.example.org answers.", null)]
    public void A_site_that_answers_is_found(string html, string sentence, string? evidence)
    {
        var finding = SiteCheck.Judge(Answers.Page(html));
        finding.Result.ShouldBe(CheckResult.Found);
        finding.Kind.ShouldBe(CheckKind.Site);
        finding.Sentence.ShouldBe(sentence);
        finding.Evidence.ShouldBe(evidence is null ? [] : [evidence]);
        finding.At.ShouldBe(Answers.At);
        finding.BodyHash.ShouldBe(Answers.Hash);
        finding.FinalAddress.ShouldBe("https://fair.example.org/coc");
    }

    [Theory]
    [InlineData("https://www.fair.example.org/", "fair.example.org", false)]
    [InlineData("https://other.example/", "other.example", true)]
    public void A_site_that_leads_elsewhere_is_said_to(string final, string host, bool elsewhere)
    {
        var finding = SiteCheck.Judge(Answers.Page("<title>Fair</title>", final: final));
        finding.FinalAddress.ShouldBe(final);
        finding.Sentence.ShouldBe(
            elsewhere
                ? $"fair.example.org leads to {host}, which answers with “Fair”."
                : $"www.{host} answers with “Fair”."
        );
    }

    [Theory]
    [InlineData(
        404,
        nameof(CheckResult.NotFound),
        "fair.example.org says that there is no such page (404)."
    )]
    [InlineData(
        410,
        nameof(CheckResult.NotFound),
        "fair.example.org says that there is no such page (410)."
    )]
    [InlineData(
        401,
        nameof(CheckResult.CouldNotLook),
        "fair.example.org did not show us the page (401). A person has to look."
    )]
    [InlineData(
        403,
        nameof(CheckResult.CouldNotLook),
        "fair.example.org did not show us the page (403). A person has to look."
    )]
    [InlineData(
        429,
        nameof(CheckResult.CouldNotLook),
        "fair.example.org did not show us the page (429). A person has to look."
    )]
    [InlineData(
        503,
        nameof(CheckResult.CouldNotLook),
        "fair.example.org did not show us the page (503). A person has to look."
    )]
    [InlineData(
        302,
        nameof(CheckResult.CouldNotLook),
        "fair.example.org did not show us the page (302). A person has to look."
    )]
    public void Other_statuses_are_told_apart(int status, string result, string sentence)
    {
        foreach (
            var finding in new[]
            {
                SiteCheck.Judge(Answers.Page("x", status)),
                CodeOfConductCheck.Judge(Answers.Page("x", status)),
            }
        )
        {
            finding.Result.ToString().ShouldBe(result);
            finding.Sentence.ShouldBe(sentence);
        }
    }

    [Theory]
    [InlineData(EgressProblemKind.NoSuchName, nameof(CheckResult.NotFound))]
    [InlineData(EgressProblemKind.ConnectionFailed, nameof(CheckResult.NotFound))]
    [InlineData(EgressProblemKind.TlsFailed, nameof(CheckResult.NotFound))]
    [InlineData(EgressProblemKind.NoNetwork, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.Timeout, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.TooLarge, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.TooManyHops, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.ForbiddenAddress, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.ForbiddenPort, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.NotHttp, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.Downgrade, nameof(CheckResult.CouldNotLook))]
    [InlineData(EgressProblemKind.BadAnswer, nameof(CheckResult.CouldNotLook))]
    public void Silence_counts_against_a_site_only_where_it_is_the_site_s_own(
        EgressProblemKind kind,
        string result
    )
    {
        var problem = Answers.Problem(kind);
        foreach (
            var finding in new[] { SiteCheck.Judge(problem), CodeOfConductCheck.Judge(problem) }
        )
        {
            finding.Result.ToString().ShouldBe(result);
            finding.Sentence.ShouldBe(problem.Sentence);
            finding.BodyHash.ShouldBeNull();
        }
    }
}
