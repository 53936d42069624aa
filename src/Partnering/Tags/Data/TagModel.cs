using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Tags.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Tags.Data;

internal static class TagModel
{
    private const int MostOffered = 200;

    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_case_tags_word", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<CaseTag> Tags => db.Set<CaseTag>();

        /// <summary>The words in use on the cases that the viewer reads as staff, in alphabetical order.</summary>
        internal async Task<IReadOnlyList<string>> KnownTagsAsync(
            Viewer viewer,
            CancellationToken ct
        )
        {
            var cases = db.Applications.OnDeskOf(viewer, CasePermissions.Tag);
            var words = await db
                .Tags.Where(tag => cases.Any(a => a.Id == tag.Application))
                .Select(tag => tag.Word)
                .Distinct()
                .OrderBy(word => word)
                .Take(MostOffered)
                .ToListAsync(ct);
            return [.. words.Order(StringComparer.CurrentCulture)];
        }
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<CaseTag>(tag =>
        {
            tag.ToTable("case_tags");
            tag.Property(t => t.Word).HasMaxLength(CaseTag.WordLength);
            tag.HasIndex(t => new { t.Application, t.Word }, "ux_case_tags_word").IsUnique();
            tag.HasIndex(t => t.Word, "ix_case_tags_word");
            tag.HasOne<Application>().WithMany().HasForeignKey(t => t.Application);
        });
}
