using System.Security.Cryptography;
using System.Text;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>Trees that are changed by making others: the same value at another place is another tree, and the old one stays as it was.</summary>
internal static class FileNodes
{
    public static readonly FileMap EmptyMap = new(0, Place.Root, []);

    public static FileMap Map(IEnumerable<FileEntry> entries) => new(0, Place.Root, [.. entries]);

    public static FileList List(IEnumerable<FileNode> items) => new(0, Place.Root, [.. items]);

    public static FileEntry Entry(string key, FileNode value) => new(key, 0, value);

    /// <summary>As the printer may print it: a text that stood without quotes, over several lines perhaps, becomes a text.</summary>
    public static FileNode Normal(this FileNode node) =>
        node switch
        {
            FileScalar scalar when Scalars.IsText(scalar) => FileScalar.OfText(
                PlainText.Normal(scalar.Text)
            ),
            FileScalar scalar => FileScalar.OfWord(scalar.Text),
            FileList list => List(list.Items.Select(Normal)),
            FileMap map => Map(map.Entries.Select(entry => Entry(entry.Key, entry.Value.Normal()))),
            _ => FileScalar.OfText(""),
        };

    /// <summary>Names what stands there: the same for equal values, wherever they stand.</summary>
    public static string Mark(this FileNode? node) =>
        node is null
            ? "none"
            : Convert.ToHexStringLower(
                SHA256.HashData(
                    Encoding.UTF8.GetBytes(FilePrinter.Print(Map([Entry("it", node.Normal())])))
                )
            )[..16];

    /// <summary>The text by language; a text alone is English.</summary>
    public static IReadOnlyDictionary<string, string> Languages(this FileNode? node) =>
        node switch
        {
            FileScalar scalar => new Dictionary<string, string> { ["en"] = scalar.Text },
            FileMap map => map
                .Entries.Where(entry => entry.Value is FileScalar)
                .DistinctBy(entry => entry.Key)
                .ToDictionary(entry => entry.Key, entry => ((FileScalar)entry.Value).Text),
            _ => new Dictionary<string, string>(),
        };

    /// <summary>What people know it by: its first text in words, else its key; empty where it has neither.</summary>
    public static string TitleOf(Shape shape, FileNode? node)
    {
        const int longest = 70;
        var words = shape switch
        {
            LocalTextShape => FirstWords(node),
            IObjectShape map => map.Fields.Where(field => field.Shape is LocalTextShape)
                .Select(field => FirstWords((node as FileMap)?.Find(field.Key)))
                .FirstOrDefault(text => text.Length > 0)
                ?? (node as FileMap)?.Text("key")
                ?? "",
            _ => (node as FileScalar)?.Text ?? "",
        };
        return Excerpt.Of(words.ReplaceLineEndings(" "), longest);
    }

    private static string FirstWords(FileNode? node)
    {
        var languages = node.Languages();
        return languages.TryGetValue("en", out var english)
            ? english
            : languages.Values.FirstOrDefault("");
    }
}
