using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Domain;

namespace Banyan.Testing.Simulation;

/// <summary>What somebody does to a case, an hour after it was sent to the work group.</summary>
internal abstract record Deed(int Hour)
{
    internal sealed record Declares(int Hour, Body Body, int Seat, Conflict Conflict) : Deed(Hour);

    internal sealed record Votes(int Hour, Body Body, int Seat, Vote Vote) : Deed(Hour);

    internal sealed record StaffAsks(int Hour) : Deed(Hour);

    internal sealed record Answers(int Hour, bool Amends) : Deed(Hour);

    internal sealed record StaffCloses(int Hour) : Deed(Hour);

    internal sealed record ChairHolds(int Hour) : Deed(Hour);

    internal sealed record ChairLetsGoOn(int Hour) : Deed(Hour);

    internal sealed record ChairEnds(int Hour) : Deed(Hour);

    internal sealed record ChairEscalates(int Hour) : Deed(Hour);

    internal sealed record Withdraws(int Hour) : Deed(Hour);
}

internal enum Body
{
    Group,
    Board,
}

/// <summary>One made-up case: when it goes to the work group, and everything that people then try, in order. What is refused at that moment changes nothing.</summary>
/// <param name="SentAt">In hours since the year began.</param>
internal sealed record Script(int Number, int SentAt, IReadOnlyList<Deed> Deeds)
{
    public const int GroupSeats = 7;
    public const int BoardSeats = 5;

    /// <summary>No deed is later; by then every case has come to an end.</summary>
    public const int Longest = 110 * 24;

    public static Script Make(int number, int seed)
    {
        var random = new Random((seed * 1_000_003) + number);
        var mood = random.Next(10);
        var deeds = new List<Deed>();
        for (var seat = 0; seat < GroupSeats; seat++)
            deeds.AddRange(Member(random, Body.Group, seat, from: 1, against: mood is 0 ? 3 : 1));
        // The board is asked on different days, so its members look in more than once.
        for (var seat = 0; seat < BoardSeats; seat++)
            foreach (var day in new[] { 1, 12, 26, 40, 55 })
                deeds.AddRange(Member(random, Body.Board, seat, day * 24, against: 8));
        if (mood is 1 or 2)
            deeds.AddRange(Question(random));
        if (mood == 3)
        {
            var from = random.Next(10, 200);
            deeds.Add(new Deed.ChairHolds(from));
            deeds.Add(new Deed.ChairLetsGoOn(from + random.Next(5, 300)));
        }
        if (mood == 4)
            deeds.Add(new Deed.ChairEscalates(random.Next(10, 400)));
        if (random.Next(4) == 0)
            deeds.Add(new Deed.ChairEnds(random.Next(20, 500)));
        if (random.Next(15) == 0)
            deeds.Add(new Deed.Withdraws(random.Next(1, 700)));
        return new Script(
            number,
            random.Next(0, 365 * 24),
            [.. deeds.Where(deed => deed.Hour < Longest).OrderBy(deed => deed.Hour)]
        );
    }

    /// <param name="against">Of 20, how many of the first votes are against.</param>
    private static IEnumerable<Deed> Member(
        Random random,
        Body body,
        int seat,
        int from,
        int against
    )
    {
        // One in five never comes; some come too late.
        if (random.Next(5) == 0)
            yield break;
        var hour = from + random.Next(0, 16 * 24);
        var conflict = random.Next(12) switch
        {
            0 => Conflict.Hard,
            1 => Conflict.Soft,
            _ => Conflict.None,
        };
        yield return new Deed.Declares(hour, body, seat, conflict);
        hour += random.Next(0, 30);
        yield return new Deed.Votes(hour, body, seat, First(random, against));
        // A second look: an objection is withdrawn, a mind changed, a vote confirmed after an answer.
        foreach (var wait in new[] { 60, 240, 600 })
        {
            if (random.Next(3) > 0)
                yield return new Deed.Votes(
                    hour + random.Next(1, wait),
                    body,
                    seat,
                    First(random, against: 1)
                );
        }
        if (random.Next(25) == 0)
            yield return new Deed.Declares(hour + random.Next(1, 200), body, seat, Conflict.Hard);
    }

    private static Vote First(Random random, int against)
    {
        var drawn = random.Next(20);
        return drawn < against ? Vote.Against
            : drawn < against + 3 ? Vote.Abstain
            : Vote.For;
    }

    private static IEnumerable<Deed> Question(Random random)
    {
        var asked = random.Next(5, 300);
        yield return new Deed.StaffAsks(asked);
        if (random.Next(4) > 0)
            yield return new Deed.Answers(asked + random.Next(10, 900), random.Next(2) == 0);
        yield return new Deed.StaffCloses(asked + (42 * 24));
    }
}
