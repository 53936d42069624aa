using Banyan.Faults.Tests.Load;

namespace Banyan.Faults.Tests.Judging;

/// <summary>The history held against what is there.</summary>
/// <param name="Lost">Acknowledged, and not there.</param>
/// <param name="Uninvited">Refused, and there all the same; or there without anybody having asked.</param>
/// <param name="Halves">Only some of its effects are there.</param>
/// <param name="Doubled">There more than once.</param>
internal sealed record Verdict(
    int Acknowledged,
    int Refused,
    int Unknown,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Uninvited,
    IReadOnlyList<string> Halves,
    IReadOnlyList<string> Doubled
)
{
    public static Verdict Of(
        IReadOnlyDictionary<Write, Ending> history,
        Kept kept,
        IReadOnlyList<Balance> before
    )
    {
        var writes = history
            .Select(pair =>
                (
                    pair.Key.Mark,
                    Ending: pair.Value,
                    There: kept.Writes.GetValueOrDefault(pair.Key.Mark, Kept.Nothing)
                )
            )
            .ToList();
        var asked = writes.Select(write => write.Mark).ToHashSet(StringComparer.Ordinal);
        return new Verdict(
            writes.Count(write => write.Ending == Ending.Acknowledged),
            writes.Count(write => write.Ending == Ending.Refused),
            writes.Count(write => write.Ending == Ending.Unknown),
            Marks(w => w.Ending == Ending.Acknowledged && !w.There.IsThere),
            [
                .. Marks(w => w.Ending == Ending.Refused && w.There.IsThere),
                .. kept.Writes.Keys.Where(mark => !asked.Contains(mark)),
            ],
            [.. Marks(w => !w.There.IsWhole), .. Unbalanced(kept.Balances, before)],
            Marks(w => w.There.State > 1 || w.There.Parts.Any(part => part > 1))
        );

        List<string> Marks(Func<(string Mark, Ending Ending, Effects There), bool> which) =>
            [.. writes.Where(which).Select(write => write.Mark)];
    }

    public void ShouldBeClean()
    {
        Lost.ShouldBeEmpty("acknowledged, and not there");
        Uninvited.ShouldBeEmpty("refused, and there");
        Halves.ShouldBeEmpty("only in part there");
        Doubled.ShouldBeEmpty("there twice");
    }

    // One entry, one event, one mail.
    private static IEnumerable<string> Unbalanced(
        IReadOnlyList<Balance> now,
        IReadOnlyList<Balance> before
    ) =>
        now.Join(
                before,
                balance => balance.About,
                balance => balance.About,
                (late, early) =>
                    (
                        late.About,
                        Entries: late.Entries - early.Entries,
                        Events: late.Events - early.Events,
                        Mails: late.Mails - early.Mails
                    )
            )
            .Where(row => row.Entries != row.Events || row.Entries != row.Mails)
            .Select(row => $"{row}");
}
