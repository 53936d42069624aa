using Banyan.Security.Tests.SignIn;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Security.Tests.MailInjection;

/// <summary>The same words typed into the pages by people, and the mails that come of it, at a real mail server.</summary>
public sealed class StoryTests
{
    private static readonly string[] Typed =
    [
        "firstName",
        "lastName",
        "title",
        "description",
        "place",
    ];

    [Asvs("V1.3.11")]
    [Fact]
    public async Task What_people_call_themselves_and_theirs_is_only_words_in_a_mail()
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        await using var server = await MailServer.StartAsync();
        await using var host = await BanyanHost.StartAsync(
            choice: new HostChoice { Server = server }
        );
        await host.FoundAsync();
        await host.SeatAsync(World.Paul, "owners", voting: false);
        using var marie = await host.EnteredAsync(World.Marie.Address);
        using var paul = await host.EnteredAsync(World.Paul.Address);
        var every = SecurityRounds.Of(1000, 200) >= 1000 ? 1 : 4;
        var rounds = 0;
        for (var round = 0; round < HostileWords.All.Count; round += every, rounds++)
            await RoundAsync(host, marie, paul, round);
        string[] meant =
        [
            .. World.Cast.Select(one => one.Address),
            .. Enumerable.Range(0, HostileWords.All.Count).Select(Applicant),
            .. Enumerable
                .Range(0, HostileWords.All.Count)
                .Select(round => $"new{round}@example.org"),
        ];
        var mails = server.Mailbox.Sources.Count;
        mails.ShouldBeGreaterThan(rounds * 5);
        Inspection.Of(server.Mailbox, host.BaseUrl.ToString(), meant).ShouldBeEmpty();
        // The sites that the applications name are not there; that is said and is no trouble of the mails.
        host.Log.Bad.ShouldAllBe(line =>
            line.Category.EndsWith("EgressClient", StringComparison.Ordinal)
        );
        Figures.Add(
            "S9",
            $"hostile words in mails: {mails} mails at a real server in {rounds} stories, 0 with a receiver, field, element or link that was not meant"
        );
    }

    private static string Applicant(int round) => $"applicant{round}@example.org";

    private static string Words(int number) => HostileWords.All[number % HostileWords.All.Count];

    private static async Task RoundAsync(BanyanHost host, Visitor marie, Visitor paul, int round)
    {
        host.Clock.Advance(Duration.FromHours(2));
        using var nusrat = await host.EnteredAsync(Applicant(round));
        await RenameAsync(nusrat, Words(round));
        await RenameAsync(marie, Words(round + 1));
        await paul.Visit("/settings/organisations/psf");
        paul.Fill("name", Words(round + 2)).Fill("mailFromName", Words(round + 3));
        await paul.Press("Save");
        await paul.Visit("/settings/teams/psf/staff/add");
        paul.Fill("email", $"new{round}@example.org");
        await paul.Press("Add to the team");
        var reference = await SendAsync(nusrat, round);
        await host.WorkAsync();
        await marie.Visit($"/cases/{reference}/take-up");
        await marie.Press("Take it up");
        await marie.Visit($"/cases/{reference}/ask");
        marie.Fill("words", Words(round + 4));
        await marie.Press("Send the question");
        await nusrat.Visit($"/applications/{reference}/answer");
        nusrat.Fill("Words", Words(round + 5));
        await nusrat.Press("Send the answer");
        await nusrat.Visit($"/applications/{reference}/invite");
        nusrat.Fill("Email", World.Ines.Address);
        await nusrat.Press("Add and write to them");
        await marie.Visit($"/cases/{reference}/close");
        marie.Fill("reason", Words(round + 6));
        await marie.Press("Close the case");
        ((int)marie.Status).ShouldBe(200, marie.Text);
        await host.WorkAsync();
    }

    private static async Task RenameAsync(Visitor visitor, string name)
    {
        await visitor.Visit("/me");
        visitor.Fill("name", name);
        await visitor.Press("Save the name");
    }

    private static async Task<string> SendAsync(Visitor visitor, int round)
    {
        await visitor.Visit($"{Foundation.Program}/apply");
        await visitor.Press("Begin");
        var reference = visitor.Path.Split('/')[2];
        await visitor.Visit($"/applications/{reference}/all");
        foreach (var (name, value) in Plain)
            if (name is "kind" or "firstTime")
                visitor.ChooseByName(name, value);
            else
                visitor.Fill(name, value);
        for (var at = 0; at < Typed.Length; at++)
            visitor.Fill(Typed[at], Words(round + 7 + at));
        await visitor.Press("Save");
        await visitor.Visit($"/applications/{reference}/clauses");
        foreach (var box in visitor.Page.QuerySelectorAll("input[type=checkbox]"))
            visitor.ChooseByName(box.GetAttribute("name")!, "true");
        await visitor.Press("Save");
        await visitor.Visit($"/applications/{reference}/send");
        await visitor.Press("Send the application");
        visitor.Path.ShouldBe($"/applications/{reference}", visitor.Text);
        return reference;
    }

    private static readonly (string Name, string Value)[] Plain =
    [
        ("kind", "initiative"),
        ("firstTime", "no"),
        ("website", "https://lessons.example.org"),
        ("codeOfConduct", "https://lessons.example.org/conduct"),
        ("attendees", "40"),
        ("topicShare", "100"),
    ];
}
