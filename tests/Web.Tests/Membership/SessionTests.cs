using System.Net;
using Banyan.Kernel.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Membership;

/// <summary>A session lives on the server and is looked up at each request.</summary>
public sealed class SessionTests
{
    [Asvs("V7.2.4")]
    [Theory]
    [EachDatabase]
    public async Task An_id_that_was_planted_before_sign_in_is_never_signed_in(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        const string planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        nusrat.Cookies.Set(Comings.Cookie, planted);
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
        nusrat.Cookies[Comings.Cookie].ShouldNotBe(planted);
        using var attacker = host.NewVisitor();
        attacker.Cookies.Set(Comings.Cookie, planted);
        (await attacker.IsSignedInAsync()).ShouldBeFalse();
    }

    [Asvs("V7.2.4")]
    [Fact]
    public async Task Signing_in_again_gives_a_new_id_and_ends_the_old_one()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        var before = nusrat.Cookies[Comings.Cookie]!;
        await nusrat.AskAsync(World.Nusrat.Address);
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
        using var thief = host.NewVisitor();
        thief.Cookies.Set(Comings.Cookie, before);
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Asvs("V7.2.1", "V7.5.2")]
    [Theory]
    [EachDatabase]
    public async Task An_ended_session_is_dead_on_its_next_request(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var laptop = await host.SignedInAsync(World.Nusrat.Address);
        using var phone = await host.SignedInAsync(World.Nusrat.Address);
        await phone.Visit("/me");
        await phone.Follow("End this session");
        await phone.Press("End this session");
        phone.Path.ShouldBe("/me");
        (await laptop.IsSignedInAsync()).ShouldBeFalse();
        (await phone.IsSignedInAsync()).ShouldBeTrue();
    }

    [Asvs("V7.5.2")]
    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var host = await BanyanHost.StartAsync();
        using var laptop = await host.SignedInAsync(World.Nusrat.Address);
        using var phone = await host.SignedInAsync(World.Nusrat.Address);
        using var asha = await host.SignedInAsync(World.Asha.Address);
        await phone.Visit("/me");
        var href = phone.Page.QuerySelector(".sessions a")!.GetAttribute("href")!;
        await asha.Visit(href);
        asha.Status.ShouldBe(HttpStatusCode.NotFound);
        (await laptop.IsSignedInAsync()).ShouldBeTrue();
    }

    [Asvs("V7.2.1", "V7.4.1")]
    [Fact]
    public async Task After_signing_out_the_old_id_is_dead()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        var id = nusrat.Cookies[Comings.Cookie]!;
        await nusrat.Visit("/sign-out");
        await nusrat.Press("Sign out");
        nusrat.Path.ShouldBe("/");
        nusrat.Cookies[Comings.Cookie].ShouldBeNull();
        nusrat.Cookies.Set(Comings.Cookie, id);
        (await nusrat.IsSignedInAsync()).ShouldBeFalse();
    }

    [Asvs("V7.3.1")]
    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task A_session_ends_after_fourteen_days_without_a_visit(int days, bool lives)
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        host.Clock.Advance(Duration.FromDays(days));
        (await nusrat.IsSignedInAsync()).ShouldBe(lives);
    }

    [Asvs("V7.3.2")]
    [Fact]
    public async Task A_session_ends_after_sixty_days_whatever_its_visits()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        for (var week = 0; week < 5; week++)
        {
            host.Clock.Advance(Duration.FromDays(10));
            (await nusrat.IsSignedInAsync()).ShouldBeTrue();
        }
        host.Clock.Advance(Duration.FromDays(10));
        (await nusrat.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory]
    [EachDatabase]
    public async Task One_statement_tells_who_is_looking(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var owner = await host.OwnerAsync();
        var statements = await host.Statements.DuringAsync(() => owner.Visit("/sign-out"));
        statements.ShouldBe(1);
    }

    [Asvs("V3.3.1", "V3.3.2", "V3.3.3", "V3.3.4")]
    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host()
    {
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = ["--Banyan:BaseUrl=https://banyan.example.org"] }
        );
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        var cookie = nusrat.Cookies.Received.Single(line =>
            line.StartsWith("__Host-banyan=", StringComparison.Ordinal)
        );
        var attributes = cookie.Split("; ").Skip(1).Order();
        attributes.ShouldBe(["httponly", "max-age=5184000", "path=/", "samesite=lax", "secure"]);
    }

    [Theory]
    [InlineData("/sign-out", "/sign-out")]
    [InlineData("//evil.example.net", "/me")]
    [InlineData("/%2F%2Fevil.example.net", "/me")]
    [InlineData("https://evil.example.net", "/me")]
    public async Task After_sign_in_only_a_path_of_this_site_is_opened(string next, string lands)
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.Visit($"/sign-in?next={Uri.EscapeDataString(next)}");
        nusrat.Fill("E-mail address", World.Nusrat.Address);
        await nusrat.Press("Send me a code");
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        nusrat.Path.ShouldBe(lands);
    }

    [Fact]
    public async Task A_page_for_people_leads_to_sign_in_and_back()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.Visit("/sign-out");
        nusrat.Fill("E-mail address", World.Nusrat.Address);
        await nusrat.Press("Send me a code");
        await nusrat.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        nusrat.Path.ShouldBe("/sign-out");
    }

    [Fact]
    public async Task A_page_is_shown_though_nobody_could_write_down_that_it_was_seen()
    {
        var disk = new FullDisk();
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Change = builder =>
                    builder.Services.ConfigureDbContext<BanyanDb>(options =>
                        options.AddInterceptors(disk)
                    ),
            }
        );
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        host.Clock.Advance(Duration.FromMinutes(11));
        disk.Full = true;
        (await nusrat.IsSignedInAsync()).ShouldBeTrue();
        disk.Refused.ShouldBe(1);
        host.Log.Bad.ShouldHaveSingleItem().Category.ShouldEndWith("SessionMiddleware");
    }

    /// <summary>A database that can be read and not written to.</summary>
    private sealed class FullDisk : SaveChangesInterceptor
    {
        public bool Full { get; set; }
        public int Refused { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!Full)
                return base.SavingChangesAsync(eventData, result, cancellationToken);
            Refused++;
            throw new IOException("No space left on device.");
        }
    }
}
