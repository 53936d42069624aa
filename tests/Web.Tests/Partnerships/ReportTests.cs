using System.Net;
using Banyan.Partnering.Reports.Data;
using Banyan.Partnering.Reports.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>A partner reports; nothing typed is lost, and the public reads what the partner lets it read.</summary>
public sealed class ReportTests
{
    /// <summary>A required report, six weeks after the end, with one question that has to be answered.</summary>
    internal static string Program =>
        DecidedCase
            .ProgramText()
            .Replace(
                "report:\n  required: false\n",
                "report:\n  required: true\n",
                StringComparison.Ordinal
            )
            .Replace(
                "      label: What came out of it?\n",
                "      label: What came out of it?\n      required: true\n",
                StringComparison.Ordinal
            );

    [Theory, EachDatabase]
    public async Task It_is_written_kept_sent_asked_about_answered_and_thanked_for(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        await nusrat.Visit($"/partners/{code}/inside");
        nusrat.Text.ShouldContain("A report is due by");
        await nusrat.Follow("See the reports");
        await nusrat.Follow("Write the report");
        nusrat.Text.ShouldContain(DecidedCase.Title);
        await nusrat.Fill("improvements", "Shorter forms.").Press("Keep it and go on later");
        nusrat.Problems().ShouldBeEmpty();
        await marie.Visit($"/partners/{code}/reports");
        marie.Text.ShouldContain("The partner has begun to write.");
        (await marie.GetAsync($"/partners/{code}/report")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        await nusrat.Press("Send the report");
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nusrat.Problems().ShouldHaveSingleItem();
        nusrat
            .Page.QuerySelector("[name=improvements]")!
            .TextContent.ShouldContain("Shorter forms.");
        await nusrat.Fill("outcomes", "Forty came, and two groups began.").Press("Send the report");
        nusrat.Problems().ShouldBeEmpty();
        nusrat.Path.ShouldBe($"/partners/{code}/reports");
        nusrat.Text.ShouldContain("All reports were sent.");
        await host.WorkAsync();
        host.Mailbox.Last(World.Marie.Address).Subject.ShouldEndWith("sent its report");

        var id = await host.DbAsync(db => db.Reports.Select(report => report.Id).SingleAsync());
        var report = $"/partners/{code}/reports/{id}";
        await marie.Visit(report);
        marie.Text.ShouldContain("Forty came, and two groups began.");
        marie.Text.ShouldContain("The partner has not let everybody read a summary.");
        await marie.Visit($"{report}/ask");
        await marie.Press("Send the question");
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Write a few words");
        await marie.Fill("Your question", "Which groups?").Press("Send the question");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("Which groups?");
        await nusrat.Visit($"{report}/answer");
        nusrat.Text.ShouldContain("Which groups?");
        await nusrat.Fill("Your words", "One in Sylhet, one in Khulna.").Press("Send it");
        nusrat.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("One in Sylhet");
        await marie.Visit($"{report}/thank");
        await marie.Press("Send the thanks");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldContain("thank you");
        await nusrat.Visit(report);
        nusrat.Text.ShouldContain("Read, with thanks");
        await marie.Visit($"/cases/{DecidedCase.Reference}/history");
        marie.Text.ShouldContain("Nusrat sent the report.");
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Everybody_reads_the_summary_only_while_the_partner_says_so(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var anybody = host.NewVisitor();
        await nusrat.Visit($"/partners/{code}/report");
        await nusrat
            .Fill("public.summary", "Two days, four hundred people.")
            .ChooseByName("public.consent", "true")
            .Press("Keep it and go on later");
        await anybody.Visit($"/partners/{code}");
        anybody.Text.ShouldNotContain("four hundred people");
        await nusrat.Press("Send the report");
        nusrat.Problems().ShouldBeEmpty();
        await anybody.Visit($"/partners/{code}");
        anybody.Text.ShouldContain("Two days, four hundred people.");
        var id = await host.DbAsync(db => db.Reports.Select(report => report.Id).SingleAsync());
        await nusrat.Visit($"/partners/{code}/reports/{id}/summary");
        nusrat.Page.QuerySelector("[name=consent]")!.RemoveAttribute("checked");
        await nusrat.Press("Keep this");
        nusrat.Problems().ShouldBeEmpty();
        await anybody.Visit($"/partners/{code}");
        anybody.Text.ShouldNotContain("four hundred people");
        await marie.Visit($"/partners/{code}/reports/{id}");
        marie.Text.ShouldContain("Two days, four hundred people.");
        (await marie.GetAsync($"/partners/{code}/reports/{id}/summary")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        foreach (var path in new[] { "reports", $"reports/{id}", "report", $"reports/{id}/answer" })
            (await tomas.GetAsync($"/partners/{code}/{path}")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                path
            );
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_into_an_old_page_is_never_lost(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync();
        using var telephone = await host.SignedInAsync(World.Nusrat.Address);
        using var old = await host.SignedInAsync(World.Nusrat.Address);
        foreach (var tab in new[] { nusrat, telephone, old })
            await tab.Visit($"/partners/{code}/report");
        await nusrat.Fill("outcomes", "Forty came.").Press("Keep it and go on later");
        await telephone.Fill("outcomes", "Fifty came.").Press("Keep it and go on later");
        telephone.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        telephone.Problems().ShouldHaveSingleItem().ShouldContain("Forty came.");
        telephone.Page.QuerySelector("[name=outcomes]")!.TextContent.ShouldContain("Fifty came.");
        await telephone.Press("Keep it and go on later");
        telephone.Problems().ShouldBeEmpty();
        await telephone.Press("Send the report");
        telephone.Problems().ShouldBeEmpty();
        await old.Fill("improvements", "More time.").Press("Send the report");
        old.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        old.Problems().ShouldHaveSingleItem().ShouldStartWith("The report was sent meanwhile");
        old.Page.QuerySelector("[name=improvements]")!.TextContent.ShouldContain("More time.");
        (
            await host.DbAsync(db => db.Reports.Select(report => report.State).ToListAsync())
        ).ShouldBe([ReportState.Sent]);
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_required_one_is_asked_for_after_the_end_and_late_once(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        var until = await host.DbAsync(db =>
            db.Set<Banyan.Partnering.Partnerships.Domain.Partnership>()
                .Select(p => p.Until!.Value)
                .SingleAsync()
        );
        host.Clock.Now = until.PlusDays(1).At(new LocalTime(6, 0)).InUtc().ToInstant();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldContain(": a report about");
        await host.WorkAfterAsync(Duration.FromDays(41));
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldContain(": a report about");
        await host.WorkAfterAsync(Duration.FromDays(1));
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldEndWith("is late");
        var count = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromDays(30));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(count);
        using var again = await host.SignedInAsync(World.Nusrat.Address);
        await again.Visit($"/partners/{code}/inside");
        again.Text.ShouldContain("and is not there yet.");
        await again.Follow("See the reports");
        await again.Follow("Write the report");
        await again.Fill("outcomes", "Forty came.").Press("Send the report");
        again.Problems().ShouldBeEmpty();
        await again.Visit($"/partners/{code}/inside");
        again.Text.ShouldContain("All reports were sent.");
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_list_of_three_costs_as_many_statements_as_a_list_of_one(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(
            DecidedCase
                .ProgramText()
                .Replace(
                    "due: { weeksAfterEnd: 6 }",
                    "due: { everyMonths: 1 }",
                    StringComparison.Ordinal
                )
        );
        await SendAsync(code, nusrat);
        await marie.Visit($"/partners/{code}/reports");
        var one = await host.Statements.DuringAsync(() => marie.Visit($"/partners/{code}/reports"));
        for (var month = 0; month < 2; month++)
        {
            host.Clock.Advance(Duration.FromDays(31));
            using var again = await host.SignedInAsync(World.Nusrat.Address);
            await SendAsync(code, again);
        }
        using var staff = await host.SignedInAsync(World.Marie.Address);
        await staff.Visit($"/partners/{code}/reports");
        staff.Page.QuerySelectorAll("ul.criteria > li").Length.ShouldBe(3);
        (
            await host.Statements.DuringAsync(() => staff.Visit($"/partners/{code}/reports"))
        ).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(10);
        marie.Dispose();
        nusrat.Dispose();
    }

    private static async Task SendAsync(string code, Visitor partner)
    {
        await partner.Visit($"/partners/{code}/report");
        await partner.Fill("outcomes", "Forty came.").Press("Send the report");
        partner.Problems().ShouldBeEmpty();
    }
}
