using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Data;

internal static class ProgramData
{
    extension(BanyanDb db)
    {
        internal DbSet<PartnerProgram> Programs => db.Set<PartnerProgram>();
        internal DbSet<ProgramVersion> ProgramVersions => db.Set<ProgramVersion>();
        internal DbSet<ClauseWording> Wordings => db.Set<ClauseWording>();

        /// <summary>Keeps the texts of these clauses that are not kept yet; an acceptance points at its text.</summary>
        internal async Task KeepWordingsAsync(
            IReadOnlyCollection<Clause> clauses,
            CancellationToken ct
        )
        {
            var wordings = clauses.Select(ClauseWording.Of).ToList();
            var hashes = wordings.Select(wording => wording.Hash).ToList();
            var kept = await db
                .Wordings.Where(wording => hashes.Contains(wording.Hash))
                .Select(wording => wording.Hash)
                .ToListAsync(ct);
            db.AddRange(wordings.Where(wording => !kept.Contains(wording.Hash)));
        }
    }

    /// <summary>Of two who keep the same text at one moment the later finds it there.</summary>
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("PK_clause_wordings", () => Refusals.ChangedMeanwhile),
    ];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<ClauseWording>(wording =>
        {
            wording.ToTable("clause_wordings");
            wording.HasKey(w => w.Hash);
            wording.Property(w => w.Hash).HasMaxLength(ClauseWording.HashLength);
            wording.Property(w => w.Clause).HasMaxLength(80);
            wording.Property(w => w.Summary).AsJson();
            wording.Property(w => w.Text).AsJson();
        });
        model.Entity<PartnerProgram>(program =>
        {
            program.ToTable("programs");
            program.Property(p => p.Slug).HasMaxLength(80);
            program.HasIndex(p => p.Slug, "ux_programs_slug").IsUnique();
        });
        model.Entity<ProgramVersion>(version =>
        {
            version.ToTable("program_versions");
            version.Property(v => v.Fingerprint).HasMaxLength(64);
            version
                .HasIndex(v => new { v.Program, v.Number }, "ux_program_versions_number")
                .IsUnique();
            version.HasOne<PartnerProgram>().WithMany().HasForeignKey(v => v.Program);
        });
    }
}
