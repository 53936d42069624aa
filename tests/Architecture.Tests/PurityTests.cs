namespace Banyan.Architecture.Tests
{
    /// <summary>What is true is written without a database, a web and files.</summary>
    public sealed class PurityTests
    {
        private static readonly string[] Impure =
        [
            "Microsoft.AspNetCore",
            "Microsoft.Data",
            "Microsoft.EntityFrameworkCore",
            "Npgsql",
            "System.Data",
            "System.IO",
            "System.Net.Http",
            "System.Net.Mail",
            "System.Net.Sockets",
        ];

        [Fact]
        public void Folders_named_Domain_are_pure() =>
            House.All.SelectMany(assembly => Stains(assembly.GetTypes())).ShouldBeEmpty();

        [Fact]
        public void There_are_folders_named_Domain() =>
            House
                .All.Where(assembly => assembly.GetTypes().Any(IsDomain))
                .Select(assembly => assembly.GetName().Name)
                .ShouldContain("Banyan.Kernel");

        [Fact]
        public void It_bites_on_a_file_read_in_a_rule() =>
            Stains([typeof(Bites.Domain.RuleThatReadsAFile)])
                .ShouldBe([
                    "Banyan.Architecture.Tests.Bites.Domain.RuleThatReadsAFile uses System.IO.File.Exists",
                ]);

        [Fact]
        public void It_bites_on_a_client_within_the_type_of_a_field() =>
            Stains([typeof(Bites.Domain.RuleWithAClient)])
                .ShouldContain(
                    "Banyan.Architecture.Tests.Bites.Domain.RuleWithAClient uses System.Net.Http.HttpClient.HttpClient"
                );

        private static IEnumerable<string> Stains(IEnumerable<Type> types) =>
            types
                .Where(IsDomain)
                .SelectMany(Uses.In)
                .Where(use => Impure.Any(space => IsIn(use.Owner.Namespace, space)))
                .Select(use => use.ToString())
                .Distinct();

        private static bool IsDomain(Type type) =>
            type.Namespace is { } space
            && space.Split('.').Contains("Domain", StringComparer.Ordinal);

        private static bool IsIn(string? space, string outer) =>
            space == outer || space?.StartsWith($"{outer}.", StringComparison.Ordinal) is true;
    }
}

namespace Banyan.Architecture.Tests.Bites.Domain
{
    internal static class RuleThatReadsAFile
    {
        public static bool Holds(string path) => File.Exists(path);
    }

    internal static class RuleWithAClient
    {
        internal static readonly List<Task<HttpClient[]>> Later = [];
    }
}
