using System.Globalization;

namespace Banyan.Partnering.Programs.Files;

/// <summary>Where a value stands, written as <c>form.sections[0].questions[3].type</c>. Built as text only when a problem asks for it.</summary>
internal sealed class Place
{
    public static readonly Place Root = new(null, "");

    private const int LongestStep = 60;
    private readonly Place? _parent;
    private readonly string _step;

    private Place(Place? parent, string step)
    {
        _parent = parent;
        _step = step;
    }

    public Place Key(string key)
    {
        var step = Excerpt.Of(key, LongestStep);
        return new(this, _parent is null ? step : $".{step}");
    }

    public Place Item(int index) =>
        new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public override string ToString() => $"{_parent}{_step}";
}

/// <summary>One value of the file, as written: the reader's tree, and what the writer prints.</summary>
/// <param name="line">Counted from 1; 0 for a value that was not read.</param>
internal abstract class FileNode(int line, Place place)
{
    public int Line { get; } = line;
    public Place Place { get; } = place;
}

/// <param name="plain">True where the text stands without quotes and may so be a number, true, false or nothing.</param>
internal sealed class FileScalar(int line, Place place, string text, bool plain)
    : FileNode(line, place)
{
    public string Text { get; } = text;
    public bool Plain { get; } = plain;

    public static FileScalar OfText(string text) => new(0, Place.Root, text, plain: false);

    public static FileScalar OfWord(string word) => new(0, Place.Root, word, plain: true);
}

internal sealed class FileList(int line, Place place, IReadOnlyList<FileNode> items)
    : FileNode(line, place)
{
    public IReadOnlyList<FileNode> Items { get; } = items;
}

internal sealed record FileEntry(string Key, int Line, FileNode Value);

internal sealed class FileMap(int line, Place place, IReadOnlyList<FileEntry> entries)
    : FileNode(line, place)
{
    public IReadOnlyList<FileEntry> Entries { get; } = entries;

    public FileNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    public string? Text(string key) => (Find(key) as FileScalar)?.Text;

    /// <summary>The maps of the list under this key; other things in it have been reported where they were read.</summary>
    public IEnumerable<FileMap> Maps(string key) =>
        (Find(key) as FileList)?.Items.OfType<FileMap>() ?? [];
}

/// <summary>A value that the reader refused already, such as an alias: it is not reported a second time as being of the wrong kind.</summary>
internal sealed class FileRefused(int line, Place place) : FileNode(line, place);
