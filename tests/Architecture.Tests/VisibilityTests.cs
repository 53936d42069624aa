using Banyan.Kernel;

namespace Banyan.Architecture.Tests;

/// <summary>A room shows its module and its contracts; the rest is its own.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public void Rooms_show_only_their_module_and_their_contracts() =>
        House.Contexts.SelectMany(assembly => Exposed(assembly.GetExportedTypes())).ShouldBeEmpty();

    [Fact]
    public void Every_room_has_one_module_and_the_host_lists_it() =>
        House
            .Contexts.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(Module)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                Modules
                    .All.Where(module => module.GetType().Assembly != House.Kernel)
                    .Where(module => module.GetType().Assembly != House.Host)
                    .Select(module => module.GetType().Name)
                    .Order(StringComparer.Ordinal)
            );

    [Fact]
    public void It_bites_on_a_public_type_elsewhere() =>
        Exposed([typeof(VisibilityTests), typeof(Contracts.SomethingPromised)])
            .ShouldBe(["Banyan.Architecture.Tests.VisibilityTests is public"]);

    private static IEnumerable<string> Exposed(IEnumerable<Type> types) =>
        types
            .Where(type => !type.IsSubclassOf(typeof(Module)))
            .Where(type => !(type.Namespace ?? "").Split('.').Contains("Contracts"))
            .Where(type => type.Namespace != "AspNetCoreGeneratedDocument")
            .Select(type => $"{type.FullName} is public");
}
