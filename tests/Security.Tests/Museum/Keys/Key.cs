namespace Banyan.Security.Tests.Museum.Keys;

/// <summary>What came of a key that somebody tried.</summary>
internal readonly record struct Tried(int Status, bool Opened);

/// <summary>Something that opens something to whoever has it.</summary>
internal sealed record Key(string Name, string Secret, Func<string, Task<Tried>> TryAsync)
{
    private const int Bits = 7;

    /// <summary>What the site makes of what is typed, where more than one spelling is the same key; null for what cannot be one.</summary>
    public Func<string, string?> Read { get; init; } = static typed => typed;

    /// <summary>The keys that differ in one bit, and are others.</summary>
    public IReadOnlyList<string> Neighbours =>
        [
            .. Enumerable
                .Range(0, Secret.Length * Bits)
                .Select(at => Flipped(at / Bits, at % Bits))
                .Where(typed => Read(typed) != Read(Secret)),
        ];

    /// <summary>Tries one in so many of its neighbours, then the key itself.</summary>
    /// <returns>How many were tried, and sentences about those that opened or broke something.</returns>
    public async Task<(int Tried, IReadOnlyList<string> Wrong)> JudgeAsync(int one)
    {
        var wrong = new List<string>();
        var neighbours = Neighbours.Where((_, at) => at % one == 0).ToList();
        foreach (var typed in neighbours)
        {
            var (status, opened) = await TryAsync(typed);
            if (opened)
                wrong.Add($"{Name}: {typed} opens what {Secret} does");
            else if (status >= 500)
                wrong.Add($"{Name}: {typed} is answered {status}");
        }
        // Otherwise the door was shut to everybody, and nothing was shown.
        if (!(await TryAsync(Secret)).Opened)
            wrong.Add($"{Name}: {Secret} itself opens nothing");
        return (neighbours.Count, wrong);
    }

    private string Flipped(int at, int bit) =>
        $"{Secret[..at]}{(char)(Secret[at] ^ (1 << bit))}{Secret[(at + 1)..]}";
}
