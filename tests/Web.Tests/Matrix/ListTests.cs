using System.Net;
using System.Text.RegularExpressions;
using Banyan.Testing;

namespace Banyan.Web.Tests.Matrix;

/// <summary>A list shows exactly what one may open.</summary>
public sealed partial class ListTests
{
    [Theory]
    [EachDatabase]
    public async Task Every_list_shows_exactly_what_is_allowed(DatabaseKind database)
    {
        await using var world = await MatrixWorld.BuildAsync(database);
        foreach (var persona in Persona.All)
        {
            await ShowsAsync(
                world,
                persona,
                "/applications",
                record => Rules.IsApplicantOf(persona, record)
            );
            await ShowsAsync(
                world,
                persona,
                "/cases?state=all",
                record => Rules.Reaches(persona, record)
            );
            await ShowsAsync(world, persona, "/partners", record => record.Code is not null);
        }
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

    private static async Task ShowsAsync(
        MatrixWorld world,
        Persona persona,
        string path,
        Func<Record, bool> allowed
    )
    {
        using var visitor = world.Visitor(persona);
        using var response = await visitor.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var shown = Links()
            .Matches(text)
            .Select(link => link.Groups["name"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var expected = world
            .Records.Where(allowed)
            .Select(record => path == "/partners" ? record.Code! : record.Reference)
            .Order(StringComparer.Ordinal);
        string.Join(' ', shown)
            .ShouldBe(
                response.StatusCode == HttpStatusCode.OK ? string.Join(' ', expected) : "",
                $"{path} for {persona}"
            );
        if (response.StatusCode != HttpStatusCode.OK)
            world.Records.Where(allowed).ShouldBeEmpty($"{path} for {persona}");
    }

    [GeneratedRegex(
        "href=\"/(applications|cases|partners)/(?<name>[A-Z0-9-]+)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Links();
}
