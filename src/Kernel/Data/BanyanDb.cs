using Banyan.Kernel.Audit;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Secrets;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Kernel.Data;

/// <summary>The one database context. It knows no table of any room: modules bring their models, and their extension properties name the sets.</summary>
public sealed partial class BanyanDb(
    DbContextOptions<BanyanDb> options,
    IReadOnlyList<Module> modules,
    WriteGate gate,
    WorkBell bell,
    CommitCount commits
) : DbContext(options)
{
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<WorkItem> Work => Set<WorkItem>();
    public DbSet<SecretKey> SecretKeys => Set<SecretKey>();
    public DbSet<Once> Once => Set<Once>();

    public bool IsPostgres => Database.IsNpgsql();

    // Contexts go from request to request; what is in hand does not.
    public override void Dispose()
    {
        Handling = null;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Handling = null;
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Apply(
            configurationBuilder,
            modules
                .Select(module => module.GetType().Assembly)
                .Append(typeof(BanyanDb).Assembly)
                .Distinct()
                .SelectMany(Conversions.IdTypesIn)
        );

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("events");
            row.HasIndex(e => new { e.About, e.At });
            row.HasOne(e => e.Words).WithOne().HasForeignKey<EventWords>(w => w.EventId);
            row.Property(e => e.Action).HasMaxLength(80);
        });
        modelBuilder.Entity<EventWords>(row =>
        {
            row.ToTable("event_words");
            row.HasKey(w => w.EventId);
        });
        modelBuilder.Entity<WorkItem>(row =>
        {
            row.ToTable("work");
            row.Property(w => w.Kind).HasMaxLength(60);
            row.Property(w => w.Key).HasMaxLength(200);
            row.Property(w => w.Attempts).IsConcurrencyToken();
            row.HasIndex(w => w.Key, "ux_work_key").IsUnique().HasFilter("done_at IS NULL");
            row.HasIndex(w => w.DueAt, "ix_work_due").HasFilter("done_at IS NULL");
        });
        modelBuilder.Entity<Once>(row =>
        {
            row.ToTable("once");
            row.HasKey(o => o.Key);
            row.Property(o => o.Key).HasMaxLength(80);
        });
        PostedMail.Configure(modelBuilder);
        SecretKey.Configure(modelBuilder);
        foreach (var module in modules)
            module.Model(modelBuilder);
        Naming.Apply(modelBuilder.Model);
        SealedFields.Check(modelBuilder.Model);
    }
}
