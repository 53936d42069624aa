using System.Net;
using Banyan.Testing;
using Banyan.Testing.Walks;
using NodaTime;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>A browser that is signed in: what it sends with each form.</summary>
internal sealed record Browser(string Cookie, string Token);

/// <summary>A sent application and whoever sent it.</summary>
internal sealed record SentCase(string Reference, Browser Applicant);

/// <summary>The foundation on a ground, with staff who is signed in and applications that were sent.</summary>
internal sealed record Seeding(Browser Staff, IReadOnlyList<SentCase> Cases)
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("firstName", "Nusrat"),
        ("lastName", "Rahman"),
        ("kind", "initiative"),
        ("description", "Lessons in Python for whoever comes."),
        ("firstTime", "no"),
        ("website", "https://lessons.example.org"),
        ("codeOfConduct", "https://lessons.example.org/conduct"),
        ("place", "Dhaka, Bangladesh"),
        ("attendees", "40"),
        ("topicShare", "100"),
    ];

    public static async Task<Seeding> PlantAsync(
        Ground ground,
        int cases,
        Func<BanyanHost, Seeding, Task>? more = null
    )
    {
        await using var host = await BanyanHost.StartAsync(
            ground.Kind,
            new HostChoice { Database = ground.Database }
        );
        host.Clock.Now = SystemClock.Instance.GetCurrentInstant();
        await host.FoundAsync();
        using var marie = await SignedInAsync(host, World.Marie.Address);
        var sent = new List<SentCase>();
        for (var number = 1; number <= cases; number++)
            sent.Add(await SendAsync(host, number));
        var seeding = new Seeding(await BrowserAsync(marie, "/me"), sent);
        if (more is not null)
            await more(host, seeding);
        await ground.ExecuteAsync("DELETE FROM posted_mails");
        // Sites of applications are looked at from the net, which is not under test here.
        await ground.ExecuteAsync("DELETE FROM work WHERE done_at IS NULL");
        return seeding;
    }

    public static async Task<Visitor> SignedInAsync(BanyanHost host, string address)
    {
        var visitor = host.NewVisitor();
        await visitor.Visit("/sign-in");
        await new HttpWalker(visitor).SignInAsync(host, address);
        return visitor;
    }

    /// <param name="page">One with a form on it.</param>
    public static async Task<Browser> BrowserAsync(Visitor visitor, string page)
    {
        await visitor.Visit(page);
        return new Browser(visitor.Cookies.Header, TokenOn(visitor));
    }

    private static async Task<SentCase> SendAsync(BanyanHost host, int number)
    {
        using var visitor = await SignedInAsync(host, $"applicant{number}@example.org");
        var home = await DraftAsync(visitor, $"Lessons {number}");
        await visitor.Visit($"{home}/send");
        await visitor.Press("Send the application");
        visitor.Status.ShouldBe(HttpStatusCode.OK, visitor.Text);
        return new SentCase(home.Split('/')[2], await BrowserAsync(visitor, $"{home}/write"));
    }

    /// <summary>Begins an application and fills it in, up to where it can be sent.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> DraftAsync(Visitor visitor, string title)
    {
        await visitor.Visit($"{Foundation.Program}/apply");
        await visitor.Press("Begin");
        var home = $"/applications/{visitor.Path.Split('/')[2]}";
        await visitor.Visit($"{home}/all");
        foreach (var (name, value) in Answers)
            if (name is "kind" or "firstTime")
                visitor.ChooseByName(name, value);
            else
                visitor.Fill(name, value);
        visitor.Fill("title", title);
        await visitor.Press("Save");
        await visitor.Visit($"{home}/clauses");
        foreach (var box in visitor.Page.QuerySelectorAll("input[type=checkbox]"))
            visitor.ChooseByName(box.GetAttribute("name")!, "true");
        await visitor.Press("Save");
        return home;
    }

    private static string TokenOn(Visitor visitor) =>
        visitor.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
}
