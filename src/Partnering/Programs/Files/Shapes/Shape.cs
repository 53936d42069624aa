using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>What a value in the file may be. One table of shapes reads, writes, and is held against the JSON Schema.</summary>
internal abstract class Shape;

internal abstract class Shape<T> : Shape
    where T : notnull
{
    /// <summary>False when the node is not of this shape; the reasons are then among the problems.</summary>
    public abstract bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out T value
    );

    public abstract FileNode Write(T value);

    /// <summary>False for a value that only leaving the key out can say.</summary>
    public virtual bool CanWrite(T value) => true;

    protected static bool Refuse(FileNode node, Problems problems, string text, out T? value)
    {
        if (node is not FileRefused)
            problems.Add(node, text);
        value = default;
        return false;
    }
}

internal static class Scalars
{
    private static readonly string[] s_nothing = ["", "~", "null", "Null", "NULL"];
    private static readonly string[] s_words = ["true", "True", "TRUE", "false", "False", "FALSE"];

    public static bool IsNothing(FileNode node) =>
        node is FileScalar { Plain: true } scalar && s_nothing.Contains(scalar.Text);

    /// <summary>A plain number or true/false is not a text in YAML; an editor with the schema would say the same.</summary>
    public static bool IsText(FileScalar scalar) =>
        !scalar.Plain
        || (
            !s_nothing.Contains(scalar.Text)
            && !s_words.Contains(scalar.Text)
            && !IsNumber(scalar.Text)
        );

    public static bool IsNumber(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 0
            && (char.IsAsciiDigit(digits[0]) || digits[0] == '.')
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}

/// <summary>A text of one language. <paramref name="pattern"/> is the one the schema shows, with <paramref name="hint"/> in words.</summary>
internal sealed class TextShape(int longest, string? pattern = null, string? hint = null)
    : Shape<string>
{
    // Without backtracking a pattern costs the same on every text, however it was made.
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

#pragma warning disable MA0009 // The analyzer does not see that the options rule backtracking out.
    private readonly Regex? _pattern = pattern is null ? null : new(pattern, Options);
#pragma warning restore MA0009

    public int Longest => longest;
    public string? Pattern => pattern;

    public override bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out string value
    )
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        if (node is not FileScalar scalar)
            return Refuse(node, problems, Texts.NeedsText, out value);
        if (!Scalars.IsText(scalar))
            return Refuse(node, problems, Words.Fill(Texts.NeedsQuotes, scalar.Text), out value);
        // Other characters have been refused in the file as a whole; these came in by an escape between double quotes.
        if (
            scalar.Text.Length <= longest
            && scalar.Text.Any(PlainText.IsStrange)
            && PlainText.Normal(scalar.Text) != Whole(scalar.Text)
        )
            return Refuse(node, problems, Texts.StrangeText, out value);
        var text = PlainText.Normal(scalar.Text);
        if (text.Length == 0)
            return Refuse(node, problems, Texts.NoValue, out value);
        if (text.Length > longest)
            return Refuse(node, problems, Words.Fill(Texts.TooLong, longest), out value);
        if (_pattern?.IsMatch(text) == false)
            return Refuse(node, problems, Words.Fill(hint!, Excerpt.Of(text)), out value);
        value = text;
        return true;
    }

    public override FileNode Write(string value) => FileScalar.OfText(PlainText.Normal(value));

    private static string Whole(string text) =>
        string.Join(
                '\n',
                text.ReplaceLineEndings("\n")
                    .Replace('\t', ' ')
                    .Split('\n')
                    .Select(line => line.TrimEnd())
            )
            .Trim();
}

internal sealed class NumberShape(int least, int most) : Shape<int>
{
    public int Least => least;
    public int Most => most;

    public override bool TryRead(FileNode node, Problems problems, out int value)
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        if (
            node is not FileScalar { Plain: true } scalar
            || !int.TryParse(
                scalar.Text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value
            )
        )
            return Refuse(node, problems, Words.Fill(Texts.NeedsNumber, least, most), out value);
        return (value >= least && value <= most)
            || Refuse(node, problems, Words.Fill(Texts.NeedsNumber, least, most), out value);
    }

    public override FileNode Write(int value) =>
        FileScalar.OfWord(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A day as 2026-09-18, with or without quotes.</summary>
internal sealed class DateShape : Shape<LocalDate>
{
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public override bool TryRead(FileNode node, Problems problems, out LocalDate value)
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        if (
            node is FileScalar scalar
            && LocalDatePattern.Iso.Parse(scalar.Text) is { Success: true } read
            && read.Value.Year is >= TypedDate.FirstYear and <= TypedDate.LastYear
        )
        {
            value = read.Value;
            return true;
        }
        return Refuse(node, problems, Texts.NeedsDate, out value);
    }

    public override FileNode Write(LocalDate value) =>
        FileScalar.OfWord(LocalDatePattern.Iso.Format(value));
}

internal sealed class TrueOrFalseShape : Shape<bool>
{
    public override bool TryRead(FileNode node, Problems problems, out bool value)
    {
        value = node is FileScalar { Plain: true, Text: "true" };
        return value
            || node is FileScalar { Plain: true, Text: "false" }
            || Refuse(
                node,
                problems,
                Scalars.IsNothing(node) ? Texts.NoValue : Texts.NeedsTrueOrFalse,
                out value
            );
    }

    public override FileNode Write(bool value) => FileScalar.OfWord(value ? "true" : "false");
}
