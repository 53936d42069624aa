using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Banyan.Partnering.Programs.Files;

/// <summary>
/// From YAML to a tree with lines and places, by the events of the parser. The library's own document model is not used:
/// it stops at the first duplicate key, follows aliases, and descends without a limit.
/// </summary>
internal sealed class FileTree
{
    public const int MaxDepth = 24;
    public const int MaxNodes = 20_000;

    private readonly Problems _problems;
    private readonly Parser _parser;
    private int _nodes;
    private bool _stopped;

    private FileTree(string text, Problems problems)
    {
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Null when nothing in the text can be read any further; the reason is then among the problems.</summary>
    public static FileNode? Read(string text, Problems problems)
    {
        var tree = new FileTree(text, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException exception)
        {
            YamlTrouble.Report(text, exception, problems);
            return null;
        }
#pragma warning disable CA1031 // The scanner is fed by anybody; whatever it throws on a strange text is a problem of that text.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            problems.Add(tree.Line, Place.Root, Words.Fill(Texts.NotYaml, exception.Message));
            return null;
        }
    }

    private int Line => (int)(_parser.Current?.Start.Line ?? 1);

    private bool Next() => !_stopped && _parser.MoveNext();

    private FileNode? Document()
    {
        while (Next() && _parser.Current is not DocumentStart) { }
        if (_parser.Current is not DocumentStart)
        {
            _problems.Add(1, Place.Root, Texts.Empty);
            return null;
        }
        Next();
        var root = Value(Place.Root, 1, keyLine: null);
        while (Next())
        {
            if (_parser.Current is DocumentStart)
            {
                _problems.Add(Line, Place.Root, Texts.SeveralDocuments);
                _stopped = true;
            }
        }
        return root;
    }

    /// <summary>The value at which the parser stands; afterwards it stands at the value's last event.</summary>
    private FileNode Value(Place place, int depth, int? keyLine)
    {
        var line = Line;
        if (depth > MaxDepth)
            return Stop(place, line, Words.Fill(Texts.TooDeep, MaxDepth));
        if (++_nodes > MaxNodes)
            return Stop(place, line, Words.Fill(Texts.TooManyValues, MaxNodes));
        var fine = Ordinary(place);
        switch (_parser.Current)
        {
            case Scalar scalar when fine:
                var plain = scalar.Style == ScalarStyle.Plain;
                return new FileScalar(
                    plain && scalar.Value.Length == 0 ? keyLine ?? line : line,
                    place,
                    scalar.Value,
                    plain
                );
            case SequenceStart:
                var items = Items(place, depth);
                return fine ? new FileList(line, place, items) : new FileRefused(line, place);
            case MappingStart:
                var entries = Entries(place, depth);
                return fine ? new FileMap(line, place, entries) : new FileRefused(line, place);
            default:
                return new FileRefused(line, place);
        }
    }

    private List<FileNode> Items(Place place, int depth)
    {
        var items = new List<FileNode>();
        while (Next() && _parser.Current is not SequenceEnd)
            items.Add(Value(place.Item(items.Count), depth + 1, keyLine: null));
        return items;
    }

    private List<FileEntry> Entries(Place place, int depth)
    {
        var entries = new List<FileEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Next() && _parser.Current is not MappingEnd)
        {
            var line = Line;
            var key = Key(place, depth);
            if (!Next())
                break;
            var value = Value(key is null ? place : place.Key(key), depth + 1, line);
            if (key is null)
                continue;
            if (seen.TryAdd(key, line))
                entries.Add(new FileEntry(key, line, value));
            else
                _problems.Add(
                    line,
                    place.Key(key),
                    Words.Fill(Texts.KeyTwice, Excerpt.Of(key), seen[key])
                );
        }
        return entries;
    }

    private string? Key(Place place, int depth)
    {
        if (_parser.Current is Scalar scalar)
        {
            _nodes++;
            return Ordinary(place) ? scalar.Value : null;
        }
        if (_parser.Current is not AnchorAlias)
            _problems.Add(Line, place, Texts.KeyNotText);
        Value(place, depth + 1, keyLine: null);
        return null;
    }

    /// <summary>Says so where a value has an anchor, is an alias or has a tag: such files read differently from what they show.</summary>
    private bool Ordinary(Place place)
    {
        var trouble = _parser.Current switch
        {
            AnchorAlias => Texts.NoAnchors,
            NodeEvent { Anchor.IsEmpty: false } => Texts.NoAnchors,
            NodeEvent { Tag.IsEmpty: false } => Texts.NoTags,
            _ => null,
        };
        if (trouble is not null)
            _problems.Add(Line, place, trouble);
        return trouble is null;
    }

    private FileRefused Stop(Place place, int line, string reason)
    {
        _problems.Add(line, place, reason);
        _stopped = true;
        return new FileRefused(line, place);
    }
}
