using Banyan.Kernel.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs.Data;

internal static class ProgramData
{
    extension(BanyanDb db)
    {
        internal DbSet<PartnerProgram> Programs => db.Set<PartnerProgram>();
        internal DbSet<ProgramVersion> ProgramVersions => db.Set<ProgramVersion>();
    }

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
            version.HasOne<PartnerProgram>().WithMany().HasForeignKey(v => v.Program);
        });
    }
}
