using System.Diagnostics;
using Banyan.Partnering.Programs.Files;

namespace Banyan.Rules.Tests.Programs;

/// <summary>Seeded changes to real files: always a definition or problems, never an exception, never slow.</summary>
public sealed class ProgramFileFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "\t",
        "\0",
        "\n",
        "\r",
        ": ",
        "- ",
        "? ",
        "#",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\\",
        "%",
        "@",
        "`",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "null",
        "true",
        "-1",
        "1e9",
        "0x1F",
        ".inf",
        "\ud800",
        "\uFEFF",
        "\uFFFD",
        "\u2028",
        "\u0085",
        "{name}",
        "{{",
        "key: key\n",
        "দল",
        "🌳",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_changed_in_a_program_file_reading_answers(int seed)
    {
        var random = new Random(seed);
        string[] files =
        [
            ProgramFolder.Text("psf-community-partner.yaml"),
            SmallProgram.Text,
            ProgramFile.Write(FullProgram.Definition),
        ];
        var slowest = TimeSpan.Zero;
        for (var turn = 0; turn < 700; turn++)
        {
            var text = files[turn % files.Length];
            for (var change = random.Next(1, 6); change > 0; change--)
                text = Changed(text, random);
            var watch = Stopwatch.StartNew();
            var result = ProgramFile.Read(text, "fuzz.yaml");
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            (result.Definition is null).ShouldBe(
                result.Problems.Count > 0,
                $"seed {seed}, turn {turn}"
            );
            result.Problems.ShouldAllBe(problem => problem.Line >= 1 && problem.Text.Length > 0);
            if (result.Definition is { } definition)
                Again(definition)
                    .ShouldBe(ProgramFile.Write(definition), $"seed {seed}, turn {turn}");
        }
        slowest.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static string Again(Banyan.Partnering.Programs.Domain.ProgramDefinition definition)
    {
        var result = ProgramFile.Read(ProgramFile.Write(definition), "again.yaml");
        result.Lines.ShouldBeEmpty();
        return ProgramFile.Write(result.Definition.ShouldNotBeNull());
    }

    private static string Changed(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(40, text.Length - at) + 1);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            4 => text.Remove(at, length)
                .Insert(random.Next(text.Length - length + 1), text.Substring(at, length)),
            _ => text.Remove(at, length).Insert(at, s_pieces[random.Next(s_pieces.Length)]),
        };
    }
}
