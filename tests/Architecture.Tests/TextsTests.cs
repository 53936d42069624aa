using System.Reflection;
using System.Resources;
using System.Xml.Linq;

namespace Banyan.Architecture.Tests;

/// <summary>The words that people see: each key once, none left over.</summary>
public sealed class TextsTests
{
    private static readonly Lazy<HashSet<MethodBase>> Called = new(() =>
        [.. House.All.SelectMany(Uses.In).Select(use => use.Member).OfType<MethodBase>()]
    );

    [Fact]
    public void Every_text_is_used() =>
        House
            .All.SelectMany(assembly => assembly.GetTypes())
            .Where(IsTexts)
            .SelectMany(type => Unused(type, Called.Value))
            .ShouldBeEmpty();

    [Fact]
    public void No_key_stands_twice_in_a_file() =>
        Directory
            .GetFiles(Path.Combine(House.Root, "src"), "Texts.resx", SearchOption.AllDirectories)
            .SelectMany(file =>
                Doubles(XDocument.Load(file))
                    .Select(key => $"{Path.GetRelativePath(House.Root, file)}: {key}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void It_bites_on_a_text_that_nobody_says()
    {
        var texts = typeof(Banyan.Kernel.Domain.Texts);
        IsTexts(texts).ShouldBeTrue();
        Unused(texts, []).ShouldContain("Banyan.Kernel.Domain.Texts.RefusalSeenBefore");
        Unused(texts, [.. texts.GetProperties().Select(text => text.GetMethod!)]).ShouldBeEmpty();
    }

    [Fact]
    public void It_bites_on_a_key_that_stands_twice() =>
        Doubles(
                XDocument.Parse("""<root><data name="A"/><data name="B"/><data name="A"/></root>""")
            )
            .ShouldBe(["A"]);

    private static bool IsTexts(Type type) => type.Name == "Texts" && Manager(type) is not null;

    private static PropertyInfo? Manager(Type type) =>
        type.GetProperty(
            nameof(ResourceManager),
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        );

    private static IEnumerable<string> Unused(Type texts, HashSet<MethodBase> called) =>
        texts
            .GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(text => text.PropertyType == typeof(string))
            .Where(text => !called.Contains(text.GetMethod!))
            .Select(text => $"{texts.FullName}.{text.Name}");

    private static IEnumerable<string> Doubles(XDocument file) =>
        file.Descendants("data")
            .GroupBy(data => data.Attribute("name")!.Value, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
}
