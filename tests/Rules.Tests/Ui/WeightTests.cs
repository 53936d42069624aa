using System.IO.Compression;

namespace Banyan.Rules.Tests.Ui;

public sealed class WeightTests
{
    [Fact]
    public void All_stylesheets_together_are_at_most_18_KB_compressed() =>
        Directory
            .GetFiles(Path.Combine(Stylesheets.Root, "css"))
            .Sum(Compressed)
            .ShouldBeInRange(1, 18 * 1024);

    [Fact]
    public void All_scripts_together_are_at_most_12_KB_compressed() =>
        Directory
            .GetFiles(Path.Combine(Stylesheets.Root, "js"))
            .Sum(Compressed)
            .ShouldBeInRange(1, 12 * 1024);

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    public void No_script_writes_markup_or_runs_text(string words) =>
        Directory
            .GetFiles(Path.Combine(Stylesheets.Root, "js"))
            .Where(file => File.ReadAllText(file).Contains(words, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void No_stylesheet_fetches_anything() =>
        Directory
            .GetFiles(Path.Combine(Stylesheets.Root, "css"))
            .Where(file =>
                File.ReadAllText(file).Contains("url(", StringComparison.OrdinalIgnoreCase)
            )
            .ShouldBeEmpty();

    private static long Compressed(string file)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return target.Length;
    }
}
