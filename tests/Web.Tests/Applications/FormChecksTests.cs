using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Testing;
using Banyan.Testing.Walks;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Applications;

/// <summary>What the answers alone tell is said to the applicant and to staff without anybody looking anywhere.</summary>
public sealed class FormChecksTests
{
    [Theory, EachDatabase]
    public async Task Title_and_share_are_judged_at_once_and_again_when_they_change(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        var walk = new JoeyWalk(
            host,
            _ => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor()))
        );
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        await walk.FillInTheRestAsync(joey);
        await joey.VisitAsync($"/applications/{walk.Reference}/send");
        var before = await joey.TextAsync();
        before.ShouldContain("The name contains PyCon, so the trademark policy applies.");
        before.ShouldContain("100 percent is on topic; at least 50 percent is asked.");
        (await WorkKindsAsync(host)).Count(kind => kind == "check.look").ShouldBe(2);

        await joey.VisitAsync($"/applications/{walk.Reference}/sections/subject");
        await joey.FillAsync("Title", "Jupiter Fair");
        await joey.PressAsync("Save and continue");
        await joey.VisitAsync($"/applications/{walk.Reference}/sections/reach");
        await joey.FillAsync("topicShare", "30");
        await joey.PressAsync("Save and continue");
        await joey.VisitAsync($"/applications/{walk.Reference}");
        await walk.ProveAsync(joey);
        await walk.AcceptAsync(joey);
        await joey.VisitAsync($"/applications/{walk.Reference}/send");
        await joey.PressAsync("Send the application");

        await using var marie = await walk.SignedInAsync(World.Marie);
        await marie.VisitAsync($"/cases/{walk.Reference}");
        var after = await marie.TextAsync();
        after.ShouldContain("The name contains none of the words");
        after.ShouldContain("30 percent is on topic, and at least 50 percent is asked.");
        (await OfAsync(host))
            .Select(check => (check.Kind, check.Result, check.Address))
            .ShouldBe(
                [
                    (CheckKind.Trademark, CheckResult.NotFound, "Jupiter Fair"),
                    (CheckKind.TopicShare, CheckResult.NotFound, "30"),
                ],
                ignoreOrder: true
            );
    }

    [Theory, EachDatabase]
    public async Task An_answer_that_is_taken_away_takes_its_check_with_it(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        var walk = new JoeyWalk(
            host,
            _ => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor()))
        );
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        (await OfAsync(host)).ShouldHaveSingleItem().Kind.ShouldBe(CheckKind.Trademark);
        await joey.VisitAsync($"/applications/{walk.Reference}/sections/subject");
        await joey.FillAsync("Title", "");
        await joey.PressAsync("Save and continue");
        (await OfAsync(host)).ShouldBeEmpty();
    }

    private static Task<List<Check>> OfAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.Checks.AsNoTracking()
                .Where(check =>
                    check.Kind == CheckKind.Trademark || check.Kind == CheckKind.TopicShare
                )
                .ToListAsync(TestContext.Current.CancellationToken)
        );

    private static Task<List<string>> WorkKindsAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.Work.Select(item => item.Kind).ToListAsync(TestContext.Current.CancellationToken)
        );
}
