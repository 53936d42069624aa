using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Filters.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Filters.Data;

internal static class FilterModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_kept_filters_name", () => FilterRefusals.NameTaken),
    ];

    extension(BanyanDb db)
    {
        /// <summary>The viewer's own, in the order in which they were kept.</summary>
        internal IQueryable<KeptFilter> FiltersOf(Viewer viewer)
        {
            var me = viewer.Person;
            return db.Set<KeptFilter>()
                .Where(filter => filter.Person == me)
                .OrderBy(filter => filter.Id);
        }
    }

    public static void Configure(ModelBuilder model) =>
        model.Entity<KeptFilter>(filter =>
        {
            filter.ToTable("kept_filters");
            filter.Property(f => f.Name).HasMaxLength(KeptFilter.NameLength);
            filter.Property(f => f.Query).HasMaxLength(KeptFilter.QueryLength);
            filter.HasIndex(f => new { f.Person, f.Name }, "ux_kept_filters_name").IsUnique();
            filter.LinksToPerson(f => f.Person);
        });
}
