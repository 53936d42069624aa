using System.Net;
using Banyan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.House;

/// <summary>The visitor of the tests behaves as a browser does, or other tests would prove nothing.</summary>
public sealed class VisitorTests
{
    private const string Form = """
        <!doctype html><title>x</title><main><h1>Lantern</h1>
        <div class="error-summary"><ul><li>First.</li><li>Second.</li></ul></div>
        <form method="post" action="/lantern">
          <label for="n">Name <span class="hint">as it is written</span></label><input id="n" name="name" value="old">
          <label>Story <textarea name="story">
        one</textarea></label>
          <fieldset><legend>Colour</legend>
            <label><input type="radio" name="colour" value="g" checked> Green</label>
            <label><input type="radio" name="colour" value="r"> Red</label></fieldset>
          <label for="c">Country</label><select id="c" name="country"><option value="bd">Bangladesh</option><option value="in">India</option></select>
          <label><input type="checkbox" name="agree" value="yes"> I agree</label>
          <label><input type="checkbox" name="news" checked> News</label>
          <input type="hidden" name="_once" value="abc"><input name="off" value="x" disabled>
          <button name="go" value="1">Send</button><button name="go" value="2">Keep</button>
        </form><a href="/lantern?next=1">Onwards</a></main>
        """;

    [Fact]
    public async Task A_pressed_button_sends_what_a_browser_sends()
    {
        await using var host = await StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/lantern");
        visitor.Fill("Name", "Nusrat").Fill("story", "a\nb").Choose("Colour", "Red");
        visitor.Choose("Country", "India").Choose("I agree").Untick("News");
        await visitor.Press("Send");
        (visitor.Status, visitor.Source).ShouldBe(
            (
                HttpStatusCode.OK,
                $"POST name=Nusrat;story=a\r\nb;colour=r;country=in;agree=yes;_once=abc;go=1 {visitor.Site.GetLeftPart(UriPartial.Authority)} same-origin"
            )
        );
    }

    [Fact]
    public async Task A_page_is_read_as_a_person_reads_it()
    {
        await using var host = await StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/lantern");
        visitor.Heading.ShouldBe("Lantern");
        visitor.Problems().ShouldBe(["First.", "Second."]);
        await visitor.Follow("Onwards");
        visitor.Path.ShouldBe("/lantern?next=1");
    }

    [Fact]
    public async Task A_name_that_fits_nothing_is_told_with_what_is_there()
    {
        await using var host = await StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/lantern");
        Should
            .Throw<InvalidOperationException>(() => visitor.Fill("Surname", "x"))
            .Message.ShouldStartWith("No field is called \"Surname\". There is: Name as it is");
        (
            await Should.ThrowAsync<InvalidOperationException>(() => visitor.Press("Submit"))
        ).Message.ShouldBe("No button says \"Submit\". There is: Send | Keep");
        (
            await Should.ThrowAsync<InvalidOperationException>(() => visitor.Follow("Back"))
        ).Message.ShouldBe("No link says \"Back\". There is: Onwards");
    }

    [Fact]
    public async Task Host_cookies_are_kept_sent_over_a_303_and_taken_away()
    {
        await using var host = await StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/cookie?set=1");
        visitor.Source.ShouldBe("__Host-lantern=lit");
        await visitor.Visit("/cookie?take=1");
        visitor.Source.ShouldBe("");
        visitor.Cookies.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_visitors_share_nothing()
    {
        await using var host = await StartAsync();
        using var first = host.NewVisitor();
        using var second = host.NewVisitor();
        await first.Visit("/cookie?set=1");
        await second.Visit("/cookie");
        second.Source.ShouldBe("");
    }

    private static Task<BanyanHost> StartAsync() =>
        BanyanHost.StartAsync(
            choice: new HostChoice
            {
                Change = builder => builder.Services.AddSingleton<IStartupFilter, Lanterns>(),
            }
        );

    /// <summary>Two addresses before the site's own.</summary>
    private sealed class Lanterns : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Map("/lantern", lantern => lantern.Run(AnswerAsync));
                app.Map("/cookie", cookie => cookie.Run(CookieAsync));
                next(app);
            };

        private static Task AnswerAsync(HttpContext context)
        {
            if (!HttpMethods.IsPost(context.Request.Method))
                return context.Response.WriteAsync(Form);
            var sent = context.Request.Form.Select(field => $"{field.Key}={field.Value}");
            return context.Response.WriteAsync(
                $"POST {string.Join(';', sent)} {context.Request.Headers.Origin} {context.Request.Headers["Sec-Fetch-Site"]}"
            );
        }

        private static Task CookieAsync(HttpContext context)
        {
            if (context.Request.Query.Count == 0)
                return context.Response.WriteAsync(context.Request.Headers.Cookie.ToString());
            var options = new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                Path = "/",
            };
            if (context.Request.Query.ContainsKey("set"))
                context.Response.Cookies.Append("__Host-lantern", "lit", options);
            else
                context.Response.Cookies.Delete("__Host-lantern", options);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/cookie";
            return Task.CompletedTask;
        }
    }
}
