using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Every question of the foundation's form, with everything that people may type into it.</summary>
public sealed class DraftFieldTests
{
    private static readonly string[] LongOnes =
    [
        "description",
        "accounts",
        "support",
        "reachedGroups",
        "impact",
        "conductExperience",
    ];

    private static readonly string[] ShortOnes =
    [
        "firstName",
        "lastName",
        "email",
        "kind",
        "title",
        "firstTime",
        "website",
        "codeOfConduct",
        "place",
        "attendees",
        "topicShare",
        "lastAttendees",
    ];

    private static readonly string[] Chosen = ["kind", "firstTime"];

    private static readonly (string Section, string[] Keys)[] Sections =
    [
        ("person", ["firstName", "lastName", "email"]),
        ("subject", ["kind", "title", "description", "firstTime"]),
        ("web", ["website", "codeOfConduct", "accounts"]),
        ("reach", ["place", "attendees", "topicShare", "lastAttendees"]),
        ("more", ["support", "reachedGroups", "impact", "conductExperience"]),
    ];

    [Asvs("V1.1.1")]
    [Theory, EachDatabase]
    public async Task Every_string_is_kept_as_typed_by_every_question_on_one_page(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var nasty in NastyStrings.On(database))
        {
            var body = string.Join(
                '&',
                LongOnes.Concat(ShortOnes).Select(key => $"{key}={nasty.Sent}")
            );
            var answer = await nusrat.PostAsync(
                "all",
                $"{body}&date.Day={nasty.Sent}&date.Month=&date.Year="
            );
            answer.ShouldHelp(nasty.Sent).Status.ShouldBeOneOf(303, 422);
            await ShouldBeKeptAsync(nusrat, nasty);
            ShouldBeShown(answer, nasty);
        }
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Every_string_is_kept_by_the_short_pages_and_read_back_before_sending(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var (index, nasty) in NastyStrings.On(database).Index())
        {
            var (section, keys) = Sections[index % Sections.Length];
            var body = string.Join('&', keys.Select(key => $"{key}={nasty.Sent}"));
            var page = index % 7 == 0 ? "autosave" : $"sections/{section}";
            var answer = await nusrat.PostAsync(page, body);
            if (index % 7 == 0)
                answer.Status.ShouldBe(204, nasty.Sent);
            else
                answer.ShouldHelp(nasty.Sent);
            foreach (var key in keys.Where(_ => nasty.Typed is not null))
                (await nusrat.AnswerToAsync(key) ?? "").ShouldBe(
                    KeptBy(key, nasty),
                    $"{key} {nasty.Sent}"
                );
            foreach (var look in (string[])["send", "all", $"sections/{section}", ""])
                (
                    await nusrat.Visitor.LookAsync($"{nusrat.Path}/{look}".TrimEnd('/'))
                ).Status.ShouldBe(200, nasty.Sent);
        }
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Every_string_in_the_three_inputs_of_a_date_is_shown_again(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var nasty in NastyStrings.On(database))
        {
            var answer = await nusrat.PostAsync(
                "sections/subject",
                $"date.Day={nasty.Sent}&date.Month={nasty.Sent}&date.Year={nasty.Sent}"
            );
            answer.ShouldHelp(nasty.Sent);
            if (nasty.KeptOnOneLine is not { Length: > 0 } kept || answer.Status != 422)
                continue;
            foreach (var part in (string[])["Day", "Month", "Year"])
                answer.ValueOf($"date.{part}").ShouldBe(kept.Replace('|', '/').Trim(), nasty.Sent);
            answer.Page.QuerySelector("#field-date-error").ShouldNotBeNull(nasty.Sent);
        }
    }

    [Asvs("V2.2.2")]
    [Theory, EachDatabase]
    public async Task A_hundred_thousand_letters_are_kept_and_told_to_be_too_many(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var key in LongOnes.Concat(ShortOnes).Append("date.Day"))
        {
            var letters = new string('w', 100_000);
            // The last question is asked of those alone who applied before.
            var answer = await nusrat.PostAsync(
                "all",
                key == "lastAttendees" ? $"{key}={letters}&firstTime=no" : $"{key}={letters}"
            );
            answer.ShouldHelp(key).Status.ShouldBe(422, key);
            var question = key.Split('.')[0];
            (await nusrat.AnswerToAsync(question)).ShouldNotBeNull().TrimEnd('|').ShouldBe(letters);
            (await nusrat.PostAsync("all", $"{key}=")).ShouldHelp(key);
        }
    }

    private static async Task ShouldBeKeptAsync(Applicant nusrat, Nasty nasty)
    {
        var answers = await nusrat.ReadAsync(application =>
            application.Answers.ToDictionary(a => a.Question, a => a.Text)
        );
        foreach (var key in LongOnes.Concat(ShortOnes))
        {
            var kept = answers.GetValueOrDefault(key, "");
            if (nasty.Typed is not null)
                kept.ShouldBe(KeptBy(key, nasty), $"{key} {nasty.Sent}");
            else
                kept.ShouldContain("a", customMessage: nasty.Sent);
        }
    }

    // What is wrong stands in its field again, with a sentence beside it.
    private static void ShouldBeShown(Answer answer, Nasty nasty)
    {
        if (answer.Status != 422 || nasty.Typed is null)
            return;
        foreach (var key in LongOnes.Concat(ShortOnes).Except(Chosen))
        {
            if (answer.Page.QuerySelector($"#field-{key}") is not null)
                answer.ValueOf(key).ShouldBe(KeptBy(key, nasty), $"{key} {nasty.Sent}");
        }
        foreach (var link in answer.Page.QuerySelectorAll(".error-summary a"))
            answer.Page.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull(nasty.Sent);
    }

    private static string KeptBy(string key, Nasty nasty) =>
        LongOnes.Contains(key) ? nasty.Kept!.Trim() : nasty.KeptOnOneLine!;
}
