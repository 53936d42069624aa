using Banyan.Kernel.Data;
using Banyan.Security.Tests.Headers;
using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.OverPosting;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.BadInput;

/// <summary>Nobody is led away from the site, whatever an address or a form says.</summary>
public sealed class RedirectTests
{
    private static readonly string[] Names =
    [
        "next",
        "returnUrl",
        "ReturnUrl",
        "return",
        "redirect",
        "redirect_uri",
        "url",
        "to",
        "then",
        "continue",
        "back",
        "Location",
    ];

    [Asvs("V1.1.1", "V3.7.2")]
    [Fact]
    public async Task Who_signs_in_stays_here_wherever_they_were_to_be_led()
    {
        Elsewhere.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(60);
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Arguments = ["--Banyan:Proxies=127.0.0.0/8"] }
        );
        var wrong = new List<string>();
        foreach (var (number, away) in Elsewhere.All.Index())
        {
            using var visitor = host.NewVisitor();
            // Each from a network of its own: the mails that a network can cause have a limit.
            visitor.Headers["X-Forwarded-For"] = $"203.0.{number}.1";
            var address = $"person{number}@example.org";
            var shown = await visitor.LookAsync($"/sign-in?next={Uri.EscapeDataString(away)}");
            shown.Status.ShouldBeOneOf([200, 400], away);
            using var asked = await visitor.PostAsync(
                "/sign-in",
                ("email", address),
                ("next", away)
            );
            if ((int)asked.StatusCode != 303)
            {
                wrong.Add($"{away}: {asked.StatusCode}");
                continue;
            }
            var ticket = asked.Headers.Location!.OriginalString;
            using var entered = await visitor.PostAsync(
                ticket,
                ("ticket", ticket.Split('=')[1]),
                ("code", await host.CodeForAsync(address))
            );
            var location = entered.Headers.Location?.OriginalString;
            if ((int)entered.StatusCode != 303 || location is null || !Observatory.IsOurs(location))
                wrong.Add($"{away}: {entered.StatusCode} to {location}");
        }
        wrong.ShouldBeEmpty();
        Figures.Add(
            "S6",
            $"{Elsewhere.All.Count} addresses of other sites given to signing in: 0 lead away"
        );
    }

    [Asvs("V3.7.2")]
    [Fact]
    public async Task Every_form_that_leads_on_leads_to_its_own_place()
    {
        var rolled = new RolledBack { Blind = true };
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(rolled)
                )
        );
        var forms = await FormBook.OfAsync(world);
        rolled.On = true;
        var many = SecurityRounds.Of(Elsewhere.All.Count, 2);
        var wrong = new List<string>();
        var (leading, sent) = (0, 0);
        foreach (var (number, form) in forms.Index())
        {
            var honest = await SendAsync(world, form, null);
            if (honest is null)
                continue;
            leading++;
            for (var round = 0; round < many; round++)
            {
                var away = Elsewhere.All[(number * 5 + round) % Elsewhere.All.Count];
                sent++;
                var location = await SendAsync(world, form, away);
                if (location is null || !Observatory.IsOurs(location))
                    wrong.Add($"{form} with {away} leads to {location}");
                else if (PathOf(location) != PathOf(honest))
                    wrong.Add($"{form} with {away} leads to {location} and not to {honest}");
            }
        }
        wrong.ShouldBeEmpty();
        leading.ShouldBeGreaterThan(35);
        Figures.Add(
            "S6",
            $"{leading} forms that lead on, {sent} times with an address of another site under {Names.Length} names: 0 lead elsewhere"
        );
    }

    [Theory]
    [InlineData("%F0%9F%92%A9")]
    [InlineData("2027-01-%EF%BB%BF")]
    // A separator of paragraphs is kept as a line end.
    [InlineData("a%E2%80%A9b")]
    [InlineData("a%20b")]
    [InlineData("a%5Cb")]
    public async Task An_address_leads_on_whatever_letters_stand_in_it(string reference)
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        using var guest = world.Visitor(Persona.Guest);
        var answer = await guest.LookAsync($"/applications/{reference}/autosave");
        answer.Status.ShouldBe(303);
        answer.Location!.ShouldStartWith("/applications/");
        answer.Location!.ShouldAllBe(letter => letter > ' ' && letter <= '~');
        Observatory.IsOurs(answer.Location!).ShouldBeTrue();
    }

    [Fact]
    public void A_place_that_leads_away_is_seen() =>
        Elsewhere
            .All.Where(away => Observatory.IsOurs(away))
            // To a browser these are paths of ours.
            .ShouldBe([$"/\u00a0/elsewhere.example.org", "/／elsewhere.example.org"]);

    private static async Task<string?> SendAsync(MatrixWorld world, FoundForm form, string? away)
    {
        using var visitor = world.Host.NewVisitor();
        var session = world.SessionOf(form.Persona);
        if (session is not null)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        var further = away is null
            ? []
            : Names
                .Where(name => !form.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(name => (name, away))
                .ToList();
        // A control character in an address is refused before any page is asked.
        var query =
            away is null || away.Any(char.IsControl)
                ? ""
                : $"?{string.Join('&', further.Select(field => $"{field.name}={Uri.EscapeDataString(away)}"))}";
        using var response = await visitor.PostAsync(
            form.Action.Contains('?', StringComparison.Ordinal) ? form.Action : form.Action + query,
            [.. form.Fields, .. further, ("_form", session?.FormToken ?? "")]
        );
        return (int)response.StatusCode == 303 ? response.Headers.Location?.OriginalString : null;
    }

    // What is drawn stands behind the last slash or the question mark.
    private static string PathOf(string location) =>
        location.Split('?')[0] is var path && path.Count(letter => letter == '/') > 1
            ? path[..path.LastIndexOf('/')]
            : path;
}
