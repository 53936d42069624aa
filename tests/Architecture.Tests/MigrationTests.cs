using Banyan.Kernel;
using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Architecture.Tests;

/// <summary>Both sets of migrations lead to the model as it is; no server is needed to tell.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_migrations_lead_to_the_model(bool postgres)
    {
        using var db = Of(postgres, Modules.All);
        db.Database.HasPendingModelChanges().ShouldBeFalse("tools/migration NAME writes both");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_bites_on_a_table_without_a_migration(bool postgres)
    {
        using var db = Of(postgres, [.. Modules.All, new Attic()]);
        db.Database.HasPendingModelChanges().ShouldBeTrue();
    }

    [Fact]
    public void Both_sets_have_the_same_steps()
    {
        using var sqlite = Of(false, Modules.All);
        using var postgres = Of(true, Modules.All);
        Steps(postgres).ShouldBe(Steps(sqlite));
    }

    private static List<string> Steps(BanyanDb db) =>
        [.. db.Database.GetMigrations().Select(step => step.Split('_', 2)[1])];

    private static BanyanDb Of(bool postgres, IReadOnlyList<Module> modules)
    {
        var options = new DbContextOptionsBuilder<BanyanDb>();
        new DatabaseChoice(
            postgres,
            postgres ? "Host=nowhere" : "Data Source=nowhere.db"
        ).Configure(options);
        // Otherwise Entity Framework keeps the first model it saw for every later context.
        options.EnableServiceProviderCaching(false);
        return new BanyanDb(
            options.Options,
            modules,
            new WriteGate(single: false),
            new WorkBell(),
            new CommitCount()
        );
    }

    private sealed class Attic : Module
    {
        public override string Name => "Attic";

        public override void Model(ModelBuilder model) => model.Entity<Chest>().ToTable("chests");
    }

    private sealed class Chest
    {
        public Guid Id { get; init; }
    }
}
