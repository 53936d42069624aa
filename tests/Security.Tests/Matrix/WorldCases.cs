using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Application = Banyan.Partnering.Applications.Domain.Application;

namespace Banyan.Security.Tests.Matrix;

/// <summary>Brings applications to their stages by the verbs of the domain, each with its canaries; decisions and letters go through the pages.</summary>
internal sealed class WorldCases(MatrixWorld world)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private Instant Now => world.Host.Clock.Now;

    /// <summary>The draft of a browser without an account.</summary>
    public Task HeldDraftAsync() => BringToAsync(Persona.Guest, Stage.Draft);

    public async Task BringToAsync(Persona keeper, Stage stage)
    {
        var record = default(Record);
        await world.ChangeAsync(async db =>
        {
            var (application, outcome) = await StartAsync(db, keeper, stage);
            record = new Record(
                keeper.Applies!.Value,
                stage,
                application.Reference,
                application.Id.Value
            );
            db.Add(application);
            if (stage == Stage.Draft)
                return outcome;
            outcome = outcome.And(await SubmitAsync(db, application, keeper, stage));
            return stage == Stage.Sent
                ? outcome
                : outcome.And(new WorldReview(world).Of(db, application, record));
        });
        world.Records.Add(record!);
    }

    /// <summary>Decides, and lets the letters of the approved leave.</summary>
    public async Task LettersAsync()
    {
        foreach (
            var record in world
                .Records.Where(r => r.Stage is Stage.Decided or Stage.Approved)
                .ToList()
        )
        {
            using var staff = world.Visitor(
                record.Organisation == Persona.North ? Persona.Marie : Persona.Sven
            );
            await staff.Visit($"/cases/{record.Reference}/decide");
            if (record.Stage == Stage.Decided)
                staff
                    .Choose("Decline")
                    .Fill($"reasons[{WorldProgram.Criterion}]", Say(record, Words.DecisionReason))
                    .Fill("advice", Say(record, Words.Advice));
            else
                staff
                    .Choose("Approve with conditions")
                    .Fill("conditions", "Name two people.")
                    .Fill("conditionsBy.Day", "28")
                    .Fill("conditionsBy.Month", $"{Now.InUtc().Month}")
                    .Fill("conditionsBy.Year", $"{Now.InUtc().Year}");
            await staff.Press("Record the decision and read its letter");
            staff.Problems().ShouldBeEmpty();
            if (record.Stage == Stage.Approved)
                await staff.Press("Release this letter");
            staff.Path.ShouldBe($"/cases/{record.Reference}/letter");
        }
        await world.Host.WorkAfterAsync(Duration.FromMinutes(11));
        foreach (var record in world.Records.Where(r => r.Stage == Stage.Approved).ToList())
        {
            using var staff = world.Visitor(
                record.Organisation == Persona.North ? Persona.Marie : Persona.Sven
            );
            await (await staff.Visit($"/cases/{record.Reference}/conditions")).Press("It is met");
        }
        await world.Host.WorkAsync();
        var codes = await world.Host.DbAsync(db =>
            db.Partnerships.ToDictionaryAsync(
                partnership => partnership.Application.Value,
                partnership => partnership.Code,
                Ct
            )
        );
        for (var index = 0; index < world.Records.Count; index++)
            world.Records[index] = world.Records[index] with
            {
                Code = codes.GetValueOrDefault(world.Records[index].Id),
            };
    }

    private async Task<(Application, Outcome)> StartAsync(BanyanDb db, Persona keeper, Stage stage)
    {
        var relation = keeper.Applies!.Value;
        var organisation = relation == Relation.Other ? Persona.South : Persona.North;
        var slug = WorldProgram.Slug(organisation);
        var program = await db.Programs.SingleAsync(known => known.Slug == slug, Ct);
        var person = world.People.TryGetValue(keeper, out var id) ? id : default(PersonId?);
        var actor = person is null ? Actor.Visitor("guest@example.org") : world.ActorOf(keeper);
        var (application, outcome) = Application.Start(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"{organisation[..3]}-27-{relation}{(int)stage}"
                )
                .ToUpperInvariant(),
            program.Organisation,
            program.Id,
            program.CurrentVersion,
            Address(person is null ? "guest@example.org" : keeper.Address),
            person,
            actor,
            Now
        );
        foreach (
            var (question, typed) in (ReadOnlySpan<(string, string)>)
                [
                    ("title", Say(relation, stage, Words.Title)),
                    ("kind", "club"),
                    ("for-all", Say(relation, stage, Words.AnswerForAll)),
                    ("for-reviewers", Say(relation, stage, Words.AnswerForReviewers)),
                    ("for-staff", Say(relation, stage, Words.AnswerForStaff)),
                ]
        )
            outcome = outcome.And(application.Write(question, typed, null, actor, Now));
        outcome = outcome.And(
            application.Invite(
                Address($"{Say(relation, stage, Words.InvitedAddress)}@example.org"),
                actor,
                Now
            )
        );
        if (keeper == Persona.Nusrat)
            outcome = outcome
                .And(application.Invite(Address(Persona.Ines.Address), actor, Now))
                .And(application.Invite(Address(Persona.Mika.Address), actor, Now))
                .And(
                    application.Prove(
                        Address(Persona.Mika.Address),
                        world.People[Persona.Mika],
                        world.ActorOf(Persona.Mika),
                        Now
                    )
                );
        return (application, outcome);
    }

    private async Task<Outcome> SubmitAsync(
        BanyanDb db,
        Application application,
        Persona keeper,
        Stage stage
    )
    {
        var actor = world.ActorOf(keeper);
        var title = Say(keeper.Applies!.Value, stage, Words.Title);
        var directory = new CommunityDirectory(db);
        var name = $"Community of {keeper.Name}";
        var known = (await directory.FindOfAsync(world.People[keeper], null, name, Ct))?.Id;
        var listed = Outcome.Of(actor, Now);
        if (known is null)
        {
            var ensured = await directory.ListAsync(
                new CommunityOutline(name, null, "Somewhere", "club"),
                world.People[keeper],
                actor,
                Now,
                Ct
            );
            (known, listed) = (ensured.Id, ensured.Outcome);
        }
        return listed.And(
            application.Submit(
                new SubmitFacts(null, title, null, known, $"{application.Id.Value:n}-open"),
                actor,
                Now
            )
        );
    }

    private static EmailAddress Address(string text)
    {
        EmailAddress.TryParse(text, out var address, out _).ShouldBeTrue();
        return address!;
    }

    private static string Say(Record record, Words words) => record.Say(words);

    private static string Say(Relation relation, Stage stage, Words words) =>
        new Canary(relation, stage, words).Text;
}
