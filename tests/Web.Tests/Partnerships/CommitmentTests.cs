using System.Net;
using Banyan.Partnering.Commitments.Data;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>Both sides of a partnership keep what they promised, on one board.</summary>
public sealed class CommitmentTests
{
    private const string Conduct = "Enforces its code of conduct";
    private const string Logo = "Gives access to its logo";

    /// <summary>The partner's first promise is due ten days after the beginning, and the second comes again every month.</summary>
    internal static string Program =>
        DecidedCase
            .ProgramText()
            .Replace(
                "takes every report seriously.\n",
                "takes every report seriously.\n    due: { daysAfterBegin: 10 }\n",
                StringComparison.Ordinal
            )
            .Replace(
                "the names PyCon and PyLadies.\n",
                "the names PyCon and PyLadies.\n    due: { everyMonths: 1 }\n",
                StringComparison.Ordinal
            );

    [Theory, EachDatabase]
    public async Task One_side_says_what_it_did_and_the_other_doubts_it_or_lets_it_go(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        await nusrat.Visit($"/partners/{code}/inside");
        nusrat.Text.ShouldContain("Dhaka Python Day: 0 of 4 kept");
        await nusrat.Follow("See all commitments");
        nusrat.Text.ShouldContain(Conduct);
        nusrat.Text.ShouldContain(Logo);
        var kept = await RowAsync(host, "conduct");
        await nusrat.Visit($"/partners/{code}/commitments/{kept.Id}/keep");
        await nusrat
            .Fill("link", "https://dhaka-day.invalid/conduct#people")
            .Press("Say that it is kept");
        nusrat.Problems().ShouldBeEmpty();
        nusrat.Path.ShouldBe($"/partners/{code}/commitments");
        nusrat.Text.ShouldContain("The link is being looked at.");
        await host.WorkAsync();
        await marie.Visit($"/partners/{code}/commitments");
        marie.Text.ShouldContain("https://dhaka-day.invalid/conduct#people");
        marie.Text.ShouldContain("Said by Nusrat,");
        marie.Text.ShouldNotContain("The link is being looked at.");
        (await RowAsync(host, "conduct")).LookSentence.ShouldNotBeEmpty();

        await marie.Visit($"/partners/{code}/commitments/{kept.Id}/doubt");
        await marie.Press("Send it, and open it again");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("Say why");
        await marie
            .Fill("What is missing", "The page names nobody who receives reports.")
            .Press("Send it, and open it again");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        var mail = host.Mailbox.Last(World.Nusrat.Address);
        mail.Text.ShouldContain("The page names nobody who receives reports.");
        mail.Text.ShouldContain(Conduct);
        await nusrat.Visit($"/partners/{code}/commitments/{kept.Id}/keep");
        nusrat
            .Page.QuerySelector("[name=link]")!
            .GetAttribute("value")
            .ShouldBe("https://dhaka-day.invalid/conduct#people");

        await marie.Visit($"/partners/{code}/commitments/{kept.Id}/waive");
        await marie.Fill("Why you let it go", "The umbrella has one.").Press("Let it go");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("The umbrella has one.");
        // What was let go meanwhile is refused with a sentence, and what was typed stays.
        await nusrat.Fill("words", "They are named now.").Press("Say that it is kept");
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nusrat.Problems().ShouldHaveSingleItem().ShouldStartWith("It is not open any more");
        nusrat.Page.QuerySelector("[name=words]")!.TextContent.ShouldContain("They are named now.");
        await marie.Visit($"/cases/{DecidedCase.Reference}/history");
        marie.Text.ShouldContain("Nusrat said that this is kept: Enforces its code");
        marie.Text.ShouldContain("(The umbrella has one.)");
        // There is no such site, and the log says so.
        host.Trouble()
            .Where(line => !line.Text.Contains("dhaka-day.invalid", StringComparison.Ordinal))
            .ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Each_side_speaks_for_itself_and_nobody_else_is_there(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        var (theirs, ours) = (await RowAsync(host, "conduct"), await RowAsync(host, "logo"));
        await ShouldBeThere(marie, Keep(code, ours), true);
        await ShouldBeThere(marie, Keep(code, theirs), false);
        await ShouldBeThere(nusrat, Keep(code, theirs), true);
        await ShouldBeThere(nusrat, Keep(code, ours), false);
        await ShouldBeThere(nusrat, Waive(code, theirs), false);
        await ShouldBeThere(marie, Waive(code, theirs), true);
        await ShouldBeThere(nusrat, Waive(code, ours), true);
        await ShouldBeThere(
            nusrat,
            $"/partners/{code}/commitments/{Guid.CreateVersion7()}/keep",
            false
        );
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        await ShouldBeThere(tomas, $"/partners/{code}/commitments", false);
        await ShouldBeThere(tomas, Keep(code, theirs), false);
        await ShouldBeThere(tomas, Keep(code, ours), false);
        using var anybody = host.NewVisitor();
        await anybody.Visit($"/partners/{code}/commitments");
        anybody.Path.ShouldStartWith("/sign-in");
        await marie.Visit(Keep(code, ours));
        await marie.Fill("words", "Sent by mail.").Press("Say that it is kept");
        marie.Problems().ShouldBeEmpty();
        await nusrat.Visit($"/partners/{code}/commitments");
        nusrat.Text.ShouldContain("Sent by mail.");
        await nusrat.Visit($"/partners/{code}/inside");
        nusrat.Text.ShouldContain("The Foundation: 1 of 3 kept");
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task What_is_due_is_remembered_a_week_before_and_once_when_it_is_late(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        var before = host.Mailbox.To(World.Nusrat.Address).Count;
        await host.WorkAfterAsync(Duration.FromDays(2));
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before);
        await host.WorkAfterAsync(Duration.FromDays(1));
        var soon = host.Mailbox.Last(World.Nusrat.Address);
        soon.Subject.ShouldEndWith("is due within a week");
        soon.Text.ShouldContain(Conduct);
        soon.Text.ShouldNotContain(Logo);
        await host.WorkAfterAsync(Duration.FromDays(4));
        host.Mailbox.Last(World.Marie.Address).Text.ShouldContain(Logo);
        await host.WorkAfterAsync(Duration.FromDays(4));
        host.Mailbox.Last(World.Nusrat.Address).Subject.ShouldEndWith("is late");
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 2);
        await nusrat.Visit($"/partners/{code}/inside");
        nusrat.Text.ShouldContain("Dhaka Python Day: 0 of 4 kept, 1 late");
        // The mark on the monthly one: a worker that slept for weeks tells of it once.
        host.Clock.Advance(Duration.FromDays(30));
        await host.WorkAsync();
        await host.WorkAsync();
        host.Mailbox.To(World.Nusrat.Address).Count.ShouldBe(before + 3);
        host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("trademark policy");
        host.Trouble().ShouldBeEmpty();
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task What_comes_again_stands_open_once_more_when_it_was_kept(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        var row = await RowAsync(host, "trademarks");
        await nusrat.Visit(Keep(code, row));
        await nusrat.Fill("words", "We asked before we printed.").Press("Say that it is kept");
        nusrat.Problems().ShouldBeEmpty();
        // Doubted and said anew, it is still one time.
        await marie.Visit($"/partners/{code}/commitments/{row.Id}/doubt");
        await marie.Fill("What is missing", "Whom?").Press("Send it, and open it again");
        await nusrat.Visit(Keep(code, row));
        await nusrat.Fill("words", "Marie herself.").Press("Say that it is kept");
        nusrat.Problems().ShouldBeEmpty();
        (
            await host.DbAsync(db =>
                db.Commitments.Where(c => c.Key == "trademarks")
                    .OrderBy(c => c.Time)
                    .Select(c => c.State)
                    .ToListAsync()
            )
        ).ShouldBe([CommitmentState.Kept, CommitmentState.Open]);
        marie.Dispose();
        nusrat.Dispose();
    }

    [Theory, EachDatabase]
    public async Task The_board_costs_as_many_statements_with_many_rows_as_with_one(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var (marie, nusrat, code) = await host.PartnerAsync(Program);
        var board = $"/partners/{code}/commitments";
        foreach (var visitor in new[] { marie, nusrat })
            await visitor.Visit(board);
        var many = await CountAsync();
        await host.DbAsync(db =>
            db.Commitments.Where(c => c.Key != "conduct").ExecuteDeleteAsync()
        );
        (await CountAsync()).ShouldBe(many);
        many.Staff.ShouldBeLessThanOrEqualTo(10);
        marie.Dispose();
        nusrat.Dispose();

        async Task<(int Staff, int Partner)> CountAsync() =>
            (
                await host.Statements.DuringAsync(() => marie.Visit(board)),
                await host.Statements.DuringAsync(() => nusrat.Visit(board))
            );
    }

    private static string Keep(string code, PartnerCommitment row) =>
        $"/partners/{code}/commitments/{row.Id}/keep";

    private static string Waive(string code, PartnerCommitment row) =>
        $"/partners/{code}/commitments/{row.Id}/waive";

    private static async Task ShouldBeThere(Visitor visitor, string path, bool there) =>
        (await visitor.GetAsync(path)).StatusCode.ShouldBe(
            there ? HttpStatusCode.OK : HttpStatusCode.NotFound,
            path
        );

    private static Task<PartnerCommitment> RowAsync(BanyanHost host, string key) =>
        host.DbAsync(db => db.Commitments.OrderBy(c => c.Time).FirstAsync(c => c.Key == key));
}
