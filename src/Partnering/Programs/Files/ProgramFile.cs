using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Partnering.Programs.Files;

/// <summary>A program as a YAML file: <c>banyan: program/1</c>. Never throws on what it reads; every problem names line and path.</summary>
internal static class ProgramFile
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int LargestFile = 1024 * 1024;

    public static ProgramFileResult Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        // Twice the largest file is enough to say that it is too large.
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 2 * LargestFile)]);
        return Read(text, fileName);
    }

    /// <param name="fileName">Only repeated in front of the problems.</param>
    public static ProgramFileResult Read(string text, string fileName)
    {
        var problems = new Problems();
        var definition = Read(text, problems);
        return new ProgramFileResult(
            fileName,
            problems.Count == 0 ? definition : null,
            problems.InOrder()
        );
    }

    /// <summary>
    /// The one text of a definition that <see cref="Read(string, string)"/> accepts: keys in a fixed order, what has its default left out.
    /// Two definitions are the same when their texts are.
    /// </summary>
    public static string Write(ProgramDefinition definition) =>
        FilePrinter.Print((FileMap)ProgramShape.Whole.Write(definition));

    /// <summary>Lower-case hex SHA-256 of the written text in UTF-8.</summary>
    public static string Fingerprint(ProgramDefinition definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(definition))));

    private static ProgramDefinition? Read(string text, Problems problems)
    {
        if (text.Length > LargestFile || Encoding.UTF8.GetByteCount(text) > LargestFile)
        {
            problems.Add(1, Place.Root, Words.Fill(Texts.TooLarge, LargestFile / 1024));
            return null;
        }
        var whole = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (
            YamlTrouble.HasStrangeCharacters(whole, problems)
            || FileTree.Read(whole, problems) is not { } root
        )
            return null;
        if (
            root is FileMap map
            && map.Find("banyan") is FileScalar header
            && header.Text != ProgramShape.Header
        )
        {
            // Another format has other keys; to hold it against ours would only mislead.
            problems.Add(
                header,
                Words.Fill(Texts.OtherFormat, Excerpt.Of(header.Text), ProgramShape.Header)
            );
            return null;
        }
        var read = ProgramShape.Whole.TryRead(root, problems, out var definition);
        FormRules.Check(root, problems);
        return read ? definition : null;
    }
}

/// <summary>Either a definition, or what has to be mended.</summary>
internal sealed record ProgramFileResult(
    string FileName,
    ProgramDefinition? Definition,
    IReadOnlyList<FileProblem> Problems
)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsClean => Definition is not null;

    /// <summary>One line per problem, as compilers write them: <c>file:line: path: text</c>.</summary>
    public IEnumerable<string> Lines =>
        Problems.Select(problem =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{FileName}:{problem.Line}: {(problem.Path.Length == 0 ? "" : problem.Path + ": ")}{problem.Text}"
            )
        );
}
