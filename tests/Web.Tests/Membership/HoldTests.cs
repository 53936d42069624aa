using System.Net;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Membership;

/// <summary>A browser that holds one record without a proven address.</summary>
public sealed class HoldTests
{
    private static readonly Guid Draft = Guid.Parse("0190b1a0-0000-7000-8000-000000000001");

    [Theory]
    [EachDatabase]
    public async Task A_browser_that_holds_a_draft_is_known_but_not_signed_in(DatabaseKind database)
    {
        await using var host = await StartAsync(database);
        using var visitor = host.NewVisitor();
        await visitor.Visit("/sign-out");
        visitor.Heading.ShouldBe("Sign in");
        (await visitor.GetAsync("/test/hold?commit=true")).Dispose();
        await visitor.Visit("/sign-out");
        visitor.Heading.ShouldBe("Sign out");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_commit_gives_no_cookie_and_keeps_no_session()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        (await visitor.GetAsync("/test/hold?commit=false")).Dispose();
        visitor.Cookies.Names.ShouldBeEmpty();
        (await HeldAsync(host)).ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase]
    public async Task Who_signs_in_still_holds_the_draft_under_a_new_id(DatabaseKind database)
    {
        await using var host = await StartAsync(database);
        using var nusrat = host.NewVisitor();
        (await nusrat.GetAsync("/test/hold?commit=true")).Dispose();
        var guest = nusrat.Cookies[Comings.Cookie]!;
        await nusrat.AskAsync(World.Nusrat.Address);
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
        (await HeldAsync(host)).ShouldBe([(false, true), (true, false)]);
        using var thief = host.NewVisitor();
        thief.Cookies.Set(Comings.Cookie, guest);
        using var answer = await thief.GetAsync("/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Of the sessions that hold the draft, oldest first: whether a person has proven an address in it, and whether it is ended.</summary>
    private static Task<List<(bool Proven, bool Ended)>> HeldAsync(BanyanHost host) =>
        host.DbAsync(async db =>
            (
                await db
                    .Sessions.Where(session => session.Holds == Draft)
                    .OrderBy(session => session.Id)
                    .Select(session => new { session.PersonId, session.Ended })
                    .ToListAsync(TestContext.Current.CancellationToken)
            ).ConvertAll(session => (session.PersonId is not null, session.Ended is not null))
        );

    private static Task<BanyanHost> StartAsync(DatabaseKind database) =>
        BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Change = builder => builder.Services.AddSingleton<IStartupFilter, HoldHere>(),
            }
        );

    /// <summary>Stands in for the page that begins a draft.</summary>
    private sealed class HoldHere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Map("/test/hold", branch => branch.Run(HoldAsync));
                next(app);
            };

        private static async Task HoldAsync(HttpContext context)
        {
            var services = context.RequestServices;
            var now = services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant();
            await services
                .GetRequiredService<Sessions>()
                .HoldAsync(context, Draft, now, context.RequestAborted);
            Outcome outcome =
                context.Request.Query["commit"] == "true"
                    ? Outcome.Of(Actor.Visitor(""), now)
                    : new Refusal("no", "No.");
            await services
                .GetRequiredService<BanyanDb>()
                .CommitAsync(outcome, context.RequestAborted);
        }
    }
}
