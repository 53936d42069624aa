using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Attachments.Data;

internal static class AttachmentModel
{
    extension(BanyanDb db)
    {
        internal DbSet<Attachment> Attachments => db.Set<Attachment>();
        internal DbSet<AttachedBytes> AttachedBytes => db.Set<AttachedBytes>();

        /// <summary>The files of a case that whoever reads these audiences may have.</summary>
        internal IQueryable<Attachment> FilesOf(
            ApplicationId application,
            IReadOnlyList<Audience> read
        )
        {
            var entries = db.Set<ThreadEntry>();
            return db.Set<Attachment>()
                .Where(file =>
                    file.Application == application
                    && entries.Any(entry => entry.Id == file.Entry && read.Contains(entry.Audience))
                );
        }
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Attachment>(file =>
        {
            file.ToTable("attachments");
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Name).HasMaxLength(FileNames.Longest);
            file.HasIndex(f => f.Application, "ix_attachments_application");
            file.HasIndex(f => f.Entry, "ix_attachments_entry");
            file.HasOne<ThreadEntry>().WithMany().HasForeignKey(f => f.Entry);
            file.HasOne<Application>().WithMany().HasForeignKey(f => f.Application);
        });
        model.Entity<AttachedBytes>(bytes =>
        {
            bytes.ToTable("attachment_bytes");
            bytes.HasKey(b => b.Attachment);
            bytes.Property(b => b.Attachment).ValueGeneratedNever();
            bytes.HasOne<Attachment>().WithOne().HasForeignKey<AttachedBytes>(b => b.Attachment);
        });
    }
}
