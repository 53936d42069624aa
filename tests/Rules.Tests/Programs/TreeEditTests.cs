using System.Globalization;
using Banyan.Partnering.Programs.Editing;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Rules.Tests.Programs;

/// <summary>A form changes its own place and nothing else, and what it leaves is a file that reads as it was written.</summary>
public sealed class TreeEditTests
{
    private static readonly string s_psf = ProgramFolder.Text("psf-community-partner.yaml");
    private static readonly string s_full = ProgramFile.Write(FullProgram.Definition);

    [Fact]
    public void Every_form_that_is_sent_as_it_was_shown_changes_nothing()
    {
        string[] texts =
        [
            s_full,
            SmallProgram.Text,
            .. ProgramFolder.Files().Select(file => ProgramFolder.Text(file!)),
        ];
        foreach (var text in texts)
        {
            var root = TreeEdit.Read(text)!;
            var before = ProgramFile.Write(ProgramFile.Read(text, "").Definition!);
            foreach (var spot in Forms(TreeSpot.Whole(root)))
            {
                var changed = TreeEdit.Print(
                    TreeEdit.Put(spot, new TreeForm(AsShown(spot)).Read(spot))
                );
                var read = ProgramFile.Read(changed, spot.Address);
                read.Lines.ShouldBeEmpty();
                ProgramFile.Write(read.Definition!).ShouldBe(before, spot.Address);
            }
        }
    }

