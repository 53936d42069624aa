using System.Text.Json;

namespace Banyan.Architecture.Tests.Asvs;

/// <summary>docs/asvs.md says what the tests show of OWASP ASVS 5.0, and what nobody shows.</summary>
public sealed class AsvsTests
{
    private static readonly string Docs = Path.Combine(House.Root, "docs");

    private static IReadOnlyList<Requirement> All =>
        Requirement.Read(File.ReadLines(Path.Combine(House.Root, Requirement.File)));

    private static IReadOnlyList<Shown> Tests =>
        [
            .. Shown.Files.SelectMany(file =>
                Shown.In(file, File.ReadAllText(Path.Combine(House.Root, file)))
            ),
        ];

    [Fact]
    public void Each_requirement_has_a_test_or_a_reason_and_each_annotation_a_requirement() =>
        AsvsProblems.Of(All, Tests, IsThere).ShouldBeEmpty();

    [Fact]
    public void The_page_is_what_tests_and_list_say()
    {
        var file = Path.Combine(Docs, "asvs.md");
        var printed = AsvsPage.Of(All, Tests);
        if (Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1")
            File.WriteAllText(file, printed);
        File.ReadAllText(file)
            .ShouldBe(printed, "BANYAN_WRITE_DOCS=1 ./test architecture writes it anew");
    }

    /// <summary>The standard's own list is not kept here; where a copy lies beside the repository, ours is held against it.</summary>
    [Fact]
    public void The_list_has_exactly_what_applies()
    {
        var copy = Path.Combine(House.Root, "../shared/data/asvs/asvs_l1_l2.json");
        Assert.SkipUnless(
            File.Exists(copy),
            "../shared/data/asvs/asvs_l1_l2.json, with what applies of the standard, is not beside the repository."
        );
        using var asked = JsonDocument.Parse(File.ReadAllText(copy));
        List<(string, int)> applicable =
        [
            .. asked
                .RootElement.EnumerateArray()
                .Where(one => one.GetProperty("applicability").GetString() == "A")
                .Select(one =>
                    (one.GetProperty("id").GetString()!, one.GetProperty("level").GetInt32())
                ),
        ];
        applicable.Count.ShouldBe(198);
        AsvsProblems.Difference(All, applicable).ShouldBeEmpty();
    }

    [Fact]
    public void It_bites_on_an_id_that_nobody_asks_and_on_one_without_test_and_reason()
    {
        Requirement[] all =
        [
            new("V1.1.1", 1, "Lanterns are lit.", Standing.Tested, ""),
            new("V1.1.2", 2, "Wicks are cut.", Standing.Open, "Nobody cuts them."),
        ];
        Shown lit = new("V1.1.1", "a.cs", "A", "Lit");
        Problems(all, lit).ShouldBeEmpty();
        Problems(all).ShouldBe(["V1.1.1 is said to be tested, and no test says so"]);
        Problems(all, lit, lit with { Id = "V1.1.9" })
            .ShouldBe(["a.cs names V1.1.9, which is not in the list"]);
        Problems([all[0], all[1] with { Said = "" }], lit)
            .ShouldBe(["V1.1.2 has neither a test nor a reason"]);
        Problems([all[0], all[1] with { Standing = Standing.ByDesign }], lit)
            .ShouldBe(["V1.1.2 is met by design, and nothing is named that one can read"]);
        Problems([all[0] with { Standing = Standing.NotBuilt, Said = "No lanterns." }], lit)
            .ShouldBe(["V1.1.1 has a test, and the list says otherwise"]);
        Problems([all[0], all[1] with { Said = "[Wicks](wicks.md)" }], lit)
            .ShouldBe(["V1.1.2 leads to wicks.md, which is not there"]);
        Problems([all[0], all[0]], lit).ShouldBe(["an id stands twice in the list"]);
        AsvsProblems
            .Difference(all, [("V1.1.1", 1), ("V1.1.3", 1)])
            .ShouldBe(["V1.1.3, level 1, is missing in the list", "V1.1.2, level 2, is not asked"]);
    }

    [Fact]
    public void It_reads_annotations_of_tests_and_of_classes_and_overlooks_none()
    {
        const string source = """
            [Asvs("V1.1.1", "V1.1.2")]
            public sealed class LanternTests
            {
                [Asvs(
                    "V1.1.3"
                )]
                [Theory]
                [InlineData("void of light")]
                public async Task Each_is_lit(string word)
            """;
        Shown
            .In("a/LanternTests.cs", source)
            .ShouldBe([
                new("V1.1.1", "a/LanternTests.cs", "LanternTests", null),
                new("V1.1.2", "a/LanternTests.cs", "LanternTests", null),
                new("V1.1.3", "a/LanternTests.cs", "LanternTests", "Each_is_lit"),
            ]);
        Should
            .Throw<FormatException>(() => Shown.In("a.cs", "[Fact, Asvs(\"V1.1.1\")]").ToList())
            .Message.ShouldBe("a.cs has an annotation that cannot be read.");
        Should
            .Throw<FormatException>(() =>
                Shown.In("a.cs", "[Asvs(\"V1.1.1\")]\nprivate void Light()").ToList()
            )
            .Message.ShouldBe("a.cs has an annotation that stands before no test.");
    }

    private static IEnumerable<string> Problems(
        IReadOnlyList<Requirement> all,
        params Shown[] shown
    ) => AsvsProblems.Of(all, shown, _ => false);

    private static bool IsThere(string link) =>
        link.StartsWith("https://", StringComparison.Ordinal)
        || Path.Exists(Path.Combine(Docs, link));
}
