using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Kernel;

/// <summary>A form that comes a second time, from a browser that gave up the first answer.</summary>
public sealed class SentTwiceTests
{
    private const string Apply = $"{Foundation.Program}/apply";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Of_a_double_click_on_Begin_each_answer_opens_the_one_draft(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var first = host.NewVisitor();
        using var second = host.NewVisitor();
        const string body = $"_once=DRAFT&Email=nusrat@example.org";
        var answers = await Task.WhenAll(
            first.PostBodyAsync(Apply, body),
            second.PostBodyAsync(Apply, body)
        );
        answers.ShouldAllBe(answer => answer.Status == 303);
        // Whichever of the two answers the browser kept.
        foreach (var browser in (Visitor[])[first, second])
            (await browser.LookAsync(answers[0].Location!)).Status.ShouldBe(200);
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Of_a_double_click_on_the_code_each_answer_signs_in(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        for (var round = 1; round <= 5; round++)
        {
            using var first = host.NewVisitor();
            using var second = host.NewVisitor();
            await first.AskAsync(World.Nusrat.Address);
            var code = await host.CodeForAsync(World.Nusrat.Address);
            var body = $"_once=CODE{round}&Ticket={first.Path.Split('=')[1]}&Code={code}";
            var answers = await Task.WhenAll(
                first.PostBodyAsync("/sign-in/code", body),
                second.PostBodyAsync("/sign-in/code", body)
            );
            answers
                .Select(answer => (answer.Status, answer.Location))
                .Distinct()
                .ShouldBe([(303, "/me")]);
            (await first.IsSignedInAsync()).ShouldBeTrue();
            (await second.IsSignedInAsync()).ShouldBeTrue();
            host.Clock.Advance(Duration.FromMinutes(20));
        }
    }

    [Theory, EachDatabase]
    public async Task A_code_sent_twice_takes_the_draft_along_though_its_session_has_ended(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        var guest = nusrat.Visitor.Cookies[Comings.Cookie]!;
        await nusrat.Visitor.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var body =
            $"_once=CODE&_form={nusrat.Token}&Ticket={nusrat.Visitor.Path.Split('=')[1]}&Code={code}";
        (await nusrat.Visitor.PostBodyAsync("/sign-in/code", body)).Status.ShouldBe(303);
        nusrat.Visitor.Cookies.Set(Comings.Cookie, guest);
        (await nusrat.Visitor.PostBodyAsync("/sign-in/code", body)).Status.ShouldBe(303);
        (await nusrat.Visitor.IsSignedInAsync()).ShouldBeTrue();
        (await nusrat.Visitor.LookAsync(nusrat.Path)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(4, false, true)]
    [InlineData(6, false, false)]
    [InlineData(1, true, false)]
    public async Task Only_for_some_minutes_and_while_it_lives_a_session_is_given_again(
        int minutes,
        bool ended,
        bool given
    )
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = host.NewVisitor();
        await nusrat.AskAsync(World.Nusrat.Address);
        var code = await host.CodeForAsync(World.Nusrat.Address);
        var body = $"_once=CODE&Ticket={nusrat.Path.Split('=')[1]}&Code={code}";
        (await nusrat.PostBodyAsync("/sign-in/code", body)).Status.ShouldBe(303);
        if (ended)
        {
            await nusrat.Visit("/sign-out");
            await nusrat.Press("Sign out");
        }
        host.Clock.Advance(Duration.FromMinutes(minutes));
        using var other = host.NewVisitor();
        (await other.PostBodyAsync("/sign-in/code", body)).Status.ShouldBe(303);
        (await other.IsSignedInAsync()).ShouldBe(given);
        (await host.DbAsync(db => db.Set<Session>().CountAsync(Ct))).ShouldBe(given ? 2 : 1);
    }

    [Theory, EachDatabase]
    public async Task A_form_that_was_answered_and_then_changed_is_shown_to_be_sent_again(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        var token = await nusrat.TokenAsync("/me");
        (await nusrat.PostBodyAsync("/me", $"_form={token}&_once=A&Name=Nusrat")).Status.ShouldBe(
            303
        );
        var changed = (
            await nusrat.PostBodyAsync("/me", $"_form={token}&_once=A&Name=Nusrat+J.")
        ).ShouldHelp("changed");
        (changed.Status, changed.ValueOf("Name")).ShouldBe((409, "Nusrat J."));
        (await NameAsync(host)).ShouldBe("Nusrat");
        var again = changed.ValueOf("_once");
        (
            await nusrat.PostBodyAsync("/me", $"_form={token}&_once={again}&Name=Nusrat+J.")
        ).Status.ShouldBe(303);
        (await NameAsync(host)).ShouldBe("Nusrat J.");
    }

    [Fact]
    public async Task The_key_of_somebody_elses_form_answers_nothing()
    {
        await using var host = await BanyanHost.StartAsync();
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        using var asha = await host.SignedInAsync(World.Asha.Address);
        var hers = await nusrat.TokenAsync("/me");
        var theirs = await asha.TokenAsync("/me");
        (await nusrat.PostBodyAsync("/me", $"_form={hers}&_once=A&Name=N")).Status.ShouldBe(303);
        (await asha.PostBodyAsync("/me", $"_form={theirs}&_once=A&Name=N")).Status.ShouldBe(409);
        (await asha.PostBodyAsync("/sign-out", $"_form={theirs}&_once=A")).Status.ShouldBe(409);
        (await asha.IsSignedInAsync()).ShouldBeTrue();
    }

    private static Task<string> NameAsync(BanyanHost host) =>
        host.DbAsync(db =>
            db.People.Where(p => p.Email == World.Nusrat.Address)
                .Select(p => p.Name)
                .SingleAsync(Ct)
        );
}
