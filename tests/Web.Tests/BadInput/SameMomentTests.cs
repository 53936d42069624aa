using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Two requests at the same moment: a double click, two tabs, two people.</summary>
public sealed class SameMomentTests
{
    private const int Rounds = 10;
    private const string Apply = $"{Foundation.Program}/apply";

    [Theory, EachDatabase]
    public async Task A_double_click_begins_one_draft(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        for (var round = 1; round <= Rounds; round++)
        {
            using var visitor = host.NewVisitor();
            var body = $"_once=DRAFT{round}&Email={World.Nusrat.Address}";
            var answers = await Task.WhenAll(
                visitor.PostBodyAsync(Apply, body),
                visitor.PostBodyAsync(Apply, body)
            );
            answers
                .Select(answer => (answer.Status, answer.Location))
                .Distinct()
                .Count()
                .ShouldBe(1);
            answers[0].Status.ShouldBe(303);
            (await host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(round);
        }
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task A_double_click_sends_writes_withdraws_and_reopens_once(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ReadyAsync(host);
        for (var round = 1; round <= Rounds; round++)
        {
            await TwiceAsync(nusrat, round == 1 ? "send" : "reopen", $"_once=S{round}");
            await TwiceAsync(nusrat, "write", $"_once=W{round}&Words=Hello+{round}");
            await TwiceAsync(nusrat, "withdraw", $"_once=X{round}&Reason=No");
            (await nusrat.ReadAsync(a => a.State)).ShouldBe(ApplicationState.Withdrawn);
        }
        (
            await nusrat.ReadAsync(a => a.Thread.Count(entry => entry.Words.Contains("Hello")))
        ).ShouldBe(Rounds);
        (await EventsAsync<ApplicationSubmitted>(host)).ShouldBe(1);
        (await EventsAsync<ApplicationWithdrawn>(host)).ShouldBe(Rounds);
        (await EventsAsync<ApplicationReopened>(host)).ShouldBe(Rounds - 1);
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task Two_people_saving_one_answer_see_both_texts_and_lose_neither(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        using var ines = await nusrat.SharedWithAsync(World.Ines);
        for (var round = 1; round <= Rounds; round++)
        {
            var version = await nusrat.ReadAsync(a =>
                a.Answers.Find(answer => answer.Question == "title")?.Version ?? 0
            );
            var answers = await Task.WhenAll(
                nusrat.PostAsync("sections/subject", $"title=Hers+{round}&v.title={version}"),
                ines.PostAsync("all", $"title=Theirs+{round}&v.title={version}")
            );
            answers.Select(answer => answer.Status).Order().ShouldBe([303, 422]);
            var kept = await nusrat.AnswerToAsync("title");
            var (refused, lost) =
                answers[0].Status == 422
                    ? (answers[0], $"Hers {round}")
                    : (answers[1], $"Theirs {round}");
            kept.ShouldBe(lost == $"Hers {round}" ? $"Theirs {round}" : $"Hers {round}");
            refused.ValueOf("title").ShouldBe(lost);
            refused
                .Page.QuerySelector("#field-title-error")!
                .TextContent.ShouldContain($"“{kept}”");
        }
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task An_older_tab_shows_both_texts_and_can_then_be_kept(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        await nusrat.PostAsync("sections/subject", "title=First&v.title=0");
        await nusrat.PostAsync("sections/subject", "title=Second&v.title=1");
        var old = (await nusrat.PostAsync("sections/subject", "title=Old&v.title=1")).ShouldHelp(
            "old tab"
        );
        (old.Status, old.ValueOf("title"), old.ValueOf("v.title")).ShouldBe((422, "Old", "2"));
        old.Problems.ShouldHaveSingleItem().ShouldContain("“Second”");
        (await nusrat.AnswerToAsync("title")).ShouldBe("Second");
        (await nusrat.PostAsync("sections/subject", "title=Old&v.title=2")).Status.ShouldBe(303);
        (await nusrat.AnswerToAsync("title")).ShouldBe("Old");
    }

    [Theory, EachDatabase]
    public async Task What_is_saved_after_somebody_sent_is_shown_and_not_lost(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.SentAsync(host);
        foreach (var page in (string[])["sections/subject", "all"])
        {
            var answer = (await nusrat.PostAsync(page, "title=Too+late&v.title=1")).ShouldHelp(
                page
            );
            answer.Status.ShouldBe(422);
            answer.ValueOf("title").ShouldBe("Too late");
            answer.Problems.ShouldHaveSingleItem().ShouldContain("write to the organisation");
        }
        var answered = (await nusrat.PostAsync("answer", "Words=Nobody+asked")).ShouldHelp(
            "answer"
        );
        (answered.Status, answered.ValueOf("Words")).ShouldBe((422, "Nobody asked"));
        (await nusrat.AnswerToAsync("title")).ShouldBe("PyCon Jupiter");
    }

    [Theory, EachDatabase]
    public async Task Two_people_who_send_at_the_same_moment_send_once_and_both_are_helped(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.ReadyAsync(host);
        using var ines = await joey.SharedWithAsync(World.Ines);
        var answers = await Task.WhenAll(
            joey.PostAsync("send", "_once=A"),
            ines.PostAsync("send", "_once=B")
        );
        foreach (var answer in answers)
            answer.ShouldHelp("send").Status.ShouldBeOneOf(303, 422);
        answers.ShouldContain(answer => answer.Status == 303);
        (await EventsAsync<ApplicationSubmitted>(host)).ShouldBe(1);
        // Whoever tries once more is told that it is sent already; nothing pretends to have been done.
        var again = (await ines.PostAsync("send", "_once=C")).ShouldHelp("again");
        (again.Status, again.Problems.Count).ShouldBe((422, 1));
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task Two_drafts_for_one_event_sent_at_the_same_moment_are_one_open_application(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var first = await Applicant.ReadyAsync(host);
        using var second = await Applicant.ReadyAsync(host);
        var answers = await Task.WhenAll(
            first.PostAsync("send", "_once=A"),
            second.PostAsync("send", "_once=B")
        );
        foreach (var answer in answers)
            answer.ShouldHelp("send").Status.ShouldBeOneOf(303, 422);
        (await EventsAsync<ApplicationSubmitted>(host)).ShouldBe(1);
        ShouldBeHealthy(host);
    }

    private static async Task TwiceAsync(Applicant nusrat, string page, string body)
    {
        var answers = await Task.WhenAll(
            nusrat.PostAsync(page, body),
            nusrat.PostAsync(page, body)
        );
        foreach (var answer in answers)
            (answer.Status, answer.Location).ShouldBe(
                (303, nusrat.Path),
                $"{page} {answer.Status} {string.Join('|', answer.Status == 422 ? answer.Problems : [])}"
            );
    }

    private static Task<int> EventsAsync<T>(BanyanHost host)
        where T : DomainEvent
    {
        var action = DomainEvent.ActionOf(typeof(T));
        return host.DbAsync(db =>
            db.Events.CountAsync(e => e.Action == action, TestContext.Current.CancellationToken)
        );
    }

    private static void ShouldBeHealthy(BanyanHost host) =>
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
}
