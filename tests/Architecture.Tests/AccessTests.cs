using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Banyan.Architecture.Tests;

/// <summary>No address without a rule, none with two.</summary>
public sealed class AccessTests
{
    [Asvs("V8.2.1")]
    [Fact]
    public async Task Every_page_and_endpoint_declares_its_access_exactly_once()
    {
        await using var host = await BanyanHost.StartAsync();
        var doors = Door.All(host);
        doors.Select(door => door.Address).ShouldContain("/");
        doors.SelectMany(Unclear).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_permission_that_a_rule_names_is_declared()
    {
        await using var host = await BanyanHost.StartAsync();
        var declared = Modules
            .All.SelectMany(module => module.Permissions)
            .Select(permission => permission.Name)
            .ToList();
        declared.ShouldBeUnique();
        Door.All(host)
            .SelectMany(door => door.Rules)
            .OfType<RequiresAttribute>()
            .Select(rule => rule.Permission)
            .Except(declared)
            .ShouldBeEmpty();
    }

    [Fact]
    public void It_bites_on_an_address_without_a_rule_and_on_one_with_two()
    {
        Unclear(Door.Of(Made())).ShouldBe(["/made declares its access 0 times"]);
        Unclear(Door.Of(Made(new PublicAttribute(), new SignedInAttribute())))
            .ShouldBe(["/made declares its access 2 times"]);
        Unclear(Door.Of(Made(new PublicAttribute()))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Unclear(Door door) =>
        door.Rules.Count == 1
            ? []
            : [$"{door.Address} declares its access {door.Rules.Count} times"];

    private static RouteEndpoint Made(params object[] metadata) =>
        new(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse("/made"),
            0,
            new EndpointMetadataCollection(metadata),
            "made"
        );
}
