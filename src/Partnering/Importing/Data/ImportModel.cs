using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Importing.Data;

internal static class ImportModel
{
    /// <summary>An upload that nobody went on with is somebody's personal data for nothing.</summary>
    private static readonly Duration KeepUnfinished = Duration.FromDays(14);

    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("PK_import_files", () => Refusals.ChangedMeanwhile),
        new("PK_import_rows", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<PastImport> Imports => db.Set<PastImport>();
        internal DbSet<ImportFile> ImportFiles => db.Set<ImportFile>();
        internal DbSet<CheckedRow> CheckedRows => db.Set<CheckedRow>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<PastImport>(import =>
        {
            import.ToTable("imports");
            import.Property(i => i.File).HasMaxLength(PastImport.LongestName);
            import.Property(i => i.Survey).AsJson();
            import.Property(i => i.Map).AsJson();
            import.Property(i => i.Counts).AsJson();
            import.Property(i => i.Verdicts).HasMaxLength(64);
            import.HasIndex(i => new { i.Program, i.UploadedAt }, "ix_imports_program");
            import.HasOne<PartnerProgram>().WithMany().HasForeignKey(i => i.Program);
        });
        model.Entity<ImportFile>(file =>
        {
            file.ToTable("import_files");
            file.HasKey(f => f.Import);
            file.HasOne<PastImport>().WithOne().HasForeignKey<ImportFile>(f => f.Import);
        });
        model.Entity<CheckedRow>(row =>
        {
            row.ToTable("import_rows");
            row.HasKey(r => new
            {
                r.Import,
                r.Check,
                r.Verdict,
                r.Line,
            });
            row.Property(r => r.Problems).AsJson();
            row.HasOne<PastImport>().WithMany().HasForeignKey(r => r.Import);
        });
    }

    /// <summary>The file and the dry run go when the import is over, and with them what nobody went on with.</summary>
    public static IEnumerable<IQueryable<object>> Old(BanyanDb db, Instant now)
    {
        var unfinished = now - KeepUnfinished;
        var over = db
            .Imports.Where(import => import.EndedAt != null || import.UploadedAt < unfinished)
            .Select(import => import.Id);
        return
        [
            db.ImportFiles.Where(file => over.Contains(file.Import)),
            db.CheckedRows.Where(row => over.Contains(row.Import)),
        ];
    }
}
