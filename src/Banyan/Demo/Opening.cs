using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Demo;

/// <summary>What is there before the first application: the programs, their organisations, and people in their teams.</summary>
internal static class Opening
{
    private const string Foundation = "psf";

    /// <summary>By the program that they run.</summary>
    private static readonly Dictionary<string, NewOrganisation> Organisations = new(
        StringComparer.Ordinal
    )
    {
        [DemoApplication.Program] = new("Python Software Foundation", "UTC"),
        ["pycon-india-community-partner"] = new("PyCon India", "Asia/Kolkata"),
        ["python-bangladesh-collaboration"] = new("Python Bangladesh", "Asia/Dhaka"),
    };

    public static async Task PlayAsync(Scene scene, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, scene.Ct);
            var check = ProgramFiles.Check(bytes, file);
            if (check.Problems.Count > 0)
                throw new InvalidOperationException(string.Join('\n', check.Lines));
            await scene.AsAsync(
                Cast.Deb,
                async services =>
                {
                    var applied = await services
                        .GetRequiredService<ProgramFiles>()
                        .ApplyAsync(bytes, Organisations[check.Slug!], scene.Now, scene.Ct);
                    return applied.Refusal is null
                        ? Outcome.Of(Actor.Rule, scene.Now)
                        : throw new InvalidOperationException(applied.Refusal);
                }
            );
        }
        await scene.AsAsync(Cast.Deb, services => SeatAsync(scene, services));
    }

    private static async Task<Outcome> SeatAsync(Scene scene, IServiceProvider services)
    {
        var db = services.GetRequiredService<BanyanDb>();
        var teams = await db.Teams.Include(team => team.Members).ToListAsync(scene.Ct);
        var foundation = await db
            .OrganisationFacts.Where(facts => facts.Slug == Foundation)
            .Select(facts => facts.Id)
            .SingleAsync(scene.Ct);
        var outcome = Outcome.Of(Actor.Rule, scene.Now);
        foreach (var member in Cast.All)
        {
            if (!EmailAddress.TryParse(member.Email, out var address, out _))
                throw new InvalidOperationException(member.Email);
            var person = Person.Named(address, member.Name, scene.Now);
            db.Add(person);
            outcome = outcome.And(person.SignIn(scene.Now));
            foreach (
                var team in teams.Where(team =>
                    Of(team.Kind, team.OrganisationId == foundation).Contains(member)
                )
            )
                outcome = outcome.And(
                    team.Add(
                        person.Id,
                        voting: member != Cast.Leila,
                        Actor.Rule,
                        scene.Now,
                        chair: Cast.Chairs.Contains(member)
                    )
                );
        }
        return outcome;
    }

    private static IReadOnlyList<CastMember> Of(TeamKind kind, bool foundation) =>
        kind switch
        {
            TeamKind.Owners => Cast.Owners,
            // Elsewhere two of staff decide, so there are two.
            TeamKind.Staff => foundation ? Cast.Staff : [.. Cast.Staff, .. Cast.Owners],
            TeamKind.WorkGroup => Cast.WorkGroup,
            TeamKind.Board => Cast.Board,
        };
}
