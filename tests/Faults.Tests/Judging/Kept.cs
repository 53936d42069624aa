using System.Globalization;
using Banyan.Faults.Tests.Grounds;

namespace Banyan.Faults.Tests.Judging;

/// <summary>How often each effect of one write is there.</summary>
/// <param name="State">The entry, or the application.</param>
/// <param name="Parts">What was written beside it under the same mark: the answer of the form's key, the applicant, the event of a new application.</param>
internal sealed record Effects(int State, IReadOnlyList<int> Parts)
{
    public bool IsThere => State > 0 || Parts.Any(part => part > 0);
    public bool IsWhole => Parts.All(part => part == State);
}

/// <summary>Effects that carry no mark of their own, counted by record.</summary>
internal sealed record Balance(string About, long Entries, long Events, long Mails);

/// <summary>What a database holds of the marked writes, read past the program.</summary>
internal sealed record Kept(
    IReadOnlyDictionary<string, Effects> Writes,
    IReadOnlyList<Balance> Balances
)
{
    public static readonly Effects Nothing = new(0, [0]);

    public static async Task<Kept> ReadAsync(Ground ground, string crowd)
    {
        var marked = $"{crowd}X%";
        var entries = Counted(
            await ground.RowsAsync(
                $"SELECT words, COUNT(*) FROM thread_entries WHERE words LIKE '{marked}' GROUP BY words"
            )
        );
        var keys = Counted(
            await ground.RowsAsync(
                $"SELECT key, COUNT(*) FROM once WHERE key LIKE '{marked}' GROUP BY key"
            )
        );
        var begun = await ground.RowsAsync(
            $"""
            SELECT p.email, COUNT(*), SUM((SELECT COUNT(*) FROM events e WHERE e.about = a.id AND e.action = 'application.started')),
              SUM((SELECT COUNT(*) FROM answers w WHERE w.application = a.id)), SUM((SELECT COUNT(*) FROM sessions s WHERE s.holds = a.id))
            FROM applications a JOIN applicants p ON p.application = a.id WHERE p.email LIKE '{marked}' GROUP BY p.email
            """
        );
        var writes = new Dictionary<string, Effects>(StringComparer.Ordinal);
        foreach (var row in begun)
        {
            var mark = $"{row[0]}".Split('@')[0];
            // A browser whose first answer was lost gets a session anew.
            writes[mark] = new Effects(
                Number(row[1]),
                [Number(row[2]), Number(row[3]), Math.Min(1, Number(row[4])), Of(keys, mark)]
            );
        }
        foreach (var mark in entries.Keys.Union(keys.Keys).Except(writes.Keys))
            writes[mark] = new Effects(Of(entries, mark), [Of(keys, mark)]);
        return new Kept(writes, await BalancesAsync(ground));
    }

    private static async Task<IReadOnlyList<Balance>> BalancesAsync(Ground ground) =>
        [
            .. (
                await ground.RowsAsync(
                    """
                    SELECT a.reference, (SELECT COUNT(*) FROM thread_entries t WHERE t.application = a.id AND t.kind = 'Note'),
                      (SELECT COUNT(*) FROM events e WHERE e.about = a.id AND e.action = 'note.written'),
                      (SELECT COUNT(*) FROM posted_mails m WHERE m.thread = a.id)
                    FROM applications a WHERE a.submitted_at IS NOT NULL
                    """
                )
            ).Select(row => new Balance(
                $"{row[0]}",
                Number(row[1]),
                Number(row[2]),
                Number(row[3])
            )),
        ];

    private static Dictionary<string, int> Counted(List<object?[]> rows) =>
        rows.ToDictionary(
            // Words were filled up to make them too long; the mark ends where the dots begin.
            row => $"{row[0]}".Split('.')[0],
            row => Number(row[1]),
            StringComparer.Ordinal
        );

    private static int Of(Dictionary<string, int> counts, string mark) =>
        counts.GetValueOrDefault(mark);

    private static int Number(object? value) =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
