using System.Net;
using System.Text.RegularExpressions;
using Banyan.Kernel.Access;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Security.Tests.Matrix;

/// <summary>A list shows exactly what one may open.</summary>
public sealed class ListTests
{
    [Asvs("V8.2.2")]
    [Theory]
    [EachDatabase]
    public async Task Every_list_shows_exactly_what_is_allowed(DatabaseKind database)
    {
        await using var world = await MatrixWorld.BuildAsync(database);
        var teams = await TeamsAsync(world);
        var lists = 0;
        foreach (var persona in Persona.All)
        {
            using var visitor = world.Visitor(persona);
            foreach (var (path, pattern, allowed) in ListsOf(world, persona, teams))
            {
                using var response = await visitor.GetAsync(path);
                var text = await response.Content.ReadAsStringAsync(
                    TestContext.Current.CancellationToken
                );
                var shown = Names(pattern).Matches(text).Select(name => name.Groups["name"].Value);
                Said(response.StatusCode == HttpStatusCode.OK ? shown : [])
                    .ShouldBe(Said(allowed), $"{path} for {persona}");
                lists++;
            }
        }
        Figures.Add(
            "S1",
            $"{database}: {lists} lists and exports hold exactly what their readers may open"
        );
    }

    [Theory]
    [InlineData("Applicant")]
    [InlineData("Staff")]
    public async Task The_work_group_writes_to_no_lane_but_its_own(string audience)
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        var before = await DatabaseState.OfAsync(world.Host);
        using var tomas = world.Visitor(Persona.Tomas);
        var reference = world.Find(Relation.Own, Stage.InReview)!.Reference;
        using var response = await tomas.PostAsync(
            $"/cases/{reference}/note",
            ("audience", audience),
            ("words", "Some words."),
            ("message", "Some words."),
            ("_form", world.SessionOf(Persona.Tomas)!.FormToken)
        );
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
    }

    /// <summary>Each list with what an entry of it looks like, and the names that this persona may find in it.</summary>
    private static IEnumerable<(string Path, string Pattern, IEnumerable<string> Allowed)> ListsOf(
        MatrixWorld world,
        Persona persona,
        ILookup<string, string> teams
    )
    {
        // Beside the cases stand pages whose names are no references.
        const string Case = "href=\"/cases/(?<name>[A-Z0-9-]+)\"";
        string[] organisations = [Persona.North, Persona.South];
        var own = persona.Organisation;
        var reached = world.Records.Where(record => Rules.Reaches(persona, record));
        var isStaff = persona.Team == TeamKind.Staff;
        var keepsHouse = isStaff || persona.Team == TeamKind.Owners;
        yield return (
            "/applications",
            Link("/applications/"),
            world
                .Records.Where(record => Rules.IsApplicantOf(persona, record))
                .Select(record => record.Reference)
        );
        yield return ("/cases?state=all", Case, reached.Select(r => r.Reference));
        yield return (
            "/cases.csv?state=all",
            "^\"(?<name>[A-Za-z0-9-]+)\"",
            Headed(persona, reached)
        );
        yield return (
            "/cases/release",
            "(?<name>[A-Z]{3}-27-[A-Z0-9]+)",
            reached
                .Where(record => isStaff && record.Stage == Stage.Decided)
                .Select(record => record.Reference)
        );
        yield return (
            "/partners",
            Link("/partners/"),
            world.Records.Where(record => record.Code is not null).Select(record => record.Code!)
        );
        yield return ("/", Link("/programs/"), organisations.Select(WorldProgram.Slug));
        yield return (
            "/settings/programs",
            Link("/settings/programs/"),
            keepsHouse ? [WorldProgram.Slug(own!)] : []
        );
        yield return (
            "/settings/teams",
            Link("/settings/teams/"),
            keepsHouse ? teams[own!].Select(team => $"{own}/{team}") : []
        );
    }

    // The first cell of the first line is its title.
    private static IEnumerable<string> Headed(Persona persona, IEnumerable<Record> reached) =>
        Rules.Admits(new RequiresAttribute("case.desk"), persona)
            ? reached.Select(record => record.Reference).Prepend("Reference")
            : [];

    private static Task<ILookup<string, string>> TeamsAsync(MatrixWorld world) =>
        world.Host.DbAsync(async db =>
        {
            var organisations = db.Organisations;
            var all = await (
                from team in db.Teams
                from organisation in organisations.Where(o => o.Id == team.OrganisationId)
                select new { organisation.Slug, Team = team.Slug }
            ).ToListAsync(TestContext.Current.CancellationToken);
            return all.ToLookup(team => team.Slug, team => team.Team);
        });

    private static string Said(IEnumerable<string> names) =>
        string.Join(' ', names.Distinct().Order(StringComparer.Ordinal));

    private static string Link(string begins) => $"href=\"{begins}(?<name>[A-Za-z0-9/-]+)\"";

    private static Regex Names(string pattern) =>
        new(
            pattern,
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline
        );
}
