using Banyan.Security.Tests.Matrix;
using Banyan.Testing;

namespace Banyan.Security.Tests.Leaks;

/// <summary>One case with a vote in the work group and another in the board, and everybody who might look at it: on every page, list, file and mail each of them finds exactly what is theirs.</summary>
public sealed class LeakTests
{
    [Asvs("V8.2.3")]
    [Theory, EachDatabase]
    public async Task Everybody_is_shown_exactly_what_is_theirs_of_a_vote(DatabaseKind database)
    {
        await using var world = await LeakWorld.BuildAsync(database);
        var story = new LeakStory(world);
        var shown = new HashSet<Secret>();
        var wrong = new List<string>();
        foreach (var phase in Enum.GetValues<Phase>())
        {
            await story.BringToAsync(phase);
            await world.SessionsAsync();
            foreach (var reader in Reader.All)
            {
                var seen = await world.WalkAsync(reader);
                shown.UnionWith(seen.Keys);
                wrong.AddRange(
                    Differences(
                        $"{phase}",
                        reader,
                        seen,
                        secret => LeakRules.MaySee(reader, secret, phase)
                    )
                );
            }
        }
        foreach (var reader in Reader.All)
            wrong.AddRange(
                Differences(
                    "mail",
                    reader,
                    world.MailedTo(reader),
                    secret => LeakRules.MayBeMailed(reader, secret)
                )
            );
        wrong.ShouldBeEmpty();
        shown.ShouldBe(Enum.GetValues<Secret>(), ignoreOrder: true);
        // What turned up nowhere but in somebody's own page does not stand in the log either.
        world
            .Host.Log.All.Where(line => world.SecretsIn(line.Text).Any())
            .Select(line => line.Text)
            .ShouldBeEmpty();
        world.Host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
        story.MailsAside.ShouldBe(story.MailsAsideBefore, "to those who stepped aside");
    }

    [Fact]
    public async Task A_reader_too_many_is_found()
    {
        await using var world = await LeakWorld.BuildAsync(DatabaseKind.Sqlite);
        var story = new LeakStory(world);
        await story.BringToAsync(Phase.Voting);
        await world.SeatAsync(
            Reader.Kwame with
            {
                Organisation = Reader.North,
                Team = Reader.Staff,
            }
        );
        await world.SessionsAsync();
        var seen = await world.WalkAsync(Reader.Kwame);
        Differences(
                "Voting",
                Reader.Kwame,
                seen,
                secret => LeakRules.MaySee(Reader.Kwame, secret, Phase.Voting)
            )
            .ShouldContain(line => line.StartsWith("Voting: kwame is shown NoteForStaff at "));
    }

    private static IEnumerable<string> Differences(
        string where,
        Reader reader,
        Dictionary<Secret, string> seen,
        Func<Secret, bool> may
    )
    {
        foreach (var secret in Enum.GetValues<Secret>())
            if (seen.TryGetValue(secret, out var place) && !may(secret))
                yield return $"{where}: {reader} is shown {secret} at {place}";
            else if (!seen.ContainsKey(secret) && may(secret))
                yield return $"{where}: {reader} is not shown {secret}";
    }
}
