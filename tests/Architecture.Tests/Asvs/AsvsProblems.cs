using System.Text.RegularExpressions;

namespace Banyan.Architecture.Tests.Asvs;

/// <summary>What is wrong between the list and the tests, as sentences.</summary>
internal static partial class AsvsProblems
{
    public static IEnumerable<string> Of(
        IReadOnlyList<Requirement> all,
        IReadOnlyList<Shown> shown,
        Func<string, bool> isThere
    )
    {
        var ids = all.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count != all.Count)
            yield return "an id stands twice in the list";
        foreach (var test in shown.Where(test => !ids.Contains(test.Id)))
            yield return $"{test.File} names {test.Id}, which is not in the list";
        foreach (var one in all)
        {
            var tests = shown.Count(test => test.Id == one.Id);
            if (one.Standing == Standing.Tested && tests == 0)
                yield return $"{one.Id} is said to be tested, and no test says so";
            if (one.Standing is Standing.ByDesign or Standing.NotBuilt && tests > 0)
                yield return $"{one.Id} has a test, and the list says otherwise";
            if (one.Standing != Standing.Tested && one.Said.Length == 0)
                yield return $"{one.Id} has neither a test nor a reason";
            var links = Link().Matches(one.Said).Select(link => link.Groups["to"].Value).ToList();
            if (one.Standing == Standing.ByDesign && links.Count == 0)
                yield return $"{one.Id} is met by design, and nothing is named that one can read";
            foreach (var link in links.Where(link => !isThere(link.Split('#')[0])))
                yield return $"{one.Id} leads to {link}, which is not there";
        }
    }

    /// <summary>The ids that one of both has alone.</summary>
    public static IEnumerable<string> Difference(
        IReadOnlyList<Requirement> all,
        IReadOnlyCollection<(string Id, int Level)> applicable
    )
    {
        var ours = all.Select(one => (one.Id, one.Level)).ToList();
        return applicable
            .Except(ours)
            .Select(one => $"{one.Id}, level {one.Level}, is missing in the list")
            .Concat(
                ours.Except(applicable).Select(one => $"{one.Id}, level {one.Level}, is not asked")
            );
    }

    [GeneratedRegex(
        "\\]\\((?<to>[^)]+)\\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();
}
