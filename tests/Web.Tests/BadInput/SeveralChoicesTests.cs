using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Programs;

namespace Banyan.Web.Tests.BadInput;

/// <summary>A question of whose options several are ticked, from the form to the case, and what no browser would send to it.</summary>
public sealed class SeveralChoicesTests
{
    private const string Asked = """
              questions:
                - key: helps
                  type: choices
                  label: What would help?
                  help: In the coming year.
                  min: 2
                  max: 3
                  options:
                    - key: posts
                      label: Posts
                    - key: letters
                      label: Letters, for a venue
                    - key: advice
                      label: Advice
                    - key: other
                      label: Something else
                - key: helpsOther
                  type: shortText
                  label: What else?
                  required: true
                  showIf:
                    question: helps
                    anyOf: [other, advice]
                - key: support
        """;

    [Theory, EachDatabase]
    public async Task Ticked_boxes_are_kept_shown_and_taken_back(DatabaseKind database)
    {
        await using var host = await HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        var visitor = nusrat.Visitor;
        await visitor.Visit($"{nusrat.Path}/sections/more");
        visitor.Text.ShouldContain("In the coming year. Choose 2 to 3.");
        visitor.Text.ShouldContain("Only after “Something else”, “Advice” to “What would help?”");
        visitor.ChooseByName("helps", "letters").ChooseByName("helps", "other");
        await visitor.Press("Save and continue");
        (await nusrat.AnswerToAsync("helps")).ShouldBe("letters|other");
        foreach (var page in (string[])["sections/more", "all"])
        {
            await visitor.Visit($"{nusrat.Path}/{page}");
            Ticked(visitor).ShouldBe(["letters", "other"], page);
        }
        await visitor.Visit($"{nusrat.Path}/send");
        visitor.Text.ShouldContain("Letters, for a venue Something else");
        visitor.Text.ShouldContain("Answer this: What else?");
        await visitor.Visit($"{nusrat.Path}/all");
        foreach (var key in (string[])["letters", "other"])
            Box(visitor, key).IsChecked = false;
        await visitor.Press("Save");
        (await nusrat.AnswerToAsync("helps")).ShouldBe("");
        await visitor.Visit($"{nusrat.Path}/send");
        visitor.Text.ShouldNotContain("What else?");
        visitor.Text.ShouldNotContain("Letters, for a venue");
        host.Log.Bad.ShouldBeEmpty();
    }

