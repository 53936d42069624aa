using Banyan.Partnering.Programs.Files;

namespace Banyan.Rules.Tests.Programs;

/// <summary>Every value of a real program file broken in every way that a slip can break it: each has to name its line, its path and what to do.</summary>
public sealed class BrokenFilesTests
{
    private const int AtLeast = 200;

    [Fact]
    public void Every_broken_file_names_line_path_and_a_sentence()
    {
        var root = (FileMap)
            FileTree
                .Read(ProgramFolder.Text("pycon-india-community-partner.yaml"), new Problems())
                .ShouldNotBeNull();
        var broken = Broken(root).ToList();
        foreach (var (how, place, file) in broken)
        {
            var name = $"{how} at {place}";
            var read = ProgramFile.Read(file, "broken.yaml");
            read.Definition.ShouldBeNull(name);
            var lines = file.Split('\n').Length;
            foreach (var problem in read.Problems)
            {
                problem.Line.ShouldBeInRange(1, lines, name);
                problem.Text.ShouldEndWith(".", Case.Sensitive, name + problem.Text);
                problem.Text.ShouldNotContain("{0}", Case.Sensitive, name);
            }
            // Where a part is gone or of another kind, a rule about the whole may speak of it at another place as well.
            read.Problems.ShouldContain(
                problem => Near(problem.Path, place),
                $"{name}: {string.Join("; ", read.Lines)}"
            );
        }
        broken.Count.ShouldBeGreaterThan(AtLeast);
        broken.Select(each => each.How).Distinct().Count().ShouldBe(6);
    }

    private static bool Near(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal)
        || place.StartsWith(path, StringComparison.Ordinal) && path.Length > 0
        || !place.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<(string How, string Place, string File)> Broken(FileMap root)
    {
        foreach (var node in Below(root))
        {
            var place = node.Place.ToString();
            if (node is FileScalar scalar)
            {
                yield return (
                    "a list for a value",
                    place,
                    Put(root, node, new FileList(0, Place.Root, [Map("a", "b")]))
                );
                yield return (
                    "a map for a value",
                    place,
                    Put(root, node, Map("nobody-knows", "x"))
                );
                yield return (
                    "nothing for a value",
                    place,
                    Put(root, node, FileScalar.OfWord("~"))
                );
                if (!scalar.Plain || !int.TryParse(scalar.Text, out _))
                    yield return (
                        "a number for a word",
                        place,
                        Put(root, node, FileScalar.OfWord("12345"))
                    );
            }
            if (node is FileMap map)
            {
                yield return (
                    "a key that nobody knows",
                    place,
                    Put(
                        root,
                        node,
                        new FileMap(
                            0,
                            Place.Root,
                            [.. map.Entries, new FileEntry("colour", 0, FileScalar.OfText("red"))]
                        )
                    )
                );
                yield return (
                    "a word for a map",
                    place,
                    Put(root, node, FileScalar.OfText("only words"))
                );
            }
        }
    }

    private static FileMap Map(string key, string value) =>
        new(0, Place.Root, [new FileEntry(key, 0, FileScalar.OfText(value))]);

    private static IEnumerable<FileNode> Below(FileNode node) =>
        node switch
        {
            FileMap map => map.Entries.SelectMany(entry => Below(entry.Value).Prepend(entry.Value)),
            FileList list => list.Items.SelectMany(item => Below(item).Prepend(item)),
            _ => [],
        };

    private static string Put(FileMap root, FileNode old, FileNode changed) =>
        FilePrinter.Print((FileMap)Copy(root, old, changed));

    private static FileNode Copy(FileNode node, FileNode old, FileNode changed) =>
        ReferenceEquals(node, old)
            ? changed
            : node switch
            {
                FileMap map => new FileMap(
                    0,
                    Place.Root,
                    [
                        .. map.Entries.Select(entry => new FileEntry(
                            entry.Key,
                            0,
                            Copy(entry.Value, old, changed)
                        )),
                    ]
                ),
                FileList list => new FileList(
                    0,
                    Place.Root,
                    [.. list.Items.Select(item => Copy(item, old, changed))]
                ),
                _ => node,
            };
}
