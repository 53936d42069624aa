using System.Diagnostics.CodeAnalysis;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>The shapes that every part of a program uses.</summary>
internal static class Common
{
    /// <summary>Longer than any clause or letter; a whole policy belongs on a page of its own.</summary>
    public const int LongestText = 20_000;

    public static readonly TextShape AnyText = new(LongestText);

    /// <summary>Names something within the program: a question, an option, a clause. Answers and acceptances are kept under it.</summary>
    public static readonly TextShape Key = new(60, "^[a-z][A-Za-z0-9-]*$", Texts.NeedsKey);

    /// <summary>A name that appears in addresses.</summary>
    public static readonly TextShape Slug = new(
        60,
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        Texts.NeedsSlug
    );
    public static readonly TextShape ReferencePrefix = new(
        8,
        "^[A-Z][A-Z0-9]+$",
        Texts.NeedsPrefix
    );

    /// <summary>As people name editions: 2026, 2026-spring. In quotes where it is a number.</summary>
    public static readonly TextShape EditionKey = new(
        30,
        "^[a-z0-9]+(-[a-z0-9]+)*$",
        Texts.NeedsEditionKey
    );
    public static readonly TextShape Email = new(
        254,
        @"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$",
        Texts.NeedsEmail
    );
    public static readonly TextShape WebAddress = new(
        2000,
        @"^https?://[^\s/]+\.[^\s]+$",
        Texts.NeedsWebAddress
    );
    public static readonly TextShape ShortLine = new(120, @"^[^\n]*$", Texts.NeedsOneLine);
    public static readonly TrueOrFalseShape TrueOrFalse = new();
    public static readonly DateShape Date = new();
    public static readonly LocalTextShape Text = new(AnyText);
    public static readonly LocalTextShape Line = new(
        new TextShape(300, @"^[^\n]*$", Texts.NeedsOneLine)
    );
    public static readonly ListShape<LocalText> Lines = new(Text);

    public static NumberShape Number(int least, int most) => new(least, most);
}

/// <summary>A text, or a map from languages (BCP 47) to texts. A text alone is English.</summary>
internal sealed class LocalTextShape(
    TextShape one,
    Action<FileNode, string, Problems>? check = null
) : Shape<LocalText>
{
    public const string LanguagePattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    private static readonly TextShape s_language = new(35, LanguagePattern, Texts.NeedsLanguage);

    public TextShape One => one;

    public override bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out LocalText value
    )
    {
        if (node is FileList)
            return Refuse(node, problems, Texts.NeedsTextOrLanguages, out value);
        var before = problems.Count;
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = node is FileMap map ? map.Entries : [new FileEntry("en", node.Line, node)];
        if (parts.Count == 0)
            return Refuse(node, problems, Texts.NoValue, out value);
        var whole = true;
        foreach (var part in parts)
        {
            var language = new FileScalar(part.Line, part.Value.Place, part.Key, plain: false);
            whole &= s_language.TryRead(language, problems, out _);
            whole &= one.TryRead(part.Value, problems, out var text);
            if (text is null)
                continue;
            check?.Invoke(part.Value, text, problems);
            if (!words.TryAdd(part.Key, text))
                problems.Add(
                    language,
                    Words.Fill(
                        Texts.Twice,
                        Excerpt.Of(part.Key),
                        parts
                            .First(other =>
                                string.Equals(
                                    other.Key,
                                    part.Key,
                                    StringComparison.OrdinalIgnoreCase
                                )
                            )
                            .Line
                    )
                );
        }
        value = new LocalText(words);
        return whole && problems.Count == before;
    }

    public override FileNode Write(LocalText value)
    {
        if (value.ByLanguage.Count == 1 && value.ByLanguage.TryGetValue("en", out var english))
            return one.Write(english);
        var ordered = value
            .ByLanguage.OrderBy(pair => pair.Key != "en")
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        return new FileMap(
            0,
            Place.Root,
            [.. ordered.Select(pair => new FileEntry(pair.Key, 0, one.Write(pair.Value)))]
        );
    }
}
