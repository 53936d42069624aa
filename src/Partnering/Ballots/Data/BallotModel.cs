using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Ballots.Data;

internal static class BallotModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_rounds_open", () => BallotRefusals.RoundOpenAlready),
        new("ux_ballots_person", () => Refusals.ChangedMeanwhile),
        new("ux_clearances_person", () => Refusals.ChangedMeanwhile),
        new("ck_ballots_objection_has_reason", () => BallotRefusals.ReasonForObjection),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<BallotRound> Rounds => db.Set<BallotRound>();

        /// <summary>The open round of a case, whole, to be changed; null when none is open.</summary>
        internal Task<BallotRound?> OpenRoundOfAsync(
            ApplicationId application,
            CancellationToken ct
        ) =>
            db.Set<BallotRound>()
                .Whole()
                .SingleOrDefaultAsync(
                    round => round.Application == application && round.ClosedAt == null,
                    ct
                );
    }

    extension(IQueryable<BallotRound> rounds)
    {
        /// <summary>The open one first, then those that ended last: two can begin in the same moment.</summary>
        internal IQueryable<BallotRound> LatestFirst() =>
            rounds
                .OrderBy(round => round.ClosedAt != null)
                .ThenByDescending(round => round.ClosedAt)
                .ThenByDescending(round => round.OpenedAt);

        /// <summary>Those that want the vote of this member: open, not before the chair, with a seat, and without a ballot that counts.</summary>
        internal IQueryable<BallotRound> WantedOf(PersonId? person) =>
            rounds.Where(round =>
                round.ClosedAt == null
                && round.Phase != RoundPhase.Casting
                && round.Seats.Any(seat =>
                    seat.Person == person && seat.Voting && seat.Standing == SeatStanding.Seated
                )
                && !round.Ballots.Any(ballot =>
                    ballot.Person == person && ballot.StaleSince == null
                )
            );

        /// <summary>With seats, clearances and ballots, as every verb of a round needs it.</summary>
        internal IQueryable<BallotRound> Whole() =>
            rounds
                .Include(round => round.Seats)
                .Include(round => round.Clearances)
                .Include(round => round.Ballots)
                .AsSplitQuery();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<BallotRound>(round =>
        {
            round.ToTable("rounds");
            round.Property(r => r.Stage).HasMaxLength(80);
            round.Property(r => r.Team).HasMaxLength(80);
            round.Property(r => r.Rule).AsJson();
            round.Property(r => r.Result).AsJson();
            round.Ignore(r => r.VotingSeats);
            round.Ignore(r => r.Tally);
            round
                .HasIndex(r => r.Application, "ux_rounds_open")
                .IsUnique()
                .HasFilter("closed_at IS NULL");
            round.HasIndex(r => new { r.Application, r.OpenedAt }, "ix_rounds_application");
            // What closes first: a member's votes, and what staff sees coming.
            round.HasIndex(r => r.ClosesAt, "ix_rounds_closing").HasFilter("closed_at IS NULL");
            round.HasOne<Application>().WithMany().HasForeignKey(r => r.Application);
            round.HasMany(r => r.Seats).WithOne().HasForeignKey(s => s.Round);
            round.HasMany(r => r.Clearances).WithOne().HasForeignKey(c => c.Round);
            round.HasMany(r => r.Ballots).WithOne().HasForeignKey(b => b.Round);
        });
        model.Entity<RoundSeat>(seat =>
        {
            seat.ToTable("round_seats");
            seat.HasAlternateKey(s => new { s.Round, s.Person });
        });
        model.Entity<Clearance>(clearance =>
        {
            clearance.ToTable("clearances");
            clearance
                .HasAlternateKey(c => new { c.Round, c.Person })
                .HasName("ux_clearances_person");
            clearance
                .HasOne<RoundSeat>()
                .WithMany()
                .HasForeignKey(c => new { c.Round, c.Person })
                .HasPrincipalKey(s => new { s.Round, s.Person });
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
            // Nobody without a seat, without a declaration, or recused has a ballot, whatever the code believes.
            ballot
                .HasOne<Clearance>()
                .WithMany()
                .HasForeignKey(b => new { b.Round, b.Person })
                .HasPrincipalKey(c => new { c.Round, c.Person })
                .OnDelete(DeleteBehavior.Restrict);
        });
    }
}
