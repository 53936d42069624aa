using System.Globalization;
using System.Net;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Demo;

/// <summary>The demo as a newcomer starts it: one command, a case in every state, and a way to read the mail.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task The_demo_shows_a_case_in_every_state_and_the_mail_that_was_written(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var site = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://localhost:{BanyanHost.FreePort()}")
        );
        using var demo = await StartAsync(host, site);
        (
            await host.DbAsync(db =>
                db.Applications.Select(application => application.State).Distinct().ToListAsync(Ct)
            )
        ).ShouldBe(
            [
                ApplicationState.Draft,
                ApplicationState.Submitted,
                ApplicationState.PreReview,
                ApplicationState.InReview,
                ApplicationState.Consultation,
                ApplicationState.Deciding,
                ApplicationState.Releasing,
                ApplicationState.Approved,
                ApplicationState.Declined,
                ApplicationState.Withdrawn,
                ApplicationState.Closed,
            ],
            ignoreOrder: true
        );
        using var visitor = new Visitor(site);
        await OpensAsync(visitor, "/");
        var code = await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync(Ct));
        await OpensAsync(visitor, $"/partners/{code}");
        await OpensAsync(visitor, $"/badge/{code}.svg");
        await SignInAsync(visitor, World.Marie.Address);
        await OpensAsync(visitor, "/cases");
        foreach (
            var reference in await host.DbAsync(db =>
                db.Applications.Where(a => a.State != ApplicationState.Draft)
                    .Select(a => a.Reference)
                    .ToListAsync(Ct)
            )
        )
            await OpensAsync(visitor, $"/cases/{reference}");
        await visitor.Visit("/cases/PSF-26-K7Q3M");
        visitor.Text.ShouldContain("kumasi-days.example.org answers");
        visitor.Text.ShouldContain("Two people of our conduct team read it");
        visitor.Text.ShouldContain("100 percent is on topic");
        (
            await host.DbAsync(db =>
                db.Checks.GroupBy(check => check.Application)
                    .Select(checks => checks.Count(check => check.Result != null))
                    .ToListAsync(Ct)
            )
        ).ShouldBe(Enumerable.Repeat(4, 12));
        (
            await host.DbAsync(db =>
                db.Checks.CountAsync(
                    check =>
                        check.Kind == CheckKind.CodeOfConduct && check.Result != CheckResult.Found,
                    Ct
                )
            )
        ).ShouldBe(1, "the one that staff asks about");
        (
            await host.DbAsync(db => db.Work.CountAsync(item => item.Kind == "check.look", Ct))
        ).ShouldBe(0, "nobody looks for these sites on the web");
        await OpensAsync(visitor, "/dev/mail");
        await visitor.Visit(
            visitor.Page.QuerySelectorAll("main a[href^='/dev/mail/']")[^1].GetAttribute("href")!
        );
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Text.ShouldContain("@example.org");
    }

    [Fact]
    public async Task In_production_there_is_no_mail_page()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        foreach (var path in new[] { "/dev/mail", $"/dev/mail/{Guid.NewGuid():n}" })
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<ChildProcess> StartAsync(BanyanHost host, Uri site)
    {
        var demo = ChildProcess.Start(
            null,
            Testing.Processes.Programs.Find("dotnet")!,
            Path.Combine(AppContext.BaseDirectory, "banyan.dll"),
            "demo",
            string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{site.Port}"),
            $"--Banyan:BaseUrl={site}",
            $"--Banyan:Data={host.DataFolder}",
            $"--Banyan:Database={host.Services.GetRequiredService<Settings>().Database.ConnectionString}"
        );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(Patience);
        while (!demo.Said.Contains("Serving at", StringComparison.Ordinal))
        {
            if (demo.HasEnded || patience.IsCancellationRequested)
            {
                using (demo)
                    throw new InvalidOperationException($"The demo did not come up: {demo.Said}");
            }
            await Task.Delay(100, Ct);
        }
        return demo;
    }

    private static async Task OpensAsync(Visitor visitor, string path)
    {
        await visitor.Visit(path);
        visitor.Status.ShouldBe(HttpStatusCode.OK, path);
    }

    // The demo shows on the page what it would have mailed.
    private static async Task SignInAsync(Visitor visitor, string address)
    {
        await visitor.Visit("/sign-in");
        visitor.Fill("email", address);
        await visitor.Press("Send me a code");
        visitor.Fill("code", visitor.Page.QuerySelector("main .notice strong")!.TextContent);
        await visitor.Press("Sign in");
    }
}
