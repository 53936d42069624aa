using Banyan.Testing;

namespace Banyan.Security.Tests.Matrix;

/// <summary>Every endpoint by every method, by everybody, about everything: each answer is the one that the rules say.</summary>
public sealed class MatrixTests
{
    [Asvs("V8.2.1", "V8.2.2", "V8.3.1", "V8.4.1", "V15.3.1", "V16.2.5")]
    [Theory]
    [EachDatabase]
    public async Task Everybody_gets_exactly_the_answers_and_the_words_that_are_theirs(
        DatabaseKind database
    )
    {
        await using var world = await MatrixWorld.BuildAsync(database);
        AddressBook.Differences(Door.Patterns(world.Host)).ShouldBeEmpty();
        var doors = Door.All(world.Host);
        var wrong = new List<string>();
        var seen = new Dictionary<Persona, HashSet<string>>();
        var (asked, denied) = (0, 0);
        foreach (var persona in PersonasOn(database))
        {
            using var walk = new Walk(world, persona);
            var cells = walk.Cells(doors);
            asked += cells.Count;
            denied += cells.Count(cell => cell.Expected != Answer.Allow);
            await DeniedAndReadAsync(world, walk, cells);
            await AllowedDeedsAsync(world, walk, cells);
            wrong.AddRange(walk.Wrong);
            walk.NotFounds.GroupBy(known => known.Method)
                .Where(known => known.Count() > 1)
                .ShouldBeEmpty();
            seen[persona] = walk.Seen;
        }
        Figures.Add(
            "S1",
            $"{database}: {doors.Count} doors x {seen.Count} personas x what the address names = {asked:n0} cells, {denied:n0} of them denials; {wrong.Count} with another answer"
        );
        wrong.ShouldBeEmpty();
        CanaryRules.Differences(world, seen).ShouldBeEmpty();
        (await LogSecrets.InAsync(world, world.Host.Log.All)).ShouldBeEmpty();
        Figures.Add(
            "S10",
            $"{database}: {world.Host.Log.All.Count:n0} lines of the log behind the matrix: 0 with a key, a code, words or an address of anybody"
        );
        world
            .Host.Log.Bad.Where(line => line.Problem is not null)
            .Select(line => line.Text)
            .ShouldBeEmpty();
    }

    // On PostgreSQL one of each kind: the rules are the same, only the queries are others.
    private static IReadOnlyList<Persona> PersonasOn(DatabaseKind database) =>
        database switch
        {
            DatabaseKind.Sqlite => Persona.All,
            DatabaseKind.Postgres =>
            [
                Persona.Guest,
                Persona.Nusrat,
                Persona.Asha,
                Persona.Marie,
                Persona.Tomas,
                Persona.Mika,
                Persona.Sven,
                Persona.Kwame,
            ],
        };

    // All that is only read, twice, and all that is denied: none of it changes a row, and each denial leaves one line.
    private static async Task DeniedAndReadAsync(
        MatrixWorld world,
        Walk walk,
        IReadOnlyList<Cell> cells
    )
    {
        var quiet = cells
            .Where(cell => cell.Door.Method == "GET" || cell.Expected != Answer.Allow)
            .ToList();
        var reading = cells
            .Where(cell => cell.Door.Method == "GET" && cell.Expected == Answer.Allow)
            .ToList();
        var before = await DatabaseState.OfAsync(world.Host);
        var lines = Lines(world);
        await walk.GoAsync(quiet);
        if (walk.Wrong.Count == 0)
            (Lines(world) - lines).ShouldBe(
                quiet.Count(cell => cell.LeavesALine),
                "lines of the log about denials"
            );
        await walk.GoAsync(reading);
        if (await DatabaseState.OfAsync(world.Host) != before)
            (await ChangingAsync(world, walk, quiet)).ShouldBeNull();
    }

    // In rehearsal, so that the world stays as it was for the next one.
    private static async Task AllowedDeedsAsync(
        MatrixWorld world,
        Walk walk,
        IReadOnlyList<Cell> cells
    )
    {
        world.Rehearsal.On = true;
        await walk.GoAsync(
            cells.Where(cell => cell.Door.Method == "POST" && cell.Expected == Answer.Allow)
        );
        world.Rehearsal.On = false;
    }

    /// <summary>Something changed though nothing should: once more, looking after each step.</summary>
    private static async Task<string> ChangingAsync(
        MatrixWorld world,
        Walk walk,
        IReadOnlyList<Cell> cells
    )
    {
        foreach (var cell in cells)
        {
            var before = await DatabaseState.OfAsync(world.Host);
            await walk.AskAsync(cell);
            if (await DatabaseState.OfAsync(world.Host) != before)
                return $"{cell} changed the database";
        }
        return "One of them changed the database, and not again the second time";
    }

    private static int Lines(MatrixWorld world) =>
        world.Host.Log.All.Count(line => line.Category == "Banyan.Kernel.Access.Gate");
}
