using System.Diagnostics;
using System.Text;
using Banyan.Partnering.Programs.Files;
using Banyan.Testing;
using static Banyan.Rules.Tests.Programs.SmallProgram;

namespace Banyan.Rules.Tests.Programs;

public sealed class HostileFileTests
{
    [Theory]
    [InlineData("", "1 : The file is empty.")]
    [InlineData("# nothing\n", "1 : The file is empty.")]
    [InlineData("\uFEFF", "1 : The file is empty.")]
    public void An_empty_file_says_so(string text, string problem) =>
        OneProblem(text).ShouldBe(problem);

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("only words\n")]
    [InlineData("~\n")]
    [InlineData("---\n...\n")]
    public void A_file_that_is_no_map_is_one_problem(string text) =>
        OneProblem(text).ShouldContain(" : ");

    [Fact]
    public void A_byte_order_mark_in_front_is_no_problem() =>
        Problems("\uFEFF" + Text).ShouldBeEmpty();

    [Fact]
    public void Line_ends_of_other_systems_are_no_problem()
    {
        Problems(Text.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBeEmpty();
        Problems(Text.Replace("\n", "\r", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_document_is_refused() =>
        OneProblem(Text + "---\nbanyan: program/1\n")
            .ShouldBe("21 : A second document begins here. A file holds one program.");

    [Asvs("V1.5.2")]
    [Theory]
    [InlineData(
        "summary: &words For groups.",
        "6 summary: Anchors (&) and aliases (*) are not used in program files. Write the value out."
    )]
    [InlineData(
        "summary: *words",
        "6 summary: Anchors (&) and aliases (*) are not used in program files. Write the value out."
    )]
    [InlineData(
        "summary: !!str For groups.",
        "6 summary: Tags (!) are not used in program files. Write the value without one."
    )]
    [InlineData(
        "summary: !system/process { en: For groups. }",
        "6 summary: Tags (!) are not used in program files. Write the value without one."
    )]
    [InlineData("? [summary]\n: For groups.", "6 : A key has to be a plain word.")]
    public void Anchors_aliases_tags_and_strange_keys_are_refused(string line, string problem) =>
        Problems(With("summary: For groups.", line))
            .Where(each => !each.Contains("summary is missing", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldBe(problem);

    [Fact]
    public void A_tab_is_explained() =>
        Problems(With("  sections:", "\tsections:"))
            .ShouldBe([
                "10 : YAML is indented with spaces. There is a tab at the beginning of this line.",
            ]);

    [Fact]
    public void What_is_not_YAML_is_a_problem_with_its_line()
    {
        OneProblem(With("name: Partner", "name: 'Partner"))
            .ShouldStartWith("4 : From here on the file cannot be read as YAML: ");
        OneProblem(With("name: Partner", "name: a: b"))
            .ShouldStartWith("4 : From here on the file cannot be read as YAML: ");
        OneProblem(With("name: Partner", "name: @"))
            .ShouldStartWith("4 : From here on the file cannot be read as YAML: ");
    }

    [Fact]
    public void A_character_that_cannot_be_shown_is_refused_with_its_line()
    {
        OneProblem(With("Partner", "Part\0ner"))
            .ShouldBe("4 : There is a character that cannot be shown (U+0000). Take it out.");
        OneProblem(With("Partner", "Part\ud800ner"))
            .ShouldBe("4 : There is a character that cannot be shown (U+D800). Take it out.");
        OneProblem(With("Partner", "Part\u001bner"))
            .ShouldBe("4 : There is a character that cannot be shown (U+001B). Take it out.");
        Problems(With("Partner", "Partner \U0001F333 দল")).ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_line()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("banyan: program/1\nname: "),
            0xC3,
            0x28,
            .. "\n"u8,
        ];
        var problem = ProgramFile.Read(bytes, "bytes.yaml").Problems.ShouldHaveSingleItem();
        problem.ShouldBe(
            new FileProblem(
                2,
                "",
                "There is a character that could not be read. Save the file as UTF-8."
            )
        );
    }

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_refused()
    {
        var filler = "# " + new string('x', 1000) + "\n";
        var large = Text + string.Concat(Enumerable.Repeat(filler, 1046));
        Encoding.UTF8.GetByteCount(large).ShouldBeGreaterThan(ProgramFile.LargestFile);
        OneProblem(large).ShouldBe("1 : The file is larger than 1024 KB.");
        Problems(Text + string.Concat(Enumerable.Repeat(filler, 1000))).ShouldBeEmpty();
        ProgramFile
            .Read(new byte[3 * ProgramFile.LargestFile], "zeros")
            .Problems.ShouldHaveSingleItem()
            .Text.ShouldBe("The file is larger than 1024 KB.");
    }

    public static TheoryData<string, string> Bombs =>
        new()
        {
            { "lists in lists", new string('[', 900_000) },
            { "maps in maps", string.Concat(Enumerable.Repeat("{a: ", 200_000)) },
            { "lists line by line", string.Concat(Enumerable.Repeat("- ", 400_000)) },
            {
                "indentation",
                string.Concat(
                    Enumerable.Range(0, 1300).Select(depth => new string(' ', depth) + "a:\n")
                )
            },
            { "keys in keys", string.Concat(Enumerable.Repeat("? ", 400_000)) },
            { "many values", "a: [" + string.Concat(Enumerable.Repeat("b,", 400_000)) + "]" },
            {
                "many keys",
                string.Concat(Enumerable.Range(0, 90_000).Select(number => $"key{number}: 1\n"))
            },
            { "the same key", string.Concat(Enumerable.Repeat("key: 1\n", 90_000)) },
            { "a long key", "? " + new string('k', 900_000) + "\n: { a: [1, 2, 3] }" },
            { "a long word", "name: " + new string('n', 1_000_000) },
            { "an open quote", "name: \"" + new string('\n', 900_000) },
            { "empty lines", new string('\n', 1_000_000) },
            { "blanks", new string(' ', 1_000_000) },
            { "comments", string.Concat(Enumerable.Repeat("#\n", 500_000)) },
            { "documents", string.Concat(Enumerable.Repeat("---\n", 250_000)) },
            { "directives", string.Concat(Enumerable.Repeat("%TAG ! a\n", 100_000)) },
            { "question marks", new string('?', 900_000) },
            { "flow questions", "[" + string.Concat(Enumerable.Repeat("? ,", 300_000)) },
            {
                "braces in a letter",
                Text
                    + "letters: { approved: { subject: a, body: '"
                    + new string('{', 900_000)
                    + "' } }"
            },
            {
                "at signs",
                Text + "contacts: [{ role: a, email: '" + new string('@', 900_000) + "' }]"
            },
            {
                "laughs",
                "a: &a [x, x]\n"
                    + string.Concat(
                        Enumerable.Range(0, 30).Select(turn => $"b{turn}: &b{turn} [*a, *a, *a]\n")
                    )
            },
            { "tab lines", "a:\n" + string.Concat(Enumerable.Repeat("\tb\n", 300_000)) },
            { "a block text", "a: |\n" + string.Concat(Enumerable.Repeat("  b\n", 250_000)) },
            { "a folded text", "a: >\n" + string.Concat(Enumerable.Repeat("  b\n\n", 200_000)) },
        };

    [Asvs("V1.5.2")]
    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void A_bomb_is_a_problem_within_a_second(string name, string text)
    {
        Problems("a: b");
        var watch = Stopwatch.StartNew();
        var problems = Problems(text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), name);
        problems.Count.ShouldBeInRange(1, 200, name);
        problems.Sum(problem => problem.Length).ShouldBeLessThan(200_000, name);
    }
}