    [Fact]
    public void Every_place_of_the_file_has_a_form()
    {
        var forms = Forms(TreeSpot.Whole(TreeEdit.Read(s_full)!)).Select(spot => spot.Address);
        forms.ShouldContain("form/sections/1/questions/5");
        forms.ShouldContain("stages/2/rule/lazyConsensus");
        forms.ShouldContain("whoQualifies/2");
        forms.ShouldContain("");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_typed_into_forms_the_text_reads_as_a_tree_and_prints_the_same(int seed)
    {
        var random = new Random(seed);
        var text = seed % 2 == 0 ? s_full : s_psf;
        for (var turn = 0; turn < 150; turn++)
        {
            var root = TreeEdit.Read(text).ShouldNotBeNull($"seed {seed}, turn {turn}");
            var spots = Forms(TreeSpot.Whole(root)).ToList();
            var spot = spots[random.Next(spots.Count)];
            var sent = AsShown(spot).ToDictionary();
            foreach (var name in sent.Keys.ToList())
                if (random.Next(4) == 0)
                    sent[name] = [s_typed[random.Next(s_typed.Length)]];
            var value = random.Next(8) == 0 && spot.IsItem ? null : new TreeForm(sent).Read(spot);
            text = TreeEdit.Print(TreeEdit.Put(spot, value));
            TreeEdit.Print(TreeEdit.Read(text).ShouldNotBeNull(text)).ShouldBe(text);
            var read = ProgramFile.Read(text, "random.yaml");
            if (read.Definition is { } definition)
                ProgramFile
                    .Write(ProgramFile.Read(ProgramFile.Write(definition), "").Definition!)
                    .ShouldBe(ProgramFile.Write(definition));
        }
    }

    [Fact]
    public void A_new_item_goes_to_the_end_and_an_item_is_followed_to_where_it_moved()
    {
        var root = TreeEdit.Read(s_psf)!;
        var fresh = TreeSpot.Find(root, "clauses/new")!;
        var form = new TreeForm(
            Sent(("key", "fair"), ("summary.en", "Be fair."), ("text.en", "We are fair."))
        );
        var added = TreeEdit.Put(fresh, form.Read(fresh));
        FileNodes
            .TitleOf(CaseShapes.Clause, TreeSpot.Find(added, "clauses/9")!.Node)
            .ShouldBe("Be fair.");
        var second = TreeSpot.Find(added, "clauses/2")!;
        var moved = TreeEdit.Move(second, up: true)!;
        var (followed, standing) = TreeTrace.Of(second).Find(moved, "clauses/2")!.Value;
        standing.ShouldBe(Standing.AsItWas);
        followed.Address.ShouldBe("clauses/1");
        var gone = TreeEdit.Put(TreeSpot.Find(moved, "clauses/1")!, null);
        TreeTrace.Of(second).Find(gone, "clauses/2")!.Value.Standing.ShouldBe(Standing.ItemGone);
        TreeEdit.Move(TreeSpot.Find(moved, "clauses/1")!, up: true).ShouldBeNull();
    }

    [Theory]
    [InlineData("clauses/0")]
    [InlineData("clauses/99")]
    [InlineData("clauses/-1")]
    [InlineData("clauses/1/nothing")]
    [InlineData("nothing")]
    [InlineData("clauses/1/summary/en")]
    [InlineData("window/new")]
    public void An_address_that_names_nothing_finds_nothing(string address) =>
        TreeSpot.Find(TreeEdit.Read(s_psf)!, address).ShouldBeNull();

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: &x 1\nb: *x")]
    [InlineData("- 1")]
    [InlineData("")]
    public void A_text_that_is_no_tree_is_left_to_the_view_of_the_file(string text) =>
        TreeEdit.Read(text).ShouldBeNull();

    [Fact]
    public void What_the_program_is_known_by_stays()
    {
        var spot = TreeSpot.Whole(TreeEdit.Read(s_psf)!);
        var changed = (FileMap)
            new TreeForm(Sent(("slug", "another"), ("name.en", "New"))).Read(spot)!;
        changed.Text("slug").ShouldBe("psf-community-partner");
        changed.Text("name").ShouldBe("New");
        DraftReading
            .Of(
                s_psf.Replace("slug: psf-", "slug: pst-", StringComparison.Ordinal),
                "psf",
                "psf-community-partner"
            )
            .Problems.ShouldHaveSingleItem()
            .Line.ShouldBe(5);
    }

    private static readonly string[] s_typed =
    [
        "",
        "7",
        "-3",
        "yes",
        "no",
        "null",
        "a: b",
        "# not a comment",
        "- dash",
        "two\nlines",
        "  blanks around  ",
        "\"quoted\" and \\ slashed",
        "{title} and {",
        "এক দুই",
        "tab\there",
        "ends with a colon:",
        new string('x', 400),
    ];

    private static IEnumerable<TreeSpot> Forms(TreeSpot spot)
    {
        if (spot.IsForm())
            yield return spot;
        if (spot.Shape is IObjectShape map)
            foreach (
                var field in map.Fields.Where(field =>
                    !field.Shape.IsSimple() && !TreeForm.Fixed.Contains(field.Key)
                )
            )
            {
                if (map.OneOnly && (spot.Node as FileMap)?.Find(field.Key) is null)
                    continue;
                if (
                    field.Shape is IObjectShape { OneOnly: true }
                    && (spot.Node as FileMap)?.Find(field.Key) is null
                )
                    continue;
                foreach (var inner in Forms(spot.Into(field.Key)!))
                    yield return inner;
            }
        else if (spot.Shape is IListShape && !spot.Shape.IsLines())
            for (var number = 1; number <= ((spot.Node as FileList)?.Items.Count ?? 0); number++)
                foreach (
                    var inner in Forms(spot.Into(number.ToString(CultureInfo.InvariantCulture))!)
                )
                    yield return inner;
    }

    private static Dictionary<string, IReadOnlyList<string>> AsShown(TreeSpot spot) =>
        EditForm
            .Of(spot)
            .Where(field => field.Kind != EditKind.Group)
            .ToDictionary(
                field => field.Name,
                field => field.Kind == EditKind.Many ? field.Values : [field.Value]
            );

    private static Dictionary<string, IReadOnlyList<string>> Sent(
        params (string Name, string Value)[] fields
    ) => fields.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value]);
}
