using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations.Data;

internal static class DeclarationModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_declarations_person", () => Refusals.ChangedMeanwhile),
        new("ux_challenges_open", () => DeclarationRefusals.ChallengeOpenAlready),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Declaration> Declarations => db.Set<Declaration>();

        internal DbSet<Challenge> Challenges => db.Set<Challenge>();

        internal IQueryable<Declaration> DeclarationsOf(ApplicationId application) =>
            db.Set<Declaration>().Where(declaration => declaration.Application == application);
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Declaration>(declaration =>
        {
            declaration.ToTable(
                "declarations",
                table =>
                {
                    // Read first by every list: a conflict takes the case away, whatever the code believes.
                    table.HasCheckConstraint(
                        "ck_declarations_hard_reads_nothing",
                        "conflict <> 'Hard' OR waived_at IS NOT NULL OR (NOT reads AND NOT votes)"
                    );
                    table.HasCheckConstraint(
                        "ck_declarations_waiver_has_reason",
                        "waived_at IS NULL OR waiver_reason IS NOT NULL"
                    );
                }
            );
            declaration
                .HasIndex(d => new { d.Application, d.Person }, "ux_declarations_person")
                .IsUnique();
            declaration.HasIndex(d => d.Person, "ix_declarations_person");
            // Few, and they take cases away.
            declaration
                .HasIndex(d => new { d.Application, d.Reads }, "ix_declarations_recused")
                .HasFilter("NOT reads");
            declaration
                .HasOne<Application>()
                .WithMany(a => a.Declarations)
                .HasForeignKey(d => d.Application);
        });
        model.Entity<Challenge>(challenge =>
        {
            challenge.ToTable(
                "challenges",
                table =>
                    table.HasCheckConstraint(
                        "ck_challenges_decision_has_reason",
                        "decided_at IS NULL OR (upheld IS NOT NULL AND decision_reason IS NOT NULL AND decided_by IS NOT NULL)"
                    )
            );
            challenge.Ignore(c => c.IsOpen);
            challenge
                .HasIndex(
                    c => new
                    {
                        c.Application,
                        c.About,
                        c.By,
                    },
                    "ux_challenges_open"
                )
                .IsUnique()
                .HasFilter("decided_at IS NULL");
            challenge.HasOne<Application>().WithMany().HasForeignKey(c => c.Application);
        });
    }
}
