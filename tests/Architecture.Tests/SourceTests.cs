namespace Banyan.Architecture.Tests;

/// <summary>What is read from the sources themselves.</summary>
public sealed class SourceTests
{
    private const int MostLines = 300;
    private static readonly string[] Kinds = [".cs", ".cshtml", ".css", ".js", ".mjs"];

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Sources()
            .SelectMany(file => TooLong(Path.GetRelativePath(House.Root, file), Lines(file)))
            .ShouldBeEmpty();

    [Fact]
    public void It_bites_on_the_line_after_the_last_one_allowed()
    {
        TooLong("a.cs", MostLines).ShouldBeEmpty();
        TooLong("a.cs", MostLines + 1).ShouldBe(["a.cs has 301 lines"]);
    }

    [Fact]
    public void The_sources_are_found() =>
        Sources()
            .Select(file => Path.GetRelativePath(House.Root, file))
            .ShouldContain("src/Banyan/Site.cs");

    private static IEnumerable<string> TooLong(string file, int lines) =>
        lines > MostLines ? [$"{file} has {lines} lines"] : [];

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static IEnumerable<string> Sources() =>
        new[] { "benchmarks", "src", "tests" }
            .SelectMany(folder =>
                Directory.GetFiles(
                    Path.Combine(House.Root, folder),
                    "*",
                    SearchOption.AllDirectories
                )
            )
            .Where(file => Kinds.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file =>
                !file.Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin" or "Migrations")
            );
}
