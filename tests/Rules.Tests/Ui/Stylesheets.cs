using System.Globalization;
using System.Text.RegularExpressions;

namespace Banyan.Rules.Tests.Ui;

internal enum Scheme
{
    Light,
    Dark,
}

/// <summary>Reads the colours of tokens.css and computes their contrast by WCAG 2.2.</summary>
internal sealed partial class Stylesheets(string tokens)
{
    public static readonly string Root = Path.Combine(RepositoryRoot(), "src", "Banyan", "wwwroot");

    public static Stylesheets Current { get; } =
        new(File.ReadAllText(Path.Combine(Root, "css", "tokens.css")));

    public IReadOnlyList<string> AccentClasses { get; } =
    [.. AccentRule().Matches(tokens).Select(match => match.Groups["name"].Value)];

    public bool Says(string rule) => tokens.Contains(rule, StringComparison.Ordinal);

    /// <summary>The contrast of two colours, each given as a token ("ink") or as "accent" and "accent-ground" of the accent class.</summary>
    public double Contrast(string one, string other, Scheme scheme, string accent = "accent-green")
    {
        var (first, second) = (
            Luminance(Colour(one, scheme, accent)),
            Luminance(Colour(other, scheme, accent))
        );
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private double[] Colour(string token, Scheme scheme, string accent)
    {
        if (token == "accent-ground")
        {
            var share =
                int.Parse(
                    AccentGround().Match(tokens).Groups["share"].Value,
                    CultureInfo.InvariantCulture
                ) / 100.0;
            var paper = Colour("paper", scheme, accent);
            return
            [
                .. Colour("accent", scheme, accent)
                    .Zip(paper, (ink, ground) => (ink * share) + (ground * (1 - share))),
            ];
        }
        var pattern =
            token == "accent"
                ? $@"\.{accent}\s*\{{\s*--accent:\s*light-dark\((#[0-9a-f]{{6}}),\s*(#[0-9a-f]{{6}})\)"
                : $@"--{token}:\s*light-dark\((#[0-9a-f]{{6}}),\s*(#[0-9a-f]{{6}})\)";
        var match = Regex.Match(tokens, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        match.Success.ShouldBeTrue($"tokens.css gives no colour for {token}");
        var hex = match.Groups[scheme == Scheme.Light ? 1 : 2].Value;
        return
        [
            .. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0),
        ];
    }

    private static double Luminance(double[] colour)
    {
        var linear = colour
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\.(?<name>accent-[a-z]+)\s*\{", RegexOptions.None, 1000)]
    private static partial Regex AccentRule();

    [GeneratedRegex(
        @"--accent-ground:\s*color-mix\(in srgb, var\(--accent\) (?<share>\d+)%",
        RegexOptions.None,
        1000
    )]
    private static partial Regex AccentGround();
}