    [Asvs("V2.2.1", "V2.2.2")]
    [Theory, EachDatabase]
    public async Task Too_few_too_many_and_what_is_no_option_are_kept_and_told(
        DatabaseKind database
    )
    {
        await using var host = await HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        await TellsAsync("helps=posts", "posts", "Choose at least 2.");
        await TellsAsync(
            "helps=posts&helps=letters&helps=advice&helps=other",
            "posts|letters|advice|other",
            "Choose at most 3; 4 are chosen."
        );
        await TellsAsync("helps=posts&helps=cake", "posts|cake", "Choose among the answers.");
        await TellsAsync("helps=posts|letters", "posts/letters", "Choose among the answers.");
        await TellsAsync("helps=Posts&helps=posts", "Posts|posts", "Choose among the answers.");
        await TellsAsync("helps=po%00sts&helps=%00", "posts", "Choose at least 2.");
        await TellsAsync("helps[]=posts&helps[0]=letters&v.helps=99", null, null);
        var long_ = new string('w', 100_000);
        await TellsAsync(
            $"helps=posts&helps={long_}",
            $"posts|{long_}",
            "Choose among the answers."
        );
        var same = string.Join('&', Enumerable.Repeat("helps=posts", 900));
        await TellsAsync($"{same}&helps=advice", "posts|advice", null);
        (await nusrat.PostAsync("sections/more", "title=Nothing")).Status.ShouldBe(303);
        (await nusrat.AnswerToAsync("helps")).ShouldBe("posts|advice");
        (await nusrat.PostAsync("autosave", "helps=posts&helps=other")).Status.ShouldBe(204);
        (await nusrat.AnswerToAsync("helps")).ShouldBe("posts|other");
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();

        async Task TellsAsync(string body, string? kept, string? problem)
        {
            var answer = (await nusrat.PostAsync("sections/more", body)).ShouldHelp(body);
            answer.Status.ShouldBe(
                problem is null
                    ? kept is null
                        ? 422
                        : 303
                    : 422,
                body
            );
            if (kept is not null)
                (await nusrat.AnswerToAsync("helps")).ShouldBe(kept);
            if (problem is not null)
                answer.Problems.ShouldBe([problem], body);
        }
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_sent_as_one_of_several_is_kept_and_read_back(
        DatabaseKind database
    )
    {
        await using var host = await HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var nasty in NastyStrings.On(database))
        {
            var answer = await nusrat.PostAsync("all", $"helps=posts&helps={nasty.Sent}");
            answer.ShouldHelp(nasty.Sent).Status.ShouldBeOneOf(303, 400, 422);
            if (nasty.KeptOnOneLine is not { } kept || answer.Status == 400)
                continue;
            var bare = kept.Replace('|', '/');
            (await nusrat.AnswerToAsync("helps")).ShouldBe(
                bare.Length > 0 ? $"posts|{bare}" : "posts",
                nasty.Sent
            );
            (await nusrat.Visitor.LookAsync($"{nusrat.Path}/send")).Status.ShouldBe(200);
        }
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Staff_reads_what_was_ticked_and_asks_for_it_again(DatabaseKind database)
    {
        await using var host = await HostAsync(database);
        await host.SeatAsync(World.Marie, "staff", voting: false);
        using var joey = await Applicant.ReadyAsync(host);
        await joey.PostAsync("sections/more", "helps=letters&helps=posts");
        (await joey.PostAsync("send", "")).Status.ShouldBe(303);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.Visit($"/cases/{joey.Reference}");
        marie
            .Page.QuerySelectorAll("main .kept-lines")
            .Select(line => line.TextContent)
            .ShouldContain("Posts\nLetters, for a venue");
        await joey.Visitor.Visit(joey.Path);
        joey.Visitor.Text.ShouldContain("Posts Letters, for a venue");
        await marie.Visit($"/cases/{joey.Reference}/take-up");
        await marie.Press("Take it up");
        await marie.Visit($"/cases/{joey.Reference}/ask");
        marie.ChooseByName("fields", "helps");
        await marie.Fill("words", "Only letters?").Press("Send the question");
        marie.Problems().ShouldBeEmpty();
        await joey.Visitor.Visit($"{joey.Path}/answer");
        Ticked(joey.Visitor).ShouldBe(["posts", "letters"]);
        Box(joey.Visitor, "posts").IsChecked = false;
        Box(joey.Visitor, "advice").IsChecked = true;
        await joey.Visitor.Press("Send the answer");
        joey.Visitor.Problems().ShouldBe(["Answer this: What else?"]);
        (await joey.AnswerToAsync("helps")).ShouldBe("letters|advice");
    }

    private static async Task<BanyanHost> HostAsync(DatabaseKind database)
    {
        var host = await PsfProgram.HostAsync(
            database,
            text =>
                text.Replace(
                    "      questions:\n        - key: support\n",
                    Asked.ReplaceLineEndings("\n") + "\n",
                    StringComparison.Ordinal
                )
        );
        host.Clock.Now = JoeyWalk.InTime;
        return host;
    }

    private static IEnumerable<string> Ticked(Visitor visitor) =>
        visitor
            .Page.QuerySelectorAll("input[name=helps]")
            .OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
            .Where(box => box.IsChecked)
            .Select(box => box.Value);

    private static AngleSharp.Html.Dom.IHtmlInputElement Box(Visitor visitor, string key) =>
        (AngleSharp.Html.Dom.IHtmlInputElement)
            visitor.Page.QuerySelector($"input[name=helps][value={key}]")!;
}
