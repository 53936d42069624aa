using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Decisions;

/// <summary>A case of Nusrat's that the work group has voted on: Marie is staff and decides.</summary>
internal static class DecidedCase
{
    public const string Reference = "PSF-27-TEST";
    public const string Title = "Dhaka Python Day";

    /// <param name="passed">Three votes for; otherwise two, which is no consensus.</param>
    /// <param name="program">Another text than the file of the PSF.</param>
    public static async Task<Visitor> MarieAsync(
        this BanyanHost host,
        bool passed = true,
        string? program = null
    )
    {
        var marie = await host.SignedInAsync(World.Marie.Address);
        await SeedAsync(host, passed, program);
        return marie;
    }

    public static Task SeedAsync(BanyanHost host, bool passed, string? program = null) =>
        host.DbAsync(db => SeedAsync(db, host.Clock, passed, program ?? ProgramText()));

    public static Task<ApplicationState> StateAsync(this BanyanHost host) =>
        host.DbAsync(db =>
            db.Applications.WithReference(Reference).Select(a => a.State).SingleAsync()
        );

    public static string ProgramText()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder = folder.Parent!;
        return File.ReadAllText(
            Path.Combine(folder.FullName, "programs", "psf-community-partner.yaml")
        );
    }

    private static async Task SeedAsync(BanyanDb db, TestClock clock, bool passed, string text)
    {
        var now = clock.Now;
        var staff = Actor.Visitor("seed");
        var organisation = await new OrganisationDirectory(db).EnsureAsync(
            "psf",
            "The Foundation",
            "UTC",
            null,
            staff,
            now,
            CancellationToken.None
        );
        var outcome = organisation.Outcome;
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (
            var character in new[] { World.Marie, World.Nusrat, World.Tomas, World.Deb, World.Joey }
        )
            people[character.Name] = await PersonAsync(db, character, now);
        outcome = outcome.And(
            db.Teams.Local.Single(team => team.Slug == "staff")
                .Add(people[World.Marie.Name].Id, false, staff, now)
        );
        var (program, version, published) = Publish(organisation.Id, text, now);
        db.AddRange(program, version);
        outcome = outcome.And(published);
        (await db.CommitAsync(outcome, CancellationToken.None)).Refusal.ShouldBeNull();
        await CaseAsync(db, program, version, people, now, passed, Reference, Title);
    }

    /// <summary>More cases like the first one, on which the work group has voted for; their references end in 001 and so on.</summary>
    public static Task MoreAsync(this BanyanHost host, int count) =>
        host.DbAsync(async db =>
        {
            var program = await db.Programs.SingleAsync();
            var version = await db.ProgramVersions.SingleAsync();
            var people = new Dictionary<string, Person>(StringComparer.Ordinal);
            foreach (
                var known in new[] { World.Marie, World.Nusrat, World.Tomas, World.Deb, World.Joey }
            )
                people[known.Name] = await db.People.SingleAsync(p => p.Email == known.Address);
            for (var number = 1; number <= count; number++)
                await CaseAsync(
                    db,
                    program,
                    version,
                    people,
                    host.Clock.Now,
                    true,
                    $"PSF-27-T{number:000}",
                    $"Python day {number}"
                );
        });

    private static (PartnerProgram, ProgramVersion, Outcome) Publish(
        OrganisationId organisation,
        string text,
        Instant now
    )
    {
        var definition = ProgramFile.Read(text, "psf").Definition.ShouldNotBeNull();
        var program = new PartnerProgram(organisation, definition.Slug);
        var (version, outcome) = program.Publish(
            ProgramFile.Write(definition),
            ProgramFile.Fingerprint(definition),
            1,
            null,
            "",
            Actor.Visitor("seed"),
            now
        );
        return (program, version!, outcome);
    }

    private static async Task CaseAsync(
        BanyanDb db,
        PartnerProgram program,
        ProgramVersion version,
        Dictionary<string, Person> people,
        Instant now,
        bool passed,
        string reference,
        string title
    )
    {
        var nusrat = people[World.Nusrat.Name];
        var applicant = Actor.Of(nusrat.Id, World.Nusrat.Name);
        var marie = Actor.Of(people[World.Marie.Name].Id, World.Marie.Name);
        EmailAddress.TryParse(World.Nusrat.Address, out var email, out _).ShouldBeTrue();
        var (application, outcome) = Application.Start(
            reference,
            program.Organisation,
            program.Id,
            version.Id,
            email!,
            nusrat.Id,
            applicant,
            now
        );
        var clauses = ProgramFile.Read(version.Text, "psf").Definition!.Clauses;
        await db.KeepWordingsAsync(clauses, CancellationToken.None);
        foreach (var clause in clauses)
            outcome = outcome.And(
                application.Accept(
                    ClauseCopy.Of(clause, version.Id, CultureInfo.InvariantCulture),
                    nusrat.Id,
                    applicant,
                    now
                )
            );
        outcome = outcome
            .And(
                application.Submit(new SubmitFacts(null, title, null, null, title), applicant, now)
            )
            .And(application.TakeUp(people[World.Marie.Name].Id, marie, now))
            .And(application.SendToWorkGroup("grants-work-group", null, marie, now));
        var voters = new[] { World.Tomas, World.Deb, World.Joey };
        var (round, opened) = BallotRound.Open(
            application.Id,
            new Stage
            {
                Key = "review",
                Kind = StageKind.Review,
                Title = LocalText.Of("Review"),
                Team = "grants-work-group",
            },
            new DecisionRule.LazyConsensus(3, 10, 10, true),
            voters.Select(voter => new RoundSeat(people[voter.Name].Id, voter.Name, true)),
            marie,
            now
        );
        outcome = outcome.And(opened);
        foreach (var voter in voters)
            round.Clear(people[voter.Name].Id, now);
        foreach (var voter in passed ? voters : voters[..2])
            outcome = outcome.And(
                round.Cast(
                    application,
                    Vote.For,
                    null,
                    Actor.Of(people[voter.Name].Id, voter.Name),
                    now
                )
            );
        var end = passed ? now : now + Duration.FromDays(10);
        outcome = outcome
            .And(round.Settle(end, Actor.Rule, end).Outcome)
            .And(application.RoundClosed("It ended.", Actor.Rule, end));
        application.State.ShouldBe(ApplicationState.Deciding);
        db.AddRange(application, round);
        (await db.CommitAsync(outcome, CancellationToken.None)).Refusal.ShouldBeNull();
    }

    private static async Task<Person> PersonAsync(BanyanDb db, Character character, Instant now)
    {
        EmailAddress.TryParse(character.Address, out var email, out _).ShouldBeTrue();
        var key = email!.Key;
        var known = await db.People.SingleOrDefaultAsync(person => person.EmailKey == key);
        if (known is not null)
            return known;
        var person = Person.Named(email, character.Name, now);
        db.Add(person);
        return person;
    }
}
