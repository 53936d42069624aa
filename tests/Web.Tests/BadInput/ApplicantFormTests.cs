using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Answer = Banyan.Testing.BadInput.Answer;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Web.Tests.BadInput;

/// <summary>What the applicant writes besides the form: messages, answers, reasons, invitations and their own name.</summary>
public sealed class ApplicantFormTests
{
    [Theory, EachDatabase]
    public async Task A_message_and_an_answer_are_kept_as_typed(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.SentAsync(host);
        await DeskAsync(
            host,
            nusrat,
            a => a.TakeUp(new PersonId(Guid.CreateVersion7()), Actor.Rule, host.Clock.Now)
        );
        foreach (var nasty in NastyStrings.On(database))
        {
            await ShouldBeInThreadAsync(
                nusrat,
                nasty,
                await nusrat.PostAsync("write", $"Words={nasty.Sent}")
            );
            if (await nusrat.ReadAsync(a => a.Asked is null))
                await DeskAsync(
                    host,
                    nusrat,
                    a => a.Ask("And?", [], new LocalDate(2028, 4, 1), Actor.Rule, host.Clock.Now)
                );
            await ShouldBeInThreadAsync(
                nusrat,
                nasty,
                await nusrat.PostAsync("answer", $"Words={nasty.Sent}")
            );
        }
        (await nusrat.Visitor.LookAsync(nusrat.Path)).Status.ShouldBe(200);
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task A_reason_to_withdraw_is_kept_as_typed(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        foreach (var nasty in NastyStrings.OneIn(3))
        {
            using var draft = await Applicant.BeginAsync(host, World.Nusrat.Address);
            (await draft.PostAsync("withdraw", $"Reason={nasty.Sent}"))
                .ShouldHelp(nasty.Sent)
                .Status.ShouldBe(303, nasty.Sent);
            (await draft.ReadAsync(a => a.State)).ShouldBe(ApplicationState.Withdrawn);
            if (nasty.Kept is { } kept)
                (await ReasonAsync(host, await draft.ReadAsync(a => a.Id))).ShouldBe(
                    kept,
                    nasty.Sent
                );
        }
        ShouldBeHealthy(host);
    }

    [Theory]
    [InlineData("write", "Words")]
    [InlineData("withdraw", "Reason")]
    public async Task Words_without_end_are_shown_again_with_the_limit(string page, string field)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.SentAsync(host);
        var words = new string('w', 100_000);
        var answer = (await nusrat.PostAsync(page, $"{field}={words}")).ShouldHelp(page);
        answer.Status.ShouldBe(422);
        answer.ValueOf(field).ShouldBe(words);
        answer.Page.QuerySelector($"#field-{field}-error")!.TextContent.ShouldContain("100,000");
    }

    [Theory, EachDatabase]
    public async Task An_invitation_goes_to_the_address_as_typed_or_nowhere(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        foreach (
            var nasty in NastyStrings
                .On(database)
                .Concat(Confusables.Of("mike.iskandar@example.org").Select(Sent))
        )
        {
            var answer = (await nusrat.PostAsync("invite", $"Email={nasty.Sent}")).ShouldHelp(
                nasty.Sent
            );
            answer.Status.ShouldBeOneOf([303, 422], nasty.Sent);
            if (answer.Status == 422 && nasty.Typed is not null)
                answer.ValueOf("Email").ShouldNotBeNull(nasty.Sent);
        }
        await host.WorkAsync();
        host.Mailbox.To("mike.iskandar@example.org").ShouldBeEmpty();
        host.Mailbox.To(World.Deb.Address).ShouldBeEmpty();
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task A_persons_name_is_kept_as_typed(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        foreach (var nasty in NastyStrings.On(database))
        {
            var answer = (
                await nusrat.Visitor.PostBodyAsync("/me", $"_form={nusrat.Token}&Name={nasty.Sent}")
            ).ShouldHelp(nasty.Sent);
            answer.Status.ShouldBeOneOf([303, 422], nasty.Sent);
            if (answer.Status == 303 && nasty.Typed is not null)
                (await nusrat.Visitor.LookAsync("/me"))
                    .ValueOf("name")
                    .ShouldBe(nasty.KeptOnOneLine, nasty.Sent);
        }
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task A_title_that_grows_when_it_is_compared_is_sent_all_the_same(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ReadyAsync(host);
        // One letter of Arabic presentation that stands for eighteen.
        (
            await nusrat.PostAsync(
                "sections/subject",
                "title=" + string.Concat(Enumerable.Repeat("%EF%B7%BA", 150))
            )
        ).Status.ShouldBe(303);
        (await nusrat.PostAsync("send", "")).ShouldHelp("send").Status.ShouldBe(303);
        ShouldBeHealthy(host);
    }

    private static Nasty Sent(string typed) => new(Uri.EscapeDataString(typed));

    private static async Task ShouldBeInThreadAsync(Applicant nusrat, Nasty nasty, Answer answer)
    {
        answer.ShouldHelp(nasty.Sent);
        if (nasty.Kept is not { } kept)
            return;
        if (kept.Trim().Length == 0)
            answer.Status.ShouldBe(422, nasty.Sent);
        else
            (
                await nusrat.ReadAsync(a => a.Thread.OrderBy(entry => entry.Id).Last().Words)
            ).ShouldBe(kept, nasty.Sent);
    }

    private static Task DeskAsync(
        BanyanHost host,
        Applicant nusrat,
        Func<Application, Outcome> act
    ) =>
        host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            var application = await db.Applications.SingleAsync(
                a => a.Reference == nusrat.Reference,
                ct
            );
            (await db.CommitAsync(act(application), ct)).Done.ShouldBeTrue();
        });

    private static Task<string> ReasonAsync(BanyanHost host, ApplicationId id) =>
        host.DbAsync(async db =>
        {
            var data = await db
                .Events.Where(e =>
                    e.About == id.Value && e.Action == new ApplicationWithdrawn(id.Value, "").Action
                )
                .Select(e => e.Words.Data)
                .SingleAsync(TestContext.Current.CancellationToken);
            using var json = System.Text.Json.JsonDocument.Parse(data);
            return json.RootElement.GetProperty("reason").GetString()!;
        });

    private static void ShouldBeHealthy(BanyanHost host) =>
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
}
