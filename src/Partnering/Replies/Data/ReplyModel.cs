using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Replies.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Replies.Data;

internal static class ReplyModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("PK_desk_reply_keys", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<DeskReplyKey> DeskReplyKeys => db.Set<DeskReplyKey>();
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<DeskReplyKey>(row =>
        {
            row.ToTable(
                "desk_reply_keys",
                table =>
                    table.HasCheckConstraint(
                        "ck_desk_reply_keys_private",
                        "audience <> 'Applicant'"
                    )
            );
            row.HasKey(key => new { key.Application, key.Person });
            row.Property(key => key.Key).HasMaxLength(20);
            row.HasIndex(key => key.Key, "ux_desk_reply_keys_key").IsUnique();
            row.HasOne<Application>().WithMany().HasForeignKey(key => key.Application);
            row.LinksToPerson(key => key.Person);
        });
}
