using System.Text.RegularExpressions;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Architecture.Tests;

/// <summary>Calls that only one place may make.</summary>
public sealed class DoorsTests
{
    private static readonly string[] Clocks =
    [
        "DateTime.get_Now",
        "DateTime.get_UtcNow",
        "DateTime.get_Today",
        "DateTimeOffset.get_Now",
        "DateTimeOffset.get_UtcNow",
        "SystemClock.get_Instance",
    ];

    [Fact]
    public void Only_the_Kernel_writes_to_the_database() =>
        House
            .All.Where(assembly => assembly != House.Kernel)
            .SelectMany(Uses.In)
            .Where(Writes)
            .ShouldBeEmpty();

    [Fact]
    public void Only_one_class_reads_the_clock_of_the_machine() =>
        House
            .All.SelectMany(Uses.In)
            .Where(ReadsTheClock)
            .Select(use => use.From)
            .Distinct()
            .ShouldBe([typeof(Banyan.Kernel.Domain.MillisecondClock)]);

    [Asvs("V15.2.2")]
    [Fact]
    public void Every_regular_expression_ends() =>
        House.All.SelectMany(assembly => assembly.GetTypes()).SelectMany(Endless).ShouldBeEmpty();

    [Fact]
    public void It_bites_on_a_write_past_the_door() =>
        Uses.In(typeof(Faults))
            .Where(Writes)
            .Select(use => use.Member.Name)
            .ShouldBe(["ExecuteDelete", "ExecuteSqlRaw"], ignoreOrder: true);

    [Fact]
    public void It_bites_on_the_clock_of_the_machine() =>
        Uses.In(typeof(Faults))
            .Where(ReadsTheClock)
            .Select(use => use.Member.Name)
            .ShouldBe(["get_UtcNow"]);

    [Fact]
    public void It_bites_on_expressions_that_may_run_for_ever() =>
        Endless(typeof(Faults))
            .ShouldBe(
                [
                    "Banyan.Architecture.Tests.Faults.Generated may run for ever",
                    "Banyan.Architecture.Tests.Faults uses System.Text.RegularExpressions.Regex..ctor",
                    "Banyan.Architecture.Tests.Faults uses System.Text.RegularExpressions.Regex.IsMatch",
                ],
                ignoreOrder: true
            );

    private static bool Writes(Use use) =>
        use.Owner.Namespace is { } space
        && space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        && (
            use.Member.Name.StartsWith("SaveChanges", StringComparison.Ordinal)
            || use.Member.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal)
            || use.Member.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal)
            || use.Member.Name.StartsWith("ExecuteSql", StringComparison.Ordinal)
        );

    private static bool ReadsTheClock(Use use) =>
        Clocks.Contains($"{use.Owner.Name}.{use.Member.Name}");

    // Either it cannot backtrack or it carries a limit of time.
    private static IEnumerable<string> Endless(Type type)
    {
        const System.Reflection.BindingFlags everything =
            System.Reflection.BindingFlags.Public
            | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance
            | System.Reflection.BindingFlags.Static
            | System.Reflection.BindingFlags.DeclaredOnly;
        var generated = type.GetMethods(everything)
            .SelectMany(method =>
                method
                    .GetCustomAttributes(typeof(GeneratedRegexAttribute), inherit: false)
                    .Cast<GeneratedRegexAttribute>()
                    .Where(says =>
                        !says.Options.HasFlag(RegexOptions.NonBacktracking)
                        && says.MatchTimeoutMilliseconds <= 0
                    )
                    .Select(_ => $"{type.FullName}.{method.Name} may run for ever")
            );
        if (type.Namespace == "System.Text.RegularExpressions.Generated")
            return generated;
        return generated.Concat(
            Uses.In(type)
                .Where(use =>
                    use.Owner == typeof(Regex)
                    && use.Member is System.Reflection.MethodBase method
                    && (method.IsStatic || method.IsConstructor)
                    && method.Name is not "Escape" and not "Unescape"
                    && !((RegexOptions)(use.Before ?? 0)).HasFlag(RegexOptions.NonBacktracking)
                    && method
                        .GetParameters()
                        .All(parameter => parameter.ParameterType != typeof(TimeSpan))
                )
                .Select(use => use.ToString())
        );
    }
}

#pragma warning disable RS0030, MA0009, MA0023, SYSLIB1045, CA1869 // every line below is a fault on purpose
internal static partial class Faults
{
    public static void Write(DbContext db)
    {
        db.Set<Banyan.Kernel.Data.Once>().ExecuteDelete();
        db.Database.ExecuteSqlRaw("SELECT 1");
    }

    public static DateTime Clock() => DateTime.UtcNow;

    public static bool Endless(string text) =>
        new Regex("(a+)+$").IsMatch(text)
        && Regex.IsMatch(text, "(b+)+$")
        && Regex.IsMatch(text, "(c+)+$", RegexOptions.None, TimeSpan.FromSeconds(1))
        && new Regex("(d+)+$", RegexOptions.NonBacktracking).IsMatch(text)
        && Generated().IsMatch(text)
        && Limited().IsMatch(text);

    [GeneratedRegex("(a+)+$")]
    private static partial Regex Generated();

    [GeneratedRegex("(a+)+$", RegexOptions.None, 200)]
    private static partial Regex Limited();
}
#pragma warning restore RS0030, MA0009, MA0023, SYSLIB1045, CA1869
