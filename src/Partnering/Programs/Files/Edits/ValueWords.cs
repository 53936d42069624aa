using System.Globalization;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files.Edits;

/// <summary>A value as people say it.</summary>
/// <param name="Text">Empty where there is none.</param>
/// <param name="Shown">As it stands in a sentence.</param>
internal sealed record Value(string Text, string Shown, bool IsLong = false, bool IsYesNo = false)
{
    private const int Long = 60;

    public static Value Words(string text) =>
        text.Length > Long || text.Contains('\n', StringComparison.Ordinal)
            ? new(text, Excerpt.Of(text.ReplaceLineEndings(" "), Long).Quoted(), IsLong: true)
            : new(text, text.Quoted());
}

internal static class ValueWords
{
    public static Value Of(IObjectShape owner, IField field, FileNode? node) =>
        node is not FileScalar scalar ? new("", "")
        : field.Shape is TrueOrFalseShape
            ? new(scalar.Text, scalar.Text == "true" ? Texts.Yes : Texts.No, IsYesNo: true)
        : field.Shape is IChoiceShape
            ? new(scalar.Text, FieldBook.Choice(owner, field, scalar.Text).Quoted())
        : field.Shape is NumberShape or DateShape ? new(scalar.Text, scalar.Text)
        : Value.Words(PlainText.Normal(scalar.Text));

    public static IReadOnlyList<string> Lines(IObjectShape owner, IField field, FileNode? node) =>
        [
            .. ((node as FileList)?.Items ?? [])
                .OfType<FileScalar>()
                .Select(item => FieldBook.Choice(owner, field, item.Text)),
        ];

    public static string Quoted(this string text) => $"‘{text}’";
}

internal static class LanguageWords
{
    /// <summary>What the language is called; its tag where this machine knows no name.</summary>
    public static string Of(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
