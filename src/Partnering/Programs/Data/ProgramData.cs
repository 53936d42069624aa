using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Partnering.Programs.Data;

internal static class ProgramData
{
    extension(BanyanDb db)
    {
        internal DbSet<PartnerProgram> Programs => db.Set<PartnerProgram>();
        internal DbSet<ProgramVersion> ProgramVersions => db.Set<ProgramVersion>();
        internal DbSet<AdmissionCode> AdmissionCodes => db.Set<AdmissionCode>();

        /// <summary>The code of this program that was typed; null where there is none like it.</summary>
        internal async Task<AdmissionCode?> AdmissionCodeAsync(
            ProgramId program,
            string typed,
            CancellationToken ct
        ) =>
            AdmissionCode.Read(typed) is { } code
                ? await db.AdmissionCodes.SingleOrDefaultAsync(
                    known => known.Program == program && known.Code == code,
                    ct
                )
                : null;

        internal DbSet<ProgramDraft> ProgramDrafts => db.Set<ProgramDraft>();
    }

    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_program_versions_number", () => Refusals.ChangedMeanwhile),
        new("PK_program_drafts", () => Refusals.ChangedMeanwhile),
    ];

    public static void Configure(ModelBuilder model)
    {
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
            version.Property(v => v.Note).HasMaxLength(ProgramVersion.LongestNote);
            version.HasOne<PartnerProgram>().WithMany().HasForeignKey(v => v.Program);
            // Applications rest on what a version says: nothing of it is written a second time.
            foreach (var property in version.Metadata.GetProperties())
                property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        });
        model.Entity<ProgramDraft>(draft =>
        {
            draft.ToTable("program_drafts");
            draft.HasKey(d => d.Program);
            draft.HasOne<PartnerProgram>().WithMany().HasForeignKey(d => d.Program);
            draft.HasOne<ProgramVersion>().WithMany().HasForeignKey(d => d.Base);
        });
        model.Entity<AdmissionCode>(code =>
        {
            code.ToTable(
                "admission_codes",
                table => table.HasCheckConstraint("ck_admission_codes_uses", "uses <= most_uses")
            );
            code.Property(c => c.Code).HasMaxLength(8);
            code.HasIndex(c => new { c.Program, c.Code }, "ux_admission_codes_code").IsUnique();
            code.HasOne<PartnerProgram>().WithMany().HasForeignKey(c => c.Program);
        });
    }
}
