using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>A page that does not say any more what it said is a task of the desk.</summary>
public sealed class CheckLostTests
{
    private const string Case = $"/cases/{DecidedCase.Reference}";

    [Theory, EachDatabase]
    public async Task It_stands_on_Today_until_somebody_keeps_a_private_note(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var marie = await host.MarieAsync();
        await SeeAsync(host, CheckResult.Found, "It names two people.");
        await SeeAsync(host, CheckResult.NotFound, "The page is gone.");
        await marie.Visit("/cases");
        marie.Text.ShouldNotContain("The page is gone.");
        await SeeAsync(host, CheckResult.NotFound, "The page is gone.");
        await marie.Visit("/cases");
        marie.Text.ShouldContain("A page has changed: The page is gone.");
        await marie.Visit(Case);
        marie.Text.ShouldContain("Before, the machine saw: It names two people.");
        marie.Text.ShouldContain("A page does not say any more what it said: The page is gone.");
        host.Clock.Advance(Duration.FromMinutes(1));
        await host.DbAsync(async db =>
        {
            var application = await db
                .Applications.WithReference(DecidedCase.Reference)
                .SingleAsync();
            (
                await db.CommitAsync(
                    application.Note(
                        Banyan.Partnering.Applications.Domain.Audience.Staff,
                        "I wrote to them.",
                        Actor.Rule,
                        host.Clock.Now
                    ),
                    CancellationToken.None
                )
            ).Done.ShouldBeTrue();
        });
        await marie.Visit("/cases");
        marie.Text.ShouldNotContain("A page has changed");
        host.Trouble().ShouldBeEmpty();
    }

    private static Task SeeAsync(BanyanHost host, CheckResult result, string sentence) =>
        host.DbAsync(async db =>
        {
            host.Clock.Advance(Duration.FromDays(1));
            var now = host.Clock.Now;
            var application = await db
                .Applications.WithReference(DecidedCase.Reference)
                .SingleAsync();
            var check = await db.Checks.SingleOrDefaultAsync();
            var finding = new CheckFinding(
                CheckKind.CodeOfConduct,
                result,
                sentence,
                [],
                now,
                "1",
                null
            );
            if (check is null)
                db.Add(
                    check = new Check(
                        application.Id,
                        CheckKind.CodeOfConduct,
                        "https://dhaka.example.org/conduct",
                        now
                    )
                );
            var outcome = check.Result is null
                ? check.Found(finding, now)
                : check.FoundAgain(finding, Check.EveryWeek, now).Outcome;
            (await db.CommitAsync(outcome, CancellationToken.None)).Done.ShouldBeTrue();
        });
}
