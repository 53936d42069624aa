using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Ballots;

/// <summary>Who stepped aside from a case is sent nothing of it any more.</summary>
public sealed class AsideMailTests
{
    private const string Reference = "UMB-27-ASIDE";
    private const string Aside = "Yes, I step aside";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_message_of_the_applicant_reaches_the_rest_of_the_staff(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await world.SignedInAsync(World.Ines);
        await world.Host.SeatAsync(World.Ines, "staff", voting: false);
        await WriteAsync(world, "To Marie, who leads it.");
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("who leads it");
        await world.Marie.Visit($"/cases/{Reference}/declare");
        await world
            .Marie.Choose("Does something stand between you and this case?", Aside)
            .Press("Continue");
        await WriteAsync(world, "To whoever is left.");
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldNotContain("whoever is left");
        world.Host.Mailbox.Last(World.Ines.Address).Text.ShouldContain("whoever is left");
    }

    [Theory, EachDatabase]
    public async Task Neither_advice_nor_a_casting_vote_is_asked_of_them(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        var leila = await world.SignedInAsync(World.Leila);
        await world.Host.SeatAsync(World.Leila, "reviewers", voting: false, chair: true);
        await world.WithTheGroupAsync(Reference);
        await TellAsync(world);
        // Both leave in one moment, in any order.
        world
            .Host.Mailbox.To(World.Leila.Address)
            .ShouldContain(mail => mail.Text.Contains("your casting vote"));
        world
            .Host.Mailbox.To(World.Joey.Address)
            .ShouldContain(mail => mail.Text.Contains("asked for advice"));
        await DeskWorld.DeclareAsync(leila, Reference, Aside);
        await DeskWorld.DeclareAsync(world.Joey, Reference, Aside);
        var before = Mails(world);
        await TellAsync(world);
        var after = Mails(world);
        (after[World.Leila] - before[World.Leila]).ShouldBe(0);
        (after[World.Joey] - before[World.Joey]).ShouldBe(0);
        (after[World.Deb] - before[World.Deb]).ShouldBe(1, "advice");
    }

    private static async Task WriteAsync(DeskWorld world, string words)
    {
        await world.Nusrat.Visit($"/applications/{Reference}/write");
        await world.Nusrat.Fill("Words", words).Press("Send the message");
        world.Nusrat.Problems().ShouldBeEmpty();
        await world.Host.WorkAsync();
    }

    /// <summary>As a tie and a case without result do it.</summary>
    private static async Task TellAsync(DeskWorld world)
    {
        var now = world.Host.Clock.Now;
        await using (var scope = world.Host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
            var mail = scope.ServiceProvider.GetRequiredService<BallotMail>();
            var shelf = scope.ServiceProvider.GetRequiredService<ProgramShelf>();
            var application = await db.Applications.SingleAsync(Ct);
            var round = await db.Rounds.Whole().SingleAsync(Ct);
            var program = await shelf.DefinitionAsync(application.ProgramVersion, Ct);
            var turn = new CaseTurn(application, program, Actor.Rule, now);
            IReadOnlyList<WorkChange> mails =
            [
                .. await mail.AdviceWantedAsync(application, StageOf(program), now, Ct),
                .. await mail.TurnedAsync(turn, round, RoundStep.AskChair, DateTimeZone.Utc, Ct),
            ];
            (await db.CommitAsync(turn.Nothing.Then(mails), Ct)).Refusal.ShouldBeNull();
        }
        await world.Host.WorkAsync();
    }

    private static Stage StageOf(ProgramDefinition program) => Stages.Voting(program)!.Value.Stage;

    private static Dictionary<Character, int> Mails(DeskWorld world) =>
        World.Cast.ToDictionary(
            member => member,
            member => world.Host.Mailbox.To(member.Address).Count
        );
}
