using System.Data.Common;
using System.Net;
using Banyan.Kernel.Data;
using Banyan.Membership.People.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Requests;

/// <summary>What the log says, what it must not say, and what the visitor reads instead.</summary>
public sealed class LoggedTests
{
    [Asvs("V16.3.2")]
    [Fact]
    public async Task Who_was_not_let_in_is_logged_with_rule_path_and_person()
    {
        await using var host = await BanyanHost.StartAsync();
        await host.FoundAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        using var nobody = host.NewVisitor();
        using var refused = await nusrat.GetAsync("/cases");
        using var ledToSignIn = await nobody.GetAsync("/cases");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var person = await host.DbAsync(db =>
            db.Set<Person>()
                .Where(one => one.Email == World.Nusrat.Address)
                .Select(one => one.Id)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
        host.Log.All.Where(line => line.Category.EndsWith(".Gate", StringComparison.Ordinal))
            .Select(line => line.Text)
            .ShouldBe([
                $"denied by case.desk: GET /cases for {person.Value}",
                "denied by case.desk: GET /cases for (null)",
            ]);
    }

    [Asvs("V16.3.4", "V16.5.1")]
    [Fact]
    public async Task An_error_that_nobody_foresaw_is_logged_whole_and_told_in_general_words()
    {
        var broken = new Broken();
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Change = builder =>
                    builder.Services.ConfigureDbContext<BanyanDb>(options =>
                        options.AddInterceptors(broken)
                    ),
            }
        );
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        broken.On = true;
        using var answer = await nusrat.GetAsync("/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldStartWith("<!doctype html>");
        foreach (var inner in (string[])[Broken.Words, "Exception", "Banyan.", "   at ", "SELECT"])
            page.ShouldNotContain(inner, Case.Sensitive);
        host.Log.Bad.ShouldContain(line =>
            line.Problem != null && $"{line.Problem}".Contains(Broken.Words)
        );
    }

    [Asvs("V16.2.5")]
    [Fact]
    public async Task Neither_code_nor_session_nor_form_token_stands_in_the_log()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        await nusrat.TypeCodeAsync(code);
        await nusrat.Visit("/sign-out");
        var token = nusrat.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        using var refused = await nusrat.GetAsync("/cases");
        string[] secrets = [code, nusrat.Cookies[Comings.Cookie]!, token];
        host.Log.All.ShouldNotBeEmpty();
        foreach (var line in host.Log.All)
        foreach (var secret in secrets)
            line.Text.ShouldNotContain(secret);
    }

    private sealed class Broken : DbCommandInterceptor
    {
        public const string Words = "The lantern of the database went out.";

        public bool On { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => On ? throw new InvalidOperationException(Words) : ValueTask.FromResult(result);
    }
}
