using System.Reflection;
using Banyan.Testing;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Banyan.Architecture.Tests;

/// <summary>What is dangerous with words of strangers in it, and which code of ours may use it at all.</summary>
public sealed class DangersTests
{
    [Asvs("V1.2.4")]
    [Fact]
    public void Statements_are_written_by_hand_in_three_places_only() =>
        // The second lays aside, by its text, what Entity Framework has written.
        Using(IsStatement)
            .ShouldBe(["DatabaseClock", "KeptStatements", "SqliteSettings", "WorkQueue"]);

    [Asvs("V1.2.5")]
    [Fact]
    public void No_program_is_started() => Using(StartsProgram).ShouldBeEmpty();

    [Asvs("V1.2.9")]
    [Fact]
    public void Expressions_are_made_while_the_site_runs_in_two_places_only() =>
        Using(MakesExpression).ShouldBe(["ReplyBox", "TextShape"]);

    [Asvs("V1.2.1")]
    [Fact]
    public void Markup_is_made_past_the_encoder_in_two_places_only()
    {
        Using(IsRawMarkup).ShouldBe(["Icon", "Markdown"]);
        var pages = InSources("*.cshtml");
        pages.Length.ShouldBeGreaterThan(50);
        pages.Where(file => WritesRaw(File.ReadAllText(file))).ShouldBeEmpty();
    }

    [Asvs("V1.3.2")]
    [Fact]
    public void No_code_is_made_while_the_site_runs() => Using(MakesCode).ShouldBeEmpty();

    [Asvs("V1.4.1")]
    [Fact]
    public void No_code_is_unsafe() =>
        Directory
            .EnumerateFiles(Path.Combine(House.Root, "src"), "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(House.Root, "Directory.*"))
            .Where(file => AllowsUnsafe(File.ReadAllText(file)))
            .ShouldBeEmpty();

    [Asvs("V1.5.1")]
    [Fact]
    public void No_XML_is_parsed() => Using(ReadsXml).ShouldBeEmpty();

    [Asvs("V11.2.1", "V11.4.1", "V11.4.3")]
    [Fact]
    public void Of_cryptography_only_what_SECURITY_names_is_used() =>
        House
            .All.SelectMany(Uses.In)
            .Select(Cryptography)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Named);

    [Asvs("V6.5.3", "V11.5.1")]
    [Fact]
    public void Chance_that_can_be_guessed_is_not_used() => Using(IsWeakChance).ShouldBeEmpty();

    [Asvs("V1.3.2", "V3.2.2", "V14.3.3")]
    [Fact]
    public void Scripts_write_text_only_and_keep_nothing()
    {
        var scripts = InSources("*.js");
        scripts.Length.ShouldBeGreaterThan(3);
        scripts.SelectMany(file => InScript(File.ReadAllText(file))).ShouldBeEmpty();
    }

    [Fact]
    public void It_bites_on_each_of_them()
    {
        Func<Use, bool>[] all =
        [
            IsStatement,
            StartsProgram,
            MakesExpression,
            IsRawMarkup,
            MakesCode,
            ReadsXml,
            IsWeakChance,
        ];
        var uses = Uses.In(typeof(DangerousThings)).ToList();
        foreach (var danger in all)
            uses.Any(danger).ShouldBeTrue(danger.Method.Name);
        uses.Select(Cryptography).ShouldContain("MD5");
        InScript("box.innerHTML = word; localStorage.x = 1;")
            .ShouldBe(["innerHTML", "localStorage"]);
        WritesRaw("<p>@Html.Raw(word)</p>").ShouldBeTrue();
        AllowsUnsafe("<AllowUnsafeBlocks>true</AllowUnsafeBlocks>").ShouldBeTrue();
    }

    private static readonly string[] Named =
    [
        "AesGcm",
        "AsymmetricAlgorithm",
        "CryptographicOperations",
        "HMACSHA256",
        "HashAlgorithmName.SHA256",
        "IncrementalHash",
        "RSA",
        "RSAParameters",
        "RSASignaturePadding",
        "RandomNumberGenerator",
        "SHA256",
    ];

