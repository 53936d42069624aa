using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Programs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Requests;

/// <summary>Public pages are answered from memory to those who come without a cookie, and never say what is no longer so.</summary>
public sealed class KeptAnswerTests
{
    [Theory]
    [EachDatabase]
    public async Task A_second_visitor_costs_no_statement_and_reads_the_same(DatabaseKind database)
    {
        await using var host = await PsfProgram.HostAsync(database);
        foreach (var path in new[] { "/", PsfProgram.Page })
        {
            using var first = host.NewVisitor();
            (await host.Statements.DuringAsync(() => first.Visit(path))).ShouldBePositive();
            using var second = host.NewVisitor();
            (await host.Statements.DuringAsync(() => second.Visit(path))).ShouldBe(0);
            second.Source.ShouldBe(first.Source);
            second.Status.ShouldBe(HttpStatusCode.OK);
            using var heads = await second.SendAsync(
                new HttpRequestMessage(HttpMethod.Head, new Uri(host.BaseUrl, path))
            );
            heads.Content.Headers.ContentLength.ShouldBe(
                System.Text.Encoding.UTF8.GetByteCount(first.Source)
            );
        }
    }

    [Fact]
    public async Task What_is_kept_carries_the_headers_of_what_it_was_made_from()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        using var made = await visitor.GetAsync("/");
        using var kept = await visitor.GetAsync("/");
        Names(kept).ShouldBe(Names(made));
        kept.Content.Headers.ContentType.ShouldBe(made.Content.Headers.ContentType);
        kept.Headers.CacheControl!.NoStore.ShouldBeTrue();

        static IReadOnlyList<string> Names(HttpResponseMessage response) =>
            [
                .. response
                    .Headers.Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
                    .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
                    .Order(StringComparer.Ordinal),
            ];
    }

    [Theory]
    [EachDatabase]
    public async Task After_a_commit_everybody_reads_what_is_true_then(DatabaseKind database)
    {
        await using var host = await PsfProgram.HostAsync(database);
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        visitor.Text.ShouldNotContain("Circle of Friends");
        await host.DbAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(
                TestContext.Current.CancellationToken
            );
            db.Entry(organisation).Property(o => o.Name).CurrentValue = "Circle of Friends";
            (
                await db.CommitAsync(
                    Outcome.Of(Actor.Rule, host.Clock.Now),
                    TestContext.Current.CancellationToken
                )
            ).Refusal.ShouldBeNull();
        });
        await visitor.Visit("/");
        visitor.Text.ShouldContain("Circle of Friends");
    }

    [Fact]
    public async Task What_another_process_wrote_is_read_after_five_seconds()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        await host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                "UPDATE organisations SET name = 'Circle of Friends'",
                TestContext.Current.CancellationToken
            )
        );
        host.Clock.Advance(Duration.FromSeconds(4));
        await visitor.Visit("/");
        visitor.Text.ShouldNotContain("Circle of Friends");
        host.Clock.Advance(Duration.FromSeconds(1));
        await visitor.Visit("/");
        visitor.Text.ShouldContain("Circle of Friends");
    }

    [Asvs("V14.2.2")]
    [Theory]
    [InlineData("Cookie", "banyan=somebody-who-has-been-here-before")]
    [InlineData("Authorization", "Bearer x")]
    public async Task Who_brings_something_along_gets_a_page_of_their_own(
        string header,
        string value
    )
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        visitor.Headers[header] = value;
        (await host.Statements.DuringAsync(() => visitor.Visit("/"))).ShouldBePositive();
        visitor.Headers.Clear();
        (await host.Statements.DuringAsync(() => visitor.Visit("/?page=2"))).ShouldBePositive();
    }

    [Fact]
    public async Task By_whichever_of_our_names_a_page_is_asked_it_is_kept_once()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        foreach (var name in new[] { "127.0.0.1", "LOCALHOST", "localhost:1" })
        {
            visitor.Headers["Host"] = name;
            (await host.Statements.DuringAsync(() => visitor.Visit("/"))).ShouldBe(0, name);
            visitor.Status.ShouldBe(HttpStatusCode.OK, name);
        }
        visitor.Headers["Host"] = "somebody-else.example.org";
        await visitor.Visit("/");
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_that_is_not_there_stays_a_page_about_that()
    {
        await using var host = await PsfProgram.HostAsync();
        using var visitor = host.NewVisitor();
        foreach (var _ in new[] { 1, 2 })
        {
            await visitor.Visit("/programs/there-is-none");
            visitor.Status.ShouldBe(HttpStatusCode.NotFound);
            visitor.Heading.ShouldNotBeEmpty();
        }
    }
}
