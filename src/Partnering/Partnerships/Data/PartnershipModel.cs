using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Partnerships.Data;

internal static class PartnershipModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_partnerships_application", () => Refusals.ChangedMeanwhile),
        new("ux_partnerships_code", () => Refusals.ChangedMeanwhile),
        new("ux_partnership_proposals_open", () => Refusals.ChangedMeanwhile),
        new("ux_partnerships_status_index", () => Refusals.ChangedMeanwhile),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Partnership> Partnerships => db.Set<Partnership>();

        /// <summary>With its conditions; null where no letter has begun one.</summary>
        internal Task<Partnership?> PartnershipOfAsync(
            ApplicationId application,
            CancellationToken ct
        ) => db.Partnerships.Whole().SingleOrDefaultAsync(p => p.Application == application, ct);
    }

    extension(IQueryable<Partnership> partnerships)
    {
        /// <summary>Those that wait for somebody of the organisation: paused, with a proposal that is open, or with an appeal.</summary>
        internal IQueryable<Partnership> Waiting() =>
            partnerships.Where(p =>
                p.State == PartnershipState.Suspended
                || p.Proposals.Any(proposal => proposal.OpenKey != null)
                || p.State == PartnershipState.Revoked
                    && p.Steps.Any(step => step.By == PartnershipCommand.Appeal)
                    && !p.Steps.Any(step => step.By == PartnershipCommand.LetStand)
            );

        /// <summary>With all that its verbs look at.</summary>
        internal IQueryable<Partnership> Whole() =>
            partnerships
                .Include(p => p.Conditions)
                .Include(p => p.Steps)
                .Include(p => p.Proposals)
                .Include(p => p.Consequences)
                .AsSplitQuery();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<PartnershipCondition>(condition =>
        {
            condition.ToTable("partnership_conditions");
            condition.HasIndex(c => c.Partnership, "ix_partnership_conditions_partnership");
        });
        model.Entity<PartnershipStep>(step =>
        {
            step.ToTable("partnership_steps");
            step.HasIndex(s => s.Partnership, "ix_partnership_steps_partnership");
        });
        model.Entity<PartnershipProposal>(proposal =>
        {
            proposal.ToTable("partnership_proposals");
            proposal.Ignore(p => p.Grounds);
            proposal.Ignore(p => p.IsKnown);
            proposal
                .HasIndex(p => new { p.Partnership, p.OpenKey }, "ux_partnership_proposals_open")
                .IsUnique();
            proposal.LinksToPerson(p => p.By);
            proposal.LinksToPerson(p => p.ConfirmedBy);
        });
        model.Entity<PartnershipConsequence>(consequence =>
        {
            consequence.ToTable("partnership_consequences");
            consequence.HasIndex(c => c.Partnership, "ix_partnership_consequences_partnership");
        });
        model.Entity<Partnership>(partnership =>
        {
            partnership.ToTable(
                "partnerships",
                table => table.HasCheckConstraint("ck_partnerships_term", "until >= begins")
            );
            partnership.Property(p => p.Code).HasMaxLength(PartnerCode.Length);
            partnership.Ignore(p => p.Promises);
            partnership.Ignore(p => p.ConditionsLeft);
            partnership.Ignore(p => p.Next);
            partnership.Ignore(p => p.StepsBack);
            partnership.Ignore(p => p.LastStep);
            partnership.Ignore(p => p.ConsequencesLeft);
            partnership.Ignore(p => p.Proposed);
            partnership.Ignore(p => p.Appeal);
            partnership.Ignore(p => p.AppealWaits);
            partnership.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.Partnership);
            partnership.HasMany(p => p.Proposals).WithOne().HasForeignKey(p => p.Partnership);
            partnership.HasMany(p => p.Consequences).WithOne().HasForeignKey(c => c.Partnership);
            partnership.HasMany(p => p.Conditions).WithOne().HasForeignKey(c => c.Partnership);
            partnership.HasIndex(p => p.Code, "ux_partnerships_code").IsUnique();
            partnership.HasIndex(p => p.Application, "ux_partnerships_application").IsUnique();
            partnership.HasIndex(p => p.StatusIndex, "ux_partnerships_status_index").IsUnique();
            partnership.HasIndex(p => new { p.Until, p.Code }, "ix_partnerships_until");
            partnership.HasOne<Application>().WithMany().HasForeignKey(p => p.Application);
            partnership.HasOne<PartnerProgram>().WithMany().HasForeignKey(p => p.Program);
            partnership.HasOne<ProgramVersion>().WithMany().HasForeignKey(p => p.ProgramVersion);
            partnership.LinksToOrganisation(p => p.Organisation);
            partnership.LinksToCommunity(p => p.Community);
        });
    }
}
