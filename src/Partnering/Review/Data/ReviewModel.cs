using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Review.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review.Data;

internal static class ReviewModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_rounds_open", () => ReviewRefusals.RoundOpenAlready),
        new("ux_ballots_person", () => Refusals.ChangedMeanwhile),
        new("ck_ballots_objection_has_reason", () => ReviewRefusals.ReasonForObjection),
        new("ux_criterion_findings_criterion", () => ReviewRefusals.FindingElsewhere),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<BallotRound> Rounds => db.Set<BallotRound>();
        internal DbSet<CriterionFinding> Findings => db.Set<CriterionFinding>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<BallotRound>(round =>
        {
            round.ToTable("rounds");
            round.Property(r => r.Stage).HasMaxLength(80);
            round.Ignore(r => r.VotingSeats);
            round.OwnsOne(r => r.Rule);
            round.Navigation(r => r.Rule).IsRequired();
            round
                .HasIndex(r => r.Application, "ux_rounds_open")
                .IsUnique()
                .HasFilter("closed_at IS NULL");
            round.HasIndex(r => new { r.Application, r.OpenedAt }, "ix_rounds_application");
            round.HasOne<Application>().WithMany().HasForeignKey(r => r.Application);
            round.Ignore(r => r.VotingSeats);
            round.HasMany(r => r.Seats).WithOne().HasForeignKey(s => s.Round);
            round.HasMany(r => r.Ballots).WithOne().HasForeignKey(b => b.Round);
        });
        model.Entity<RoundSeat>(seat =>
        {
            seat.ToTable("round_seats");
            seat.HasAlternateKey(s => new { s.Round, s.Person });
        });
        model.Entity<Ballot>(ballot =>
        {
            ballot.ToTable(
                "ballots",
                table =>
                    table.HasCheckConstraint(
                        "ck_ballots_objection_has_reason",
                        "vote <> 'Against' OR reason IS NOT NULL"
                    )
            );
            ballot.HasIndex(b => new { b.Round, b.Person }, "ux_ballots_person").IsUnique();
            // Nobody without a seat in the round has a ballot in it, whatever the code believes.
            ballot
                .HasOne<RoundSeat>()
                .WithMany()
                .HasForeignKey(b => new { b.Round, b.Person })
                .HasPrincipalKey(s => new { s.Round, s.Person });
        });
        model.Entity<CriterionFinding>(finding =>
        {
            finding.ToTable("criterion_findings");
            finding.Property(f => f.Criterion).HasMaxLength(80);
            finding
                .HasIndex(
                    f => new { f.Application, f.Criterion },
                    "ux_criterion_findings_criterion"
                )
                .IsUnique();
            finding.HasOne<Application>().WithMany().HasForeignKey(f => f.Application);
        });
    }
}
