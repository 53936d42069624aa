using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Decisions.Data;

internal static class DecisionModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_decisions_live", () => DecisionRefusals.DecidedMeanwhile),
        new("ux_decisions_partner_code", () => DecisionRefusals.CodeTaken),
        new("ux_letters_live", () => DecisionRefusals.LetterLiveAlready),
        new("ux_decision_reasons_criterion", () => DecisionRefusals.DecidedMeanwhile),
        new("ux_letter_recipients_email", () => DecisionRefusals.LetterLiveAlready),
    ];

    extension(BanyanDb db)
    {
        internal DbSet<Decision> Decisions => db.Set<Decision>();
        internal DbSet<Letter> Letters => db.Set<Letter>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("decisions");
            decision.Property(d => d.PartnerCode).HasMaxLength(8);
            decision
                .HasIndex(d => d.Application, "ux_decisions_live")
                .IsUnique()
                .HasFilter("superseded_at IS NULL AND in_force_since IS NULL");
            decision.HasIndex(d => d.Application, "ix_decisions_application");
            decision.Property(d => d.Terms).AsJson();
            decision.HasIndex(d => d.PartnerCode, "ux_decisions_partner_code").IsUnique();
            decision.HasOne<Application>().WithMany().HasForeignKey(d => d.Application);
            decision.HasMany(d => d.Reasons).WithOne().HasForeignKey(r => r.Decision);
        });
        model.Entity<DecisionReason>(reason =>
        {
            reason.ToTable("decision_reasons");
            reason.Property(r => r.Criterion).HasMaxLength(80);
            reason
                .HasIndex(r => new { r.Decision, r.Criterion }, "ux_decision_reasons_criterion")
                .IsUnique();
        });
        model.Entity<Letter>(letter =>
        {
            letter.ToTable(
                "letters",
                table =>
                    table.HasCheckConstraint(
                        "ck_letters_left_has_time",
                        "state <> 'Left' OR left_at IS NOT NULL"
                    )
            );
            letter.Property(l => l.Language).HasMaxLength(35);
            letter
                .HasIndex(l => l.Decision, "ux_letters_live")
                .IsUnique()
                .HasFilter("state <> 'Dead'");
            letter.HasIndex(l => l.Application, "ix_letters_application");
            letter.HasOne<Decision>().WithMany().HasForeignKey(l => l.Decision);
            letter.HasOne<Application>().WithMany().HasForeignKey(l => l.Application);
            letter.HasMany(l => l.Recipients).WithOne().HasForeignKey(r => r.Letter);
        });
        model.Entity<LetterRecipient>(recipient =>
        {
            recipient.ToTable("letter_recipients");
            recipient.Property(r => r.Email).HasMaxLength(320);
            recipient
                .HasIndex(r => new { r.Letter, r.Email }, "ux_letter_recipients_email")
                .IsUnique();
        });
    }
}
