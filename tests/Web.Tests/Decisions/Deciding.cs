using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Decisions;

/// <summary>What staff does, as people do it.</summary>
internal static class Deciding
{
    public static async Task ApproveAsync(this Visitor marie)
    {
        await marie.Visit($"/cases/{DecidedCase.Reference}/decide");
        marie.Choose("Approve");
        await marie.Press("Record the decision and read its letter");
        marie.Status.ShouldBe(System.Net.HttpStatusCode.OK, marie.Path);
        marie.Problems().ShouldBeEmpty();
    }

    public static async Task ReleaseAsync(this Visitor marie)
    {
        await marie.ApproveAsync();
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
    }

    /// <summary>Another member of staff, signed in.</summary>
    public static async Task<Visitor> OfStaffAsync(this BanyanHost host, Character character)
    {
        var visitor = await host.SignedInAsync(character.Address);
        await host.DbAsync(async db =>
        {
            var team = await db
                .Teams.Include(team => team.Members)
                .SingleAsync(team => team.Slug == "staff");
            var person = await db.People.SingleAsync(p => p.Email == character.Address);
            var actor = Actor.Visitor("seed");
            (
                await db.CommitAsync(
                    team.Add(person.Id, false, actor, host.Clock.Now)
                        .And(person.Rename(character.Name, actor, host.Clock.Now)),
                    CancellationToken.None
                )
            ).Refusal.ShouldBeNull();
        });
        return visitor;
    }

    public static Visitor FillDay(this Visitor visitor, string name, NodaTime.LocalDate day) =>
        visitor
            .Fill($"{name}.Day", $"{day.Day}")
            .Fill($"{name}.Month", $"{day.Month}")
            .Fill($"{name}.Year", $"{day.Year}");

    /// <summary>Declines it, with a reason, and lets the letter leave.</summary>
    public static async Task DeclineAsync(this Visitor marie, BanyanHost host)
    {
        await marie.Visit($"/cases/{DecidedCase.Reference}/decide");
        marie
            .Choose("Decline")
            .Fill("reasons[conduct]", "The page names nobody who receives reports.")
            .Fill("advice", "Name two people and an address.");
        await marie.Press("Record the decision and read its letter");
        await marie.Press("Release this letter");
        marie.Problems().ShouldBeEmpty();
        await host.WorkAfterAsync(NodaTime.Duration.FromMinutes(10));
    }

    /// <summary>Gives these people votes in the team that the program's review names.</summary>
    public static Task WorkGroupAsync(this BanyanHost host, params Character[] members) =>
        host.DbAsync(async db =>
        {
            var program = ProgramFile
                .Read(DecidedCase.ProgramText(), "psf")
                .Definition.ShouldNotBeNull();
            var stage = program.Stages.First(stage => stage.Kind == StageKind.Review);
            var organisation = await db.OrganisationFacts.SingleAsync();
            var actor = Actor.Visitor("seed");
            var outcome = await new OrganisationDirectory(db).EnsureTeamAsync(
                organisation.Id,
                stage.Team,
                "Work group",
                TeamKind.WorkGroup,
                actor,
                host.Clock.Now,
                CancellationToken.None
            );
            var team = db.Teams.Local.Single(team => team.Slug == stage.Team);
            foreach (var member in members)
            {
                var person = await db.People.SingleAsync(p => p.Name == member.Name);
                outcome = outcome.And(team.Add(person.Id, true, actor, host.Clock.Now));
            }
            (await db.CommitAsync(outcome, CancellationToken.None)).Refusal.ShouldBeNull();
        });
}
