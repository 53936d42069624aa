namespace Banyan.Architecture.Tests;

/// <summary>Which part of the house may know which.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Calendars"] = [],
        ["Membership"] = ["Kernel"],
        ["Partnering"] = ["Kernel", "Membership"],
        ["Benefits"] = ["Kernel", "Membership", "Partnering"],
        ["Noticeboard"] = ["Calendars", "Kernel", "Membership"],
        ["Conduct"] = ["Kernel"],
        ["Migrations.Postgres"] = ["Kernel"],
        ["Migrations.Sqlite"] = ["Kernel"],
    };

    [Fact]
    public void No_part_knows_another_against_the_plan() =>
        House
            .All.Where(assembly => assembly != House.Host)
            .SelectMany(assembly =>
                Strangers(
                    assembly.GetName().Name!,
                    assembly.GetReferencedAssemblies().Select(known => known.Name!)
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_host_knows_all_parts() =>
        House
            .Host.GetReferencedAssemblies()
            .Select(known => known.Name!)
            .Where(name => name.StartsWith("Banyan.", StringComparison.Ordinal))
            .Append("Banyan.Migrations.Postgres")
            .Append("Banyan.Migrations.Sqlite")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(House.All.Skip(1).Select(assembly => assembly.GetName().Name!));

    [Fact]
    public void It_bites_on_an_arrow_that_the_plan_does_not_have()
    {
        Strangers("Banyan.Kernel", ["System.Runtime", "Banyan.Membership"])
            .ShouldBe(["Banyan.Kernel knows Banyan.Membership"]);
        Strangers("Banyan.Membership", ["Banyan.Kernel", "Banyan.Partnering", "banyan"])
            .ShouldBe([
                "Banyan.Membership knows Banyan.Partnering",
                "Banyan.Membership knows banyan",
            ]);
        Strangers("Banyan.Conduct", ["Banyan.Membership"])
            .ShouldBe(["Banyan.Conduct knows Banyan.Membership"]);
        Strangers("Banyan.Attic", []).ShouldBe(["Banyan.Attic is not in the plan"]);
    }

    private static IEnumerable<string> Strangers(string name, IEnumerable<string> known) =>
        MayKnow.TryGetValue(name["Banyan.".Length..], out var friends)
            ? known
                .Where(other => other.StartsWith("banyan", StringComparison.OrdinalIgnoreCase))
                .Where(other => !friends.Contains(other.Split('.', 2)[^1]))
                .Select(other => $"{name} knows {other}")
            : [$"{name} is not in the plan"];
}
