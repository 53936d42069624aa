namespace Banyan.Security.Tests.Matrix;

/// <summary>One address of a page, with what it names.</summary>
/// <param name="Record">The application it names; null where it names something else, or nothing that is there.</param>
/// <param name="Organisation">The organisation it names; null where it names none, or none that is there.</param>
internal sealed record Target(
    string Path,
    Relation Relation,
    Record? Record = null,
    string? Organisation = null
)
{
    private static readonly Guid Nobody = new("5f0e5b1e-0000-7000-8000-000000000000");

    /// <summary>A place within a program.</summary>
    private static readonly (string, string) Place = ("**path", "clauses/1");

    /// <summary>All addresses that a page has in the matrix. Those of sessions differ from persona to persona.</summary>
    public static IReadOnlyList<Target> Of(KnownPage page, MatrixWorld world, Persona persona) =>
        page.Subject switch
        {
            Subject.Nothing => [new(page.Pattern, Relation.Nothing)],
            Subject.Nowhere =>
            [
                new(
                    Put(
                        page.Pattern,
                        ("status:int", "404"),
                        ("token", new string('a', 43)),
                        ("thumbprint", new string('a', 43)),
                        ("letter?", ""),
                        ("key", new string('a', 40)),
                        ("kind", "week"),
                        ("reference", "NOR-27-NNNNN"),
                        ("file:guid", $"{Nobody}"),
                        ("program", WorldProgram.Slug(Persona.North)),
                        ("slug", Persona.North),
                        ("code", "ZZZZZZZZ"),
                        ("id:guid", $"{Nobody}")
                    ),
                    Relation.Missing
                ),
            ],
            Subject.Application or Subject.Case or Subject.Reached => Records(page, world),
            Subject.Partnership or Subject.Inside or Subject.HeldPartner or Subject.DeskPartner =>
                Partnerships(page, world),
            Subject.Program or Subject.OwnProgram =>
            [
                new(
                    Put(page.Pattern, ("program", WorldProgram.Slug(Persona.North)), Place),
                    Relation.Own,
                    null,
                    Persona.North
                ),
                new(
                    Put(page.Pattern, ("program", WorldProgram.Slug(Persona.South)), Place),
                    Relation.Other,
                    null,
                    Persona.South
                ),
                new(Put(page.Pattern, ("program", "no-such-program"), Place), Relation.Missing),
            ],
            Subject.Organisation or Subject.OwnOrganisation =>
            [
                new(Put(page.Pattern, ("slug", Persona.North)), Relation.Own, null, Persona.North),
                new(
                    Put(page.Pattern, ("slug", Persona.South)),
                    Relation.Other,
                    null,
                    Persona.South
                ),
                new(Put(page.Pattern, ("slug", "nowhere")), Relation.Missing),
            ],
            Subject.Team =>
            [
                Team(page, Persona.North, "staff", Relation.Own),
                Team(page, Persona.North, WorldProgram.WorkGroup, Relation.Sibling),
                Team(page, Persona.South, "staff", Relation.Other),
                Team(page, Persona.North, "no-such-team", Relation.Missing),
                Team(page, "nowhere", "staff", Relation.Missing),
            ],
            Subject.Member =>
            [
                Member(page, world, Persona.North, Persona.Marie, Relation.Own),
                Member(page, world, Persona.South, Persona.Sven, Relation.Other),
                Member(page, world, Persona.North, Persona.Sven, Relation.Crossed),
                Member(page, world, Persona.North, null, Relation.Missing),
            ],
            // The work group votes and asks its members every year; of staff there is nothing to see here.
            Subject.OwnTeam or Subject.VotingTeam =>
            [
                Team(page, Persona.North, WorldProgram.WorkGroup, Relation.Own),
                Team(page, Persona.South, WorldProgram.WorkGroup, Relation.Other),
                Team(page, Persona.North, "staff", Relation.Missing),
                Team(page, "nowhere", WorldProgram.WorkGroup, Relation.Missing),
            ],
            Subject.Session =>
            [
                Session(page, world.SessionOf(persona)?.Id, Relation.Own),
                Session(page, OfSomebodyElse(world, persona), Relation.Other),
                Session(page, Nobody, Relation.Missing),
            ],
        };

    public override string ToString() => Record is null ? $"{Relation}" : $"{Record}";

    private static List<Target> Records(KnownPage page, MatrixWorld world) =>
        [
            .. world.Records.Select(record => new Target(
                Put(
                    page.Pattern,
                    ("reference", record.Reference),
                    ("section", WorldProgram.Section),
                    ("id:guid", $"{Nobody}")
                ),
                record.Relation,
                record,
                record.Organisation
            )),
            new(
                Put(
                    page.Pattern,
                    ("reference", "NOR-27-NONE0"),
                    ("section", WorldProgram.Section),
                    ("id:guid", $"{Nobody}")
                ),
                Relation.Missing
            ),
        ];

    private static List<Target> Partnerships(KnownPage page, MatrixWorld world) =>
        [
            .. world
                .Records.Where(record => record.Stage == Stage.Approved)
                .Select(record => new Target(
                    Put(page.Pattern, ("code", record.Code!), ("id:guid", $"{Nobody}")),
                    record.Relation,
                    record
                )),
            new(
                Put(page.Pattern, ("code", "ZZZZZZZZ"), ("id:guid", $"{Nobody}")),
                Relation.Missing
            ),
        ];

    private static Target Team(
        KnownPage page,
        string organisation,
        string team,
        Relation relation
    ) =>
        new(
            Put(page.Pattern, ("organisation", organisation), ("team", team)),
            relation,
            null,
            relation == Relation.Missing ? null : organisation
        );

    private static Target Member(
        KnownPage page,
        MatrixWorld world,
        string organisation,
        Persona? member,
        Relation relation
    ) =>
        new(
            Put(
                page.Pattern,
                ("organisation", organisation),
                ("team", "staff"),
                ("person:guid", $"{(member is null ? Nobody : world.People[member].Value):n}")
            ),
            relation,
            null,
            relation is Relation.Missing or Relation.Crossed ? null : organisation
        );

    private static Target Session(KnownPage page, Guid? id, Relation relation) =>
        new(Put(page.Pattern, ("id:guid", $"{id ?? Nobody}")), relation);

    private static Guid? OfSomebodyElse(MatrixWorld world, Persona persona) =>
        world.SessionOf(persona == Persona.Marie ? Persona.Deb : Persona.Marie)?.Id;

    private static string Put(
        string pattern,
        params ReadOnlySpan<(string Gap, string Value)> values
    )
    {
        foreach (var (gap, value) in values)
            pattern = pattern.Replace($"{{{gap}}}", value, StringComparison.Ordinal);
        return pattern.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException(
                $"Say in Target.cs what stands in the gaps of {pattern}."
            )
            : pattern;
    }
}
