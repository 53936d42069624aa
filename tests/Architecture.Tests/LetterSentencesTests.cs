using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace Banyan.Architecture.Tests;

/// <summary>The sentences that the site writes into a letter are there in each language in which a letter may leave.</summary>
public sealed partial class LetterSentencesTests
{
    private static readonly Assembly s_partnering = House.Contexts.Single(assembly =>
        assembly.GetName().Name == "Banyan.Partnering"
    );

    [Theory]
    [InlineData("bn")]
    [InlineData("hi")]
    public void Each_is_there_with_the_same_values(string language)
    {
        var said = Said();
        said.Count.ShouldBeGreaterThan(15);
        Lacking(said, Words(language)).ShouldBeEmpty();
        Words(language).Keys.Except(said.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void It_bites_on_a_sentence_that_is_missing_or_leaves_a_value_out() =>
        Lacking(
                new Dictionary<string, string>
                {
                    ["A"] = "Until {0}",
                    ["B"] = "Yes",
                    ["C"] = "{0}",
                },
                new Dictionary<string, string> { ["A"] = "Bis", ["C"] = "- {0}" }
            )
            .ShouldBe(["A", "B"]);

    /// <summary>All but the letters of programs without their own, which are in English.</summary>
    private static Dictionary<string, string> Said() =>
        new[] { "LetterWriter", "LetterWords" }
            .Select(name => s_partnering.GetType($"Banyan.Partnering.Decisions.Domain.{name}")!)
            .SelectMany(type => type.GetNestedTypes(BindingFlags.NonPublic).Append(type))
            .SelectMany(Uses.In)
            .Where(use => use.Owner.Name == "Texts" && use.Member is MethodInfo)
            .Select(use => use.Member.Name["get_".Length..])
            .Distinct()
            .ToDictionary(
                name => name,
                name => Texts().GetString(name, CultureInfo.InvariantCulture)!
            );

    private static Dictionary<string, string> Words(string language) =>
        Texts()
            .GetResourceSet(CultureInfo.GetCultureInfo(language), true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static ResourceManager Texts() =>
        new("Banyan.Partnering.Decisions.Domain.Texts", s_partnering);

    private static IEnumerable<string> Lacking(
        Dictionary<string, string> said,
        Dictionary<string, string> words
    ) =>
        said.Where(text =>
                !words.TryGetValue(text.Key, out var other)
                || !Values(text.Value).SequenceEqual(Values(other))
            )
            .Select(text => text.Key);

    private static IEnumerable<string> Values(string text) =>
        Places().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
