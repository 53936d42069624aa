using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Banyan.Web.Tests.Kernel;

/// <summary>A form sent twice is answered twice and done once.</summary>
public sealed class DoubleClickTests
{
    [Theory]
    [EachDatabase]
    public async Task The_same_key_gets_the_same_location_and_no_second_change(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        (await PostAsync(host, "abc123", "/lanterns/1")).ShouldBe("/lanterns/1");
        (await PostAsync(host, "abc123", "/lanterns/2")).ShouldBe("/lanterns/1");
        (await host.CountsAsync()).ShouldBe((1, 0, 1));
    }

    [Theory]
    [EachDatabase]
    public async Task Another_key_is_another_change(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await PostAsync(host, "abc123", "/lanterns/1");
        (await PostAsync(host, "def456", "/lanterns/2")).ShouldBe("/lanterns/2");
        (await host.CountsAsync()).ShouldBe((2, 0, 2));
    }

    [Theory]
    [EachDatabase]
    public async Task A_refused_form_may_be_sent_again_with_its_key(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var no = new Refusal("not-now", "Not now.");
        (await PostAsync(host, "abc123", "/lanterns/1", no)).ShouldBe("422");
        (await PostAsync(host, "abc123", "/lanterns/1")).ShouldBe("/lanterns/1");
        (await host.CountsAsync()).ShouldBe((1, 0, 1));
    }

    private static async Task<string> PostAsync(
        BanyanHost host,
        string key,
        string then,
        Refusal? refusal = null
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(
            new Dictionary<string, StringValues> { [CommitPage.OnceField] = key }
        );
        var page = new LanternPage { PageContext = new PageContext { HttpContext = http } };
        Outcome outcome = refusal is null ? Happenings.Lit(host.Clock.Now) : refusal;
        var result = await page.CommitAsync(
            outcome,
            then,
            "Lit.",
            TestContext.Current.CancellationToken
        );
        return result switch
        {
            SeeOther see => see.Location,
            PageResult answer => $"{answer.StatusCode}",
            _ => result.GetType().Name,
        };
    }

    private sealed class LanternPage : PageModel;
}
