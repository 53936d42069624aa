using Banyan.Testing;
using Banyan.Testing.Databases;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Browser.Tests;

/// <summary>A draft that comes too early, and one on which two people write, with and without JavaScript.</summary>
public sealed class DraftTests(ChromiumBrowser browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_early_is_refused_with_the_first_day(bool javaScript)
    {
        var choice = Phone(javaScript);
        await using var host = await HostAsync(Instant.FromUtc(2027, 11, 20, 10, 0));
        var walk = new JoeyWalk(host, who => OpenAsync(host, choice));
        await using var joey = await OpenAsync(host, choice);
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        const string firstDay = "one may apply from 7 December 2027 until 26 April 2028";
        (await joey.TextAsync()).ShouldContain(firstDay);
        await joey.VisitAsync($"/applications/{walk.Reference}/sections/web");
        await walk.FillInTheRestAsync(joey);
        (await joey.TextAsync()).ShouldContain(firstDay);
        await walk.ProveAsync(joey);
        await walk.AcceptAsync(joey);
        await joey.VisitAsync($"/applications/{walk.Reference}/send");
        await joey.PressAsync("Send the application");
        joey.Path.ShouldBe($"/applications/{walk.Reference}/send");
        (await ErrorsAsync(joey)).ShouldContain(firstDay);
        host.Clock.Now = Instant.FromUtc(2027, 12, 7, 10, 0);
        // Weeks later the session is over; the draft is still there.
        await using var later = await OpenAsync(host, choice);
        await later.VisitAsync("/sign-in");
        await later.FillAsync("email", JoeyWalk.Address);
        await later.PressAsync("Send me a code");
        await later.FillAsync("code", await host.CodeForAsync(JoeyWalk.Address));
        await later.PressAsync("Sign in");
        await later.VisitAsync($"/applications/{walk.Reference}");
        await walk.SendAsync(later);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_people_on_one_answer_see_both_texts(bool javaScript)
    {
        var choice = Phone(javaScript);
        await using var host = await HostAsync(JoeyWalk.InTime);
        var walk = new JoeyWalk(host, who => OpenAsync(host, choice));
        await using var joey = await OpenAsync(host, choice);
        await walk.QualifyAsync(joey);
        await walk.FillInAsync(joey);
        await walk.FillInTheRestAsync(joey);
        await walk.ProveAsync(joey);
        await joey.VisitAsync($"/applications/{walk.Reference}/invite");
        await joey.FillAsync("Email", World.Ines.Address);
        await joey.PressAsync("Add and write to them");
        await using var ines = await walk.SignedInAsync(World.Ines);
        var section = $"/applications/{walk.Reference}/sections/subject";
        await ines.VisitAsync(section);
        await joey.VisitAsync(section);
        await joey.FillAsync("Title", "PyCon Jupiter and Moons");
        await joey.PressAsync("Save and continue");
        await ines.FillAsync("Title", "PyCon of the Planets");
        await ines.PressAsync("Save and continue");
        ines.Path.ShouldBe(section);
        (await ErrorsAsync(ines)).ShouldContain("PyCon Jupiter and Moons");
        (await ValueAsync(ines, "title")).ShouldBe("PyCon of the Planets");
        await ines.PressAsync("Save and continue");
        await joey.VisitAsync(section);
        (await ValueAsync(joey, "title")).ShouldBe("PyCon of the Planets");
    }

    private static PageChoice Phone(bool javaScript) =>
        new()
        {
            Screen = Screen.Phone,
            JavaScript = javaScript,
            ForAxe = javaScript,
        };

    private static async Task<BanyanHost> HostAsync(Instant now)
    {
        var host = await BanyanHost.StartAsync(DatabaseKind.Sqlite);
        host.Clock.Now = now;
        await host.FoundAsync();
        return host;
    }

    private async Task<IWalker> OpenAsync(BanyanHost host, PageChoice choice) =>
        new BrowserWalker(await browser.NewPageAsync(host.BaseUrl, choice), choice, null);

    private static Task<string> ErrorsAsync(IWalker walker) =>
        ((BrowserWalker)walker).InnerTextAsync(".error-summary");

    private static Task<string> ValueAsync(IWalker walker, string name) =>
        ((BrowserWalker)walker).ValueAsync($"input[name='{name}']");
}