    private static readonly string[] InScripts =
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "eval(",
        "Function(",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "postMessage",
    ];

    private static IEnumerable<string> InScript(string source) =>
        InScripts.Where(word => source.Contains(word, StringComparison.Ordinal));

    /// <summary>The classes of ours with such a use; what the compiler makes within one counts as that one.</summary>
    private static IEnumerable<string> Using(Func<Use, bool> danger) =>
        House
            .All.SelectMany(Uses.In)
            .Where(danger)
            .Select(use => Outermost(use.From).Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string[] InSources(string kind) =>
        Directory.GetFiles(Path.Combine(House.Root, "src"), kind, SearchOption.AllDirectories);

    private static Type Outermost(Type type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsStatement(Use use) =>
        use.Member.Name.Contains("SqlRaw", StringComparison.Ordinal)
        || use.Member.Name.Contains("SqlQueryRaw", StringComparison.Ordinal)
        || use.Member.Name == "set_CommandText";

    private static bool StartsProgram(Use use) =>
        use.Owner == typeof(System.Diagnostics.Process) && use.Member.Name == "Start";

    // What the generator writes from an attribute is made by the compiler.
    private static bool MakesExpression(Use use) =>
        use
            is {
                Member: ConstructorInfo,
                From.Namespace: not "System.Text.RegularExpressions.Generated"
            }
        && use.Owner == typeof(System.Text.RegularExpressions.Regex);

    // Razor makes attributes of a page's own text this way; pages are read as they are written.
    private static bool IsRawMarkup(Use use) =>
        use.Owner.Name == "HtmlString"
        && use.Member is ConstructorInfo
        && !typeof(RazorPageBase).IsAssignableFrom(Outermost(use.From));

    private static bool WritesRaw(string page) =>
        page.Contains("Html.Raw", StringComparison.Ordinal)
        || page.Contains("HtmlString", StringComparison.Ordinal);

    private static bool MakesCode(Use use) =>
        use.Owner.Namespace is { } space
        && (
            space.StartsWith("System.Reflection.Emit", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.CodeAnalysis.CSharp", StringComparison.Ordinal)
        );

    // The compiler takes no unsafe code unless a project says so.
    private static bool AllowsUnsafe(string project) =>
        project.Contains("Unsafe", StringComparison.OrdinalIgnoreCase);

    // Writing the picture of a badge is no reading.
    private static bool ReadsXml(Use use) =>
        use.Owner.Namespace?.StartsWith("System.Xml", StringComparison.Ordinal) == true
        && (
            use.Owner.Name is "XmlReader" or "XmlDocument" or "XmlTextReader" or "XPathDocument"
            || use.Member.Name is "Parse" or "Load" or "LoadAsync" or "Deserialize"
        );

    private static bool IsWeakChance(Use use) => use.Owner == typeof(Random);

    private static string? Cryptography(Use use) =>
        use.Owner.Namespace != "System.Security.Cryptography" ? null
        : use.Owner.Name != "HashAlgorithmName" ? use.Owner.Name
        : use.Member.Name.StartsWith("get_", StringComparison.Ordinal)
            ? $"HashAlgorithmName.{use.Member.Name[4..]}"
        : null;
}

/// <summary>All of what no code of ours does.</summary>
internal static class DangerousThings
{
    public static void Do(string words, System.Data.Common.DbCommand command)
    {
        command.CommandText = words;
        System.Diagnostics.Process.Start(words);
        new System.Text.RegularExpressions.Regex(
            words,
            System.Text.RegularExpressions.RegexOptions.NonBacktracking
        ).Count(words);
        new Microsoft.AspNetCore.Html.HtmlString(words).ToString();
        new System.Reflection.Emit.DynamicMethod(words, null, null).GetILGenerator();
        System.Xml.Linq.XDocument.Parse(words);
#pragma warning disable CA5351, CA5394, CA1850 // they are here to be found
        System.Security.Cryptography.MD5.HashData([]);
        new Random().Next();
#pragma warning restore CA5351, CA5394, CA1850
    }
}
