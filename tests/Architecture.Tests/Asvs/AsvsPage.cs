using System.Globalization;
using System.Text;

namespace Banyan.Architecture.Tests.Asvs;

/// <summary>docs/asvs.md: the counts, then each requirement with its state and what shows it.</summary>
internal static class AsvsPage
{
    private const string Opening = """
        # OWASP ASVS 5.0, levels 1 and 2

        Printed by a test from the annotations `[Asvs("...")]` of the tests and from [asvs.tsv](asvs.tsv); do not edit.
        `BANYAN_WRITE_DOCS=1 ./test architecture` writes it anew.

        The numbers are those of the [OWASP Application Security Verification Standard 5.0](https://github.com/OWASP/ASVS), by the OWASP
        Foundation and its contributors, CC BY-SA 4.0. The words beside them are ours and much shorter: read there what is asked in full.
        Requirements about what Banyan has no part of are left out: LDAP, XPath, LaTeX, GraphQL, WebSockets, SMS, SAML and signing in
        elsewhere, OAuth, mutual TLS, WebRTC.

        We judged ourselves; nobody from outside has. A state says:

        - **tested**: the tests named there would turn red if it were not so, within what they try;
        - **by design**: it was read in the code or stands in a page; no test would notice a change;
        - **open**: it is not met, or not known to be; where tests are named they show a part of it;
        - **not built**: it asks for care with something that Banyan does not have.


        """;

    private static readonly (Standing Standing, string Word)[] States =
    [
        (Standing.Tested, "tested"),
        (Standing.ByDesign, "by design"),
        (Standing.Open, "open"),
        (Standing.NotBuilt, "not built"),
    ];

    private static readonly Dictionary<int, string> Chapters = new()
    {
        [1] = "What is written out and read in",
        [2] = "Rules of the field",
        [3] = "In the browser",
        [4] = "Requests",
        [5] = "Files",
        [6] = "Signing in",
        [7] = "Sessions",
        [8] = "Who may what",
        [9] = "Tokens that speak for themselves",
        [10] = "Signing in elsewhere",
        [11] = "Cryptography",
        [12] = "On the wire",
        [13] = "Settings and neighbours",
        [14] = "What is worth protecting",
        [15] = "How it is made",
        [16] = "Logs and errors",
    };

    public static string Of(IReadOnlyList<Requirement> all, IReadOnlyList<Shown> shown)
    {
        var page = new StringBuilder(Opening);
        var tests = shown.ToLookup(test => test.Id, StringComparer.Ordinal);
        var chapters = all.GroupBy(one => one.Chapter).OrderBy(chapter => chapter.Key).ToList();
        Row(page, ["Chapter", .. States.Select(state => state.Word), "all"]);
        Row(page, ["---", .. Enumerable.Repeat("--:", States.Length + 1)]);
        foreach (var chapter in chapters)
            Row(page, [$"V{chapter.Key} {Chapters[chapter.Key]}", .. Counts([.. chapter])]);
        foreach (var level in (int[])[1, 2])
            Row(page, [$"Level {level}", .. Counts([.. all.Where(one => one.Level == level)])]);
        Row(page, ["**All**", .. Counts(all).Select(count => $"**{count}**")]);
        foreach (var chapter in chapters)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## V{chapter.Key} {Chapters[chapter.Key]}\n\n"
            );
            Row(page, ["Id", "Level", "What is asked", "State", "Shown by, or why not"]);
            Row(page, ["---", "---", "---", "---", "---"]);
            foreach (var one in chapter)
                Row(
                    page,
                    [
                        one.Id,
                        $"{one.Level}",
                        one.Asks,
                        States.Single(state => state.Standing == one.Standing).Word,
                        string.Join(
                            ". ",
                            ((string[])[one.Said, Links(tests[one.Id])]).Where(part =>
                                part.Length > 0
                            )
                        ),
                    ]
                );
        }
        return page.ToString();
    }

    private static IEnumerable<string> Counts(IReadOnlyList<Requirement> some) =>
        [
            .. States.Select(state => $"{some.Count(one => one.Standing == state.Standing)}"),
            $"{some.Count}",
        ];

    private static string Links(IEnumerable<Shown> tests) =>
        string.Join(
            "; ",
            tests
                .GroupBy(test => (test.File, test.Class))
                .Select(file =>
                    $"[{file.Key.Class}](../{file.Key.File})"
                    + string.Concat(
                        file.Where(test => test.Method is not null)
                            .Select((test, at) => $"{(at == 0 ? ": " : ", ")}*{Words(test)}*")
                    )
                )
        );

    private static string Words(Shown test) => test.Method!.Replace('_', ' ');

    private static void Row(StringBuilder page, IReadOnlyList<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
