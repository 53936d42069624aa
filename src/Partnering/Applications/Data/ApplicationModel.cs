using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications.Data;

internal static class ApplicationModel
{
    public static readonly IReadOnlyList<ConstraintRefusal> Constraints =
    [
        new("ux_applications_open_key", () => ApplicationRefusals.OpenAlready),
        new("ux_applications_import_key", () => ImportRefusals.ImportedMeanwhile),
        new("ux_applications_reference", () => ApplicationRefusals.ReferenceTaken),
        new("ux_answers_question", () => Refusals.ChangedMeanwhile),
        new("ux_applicants_email", () => Refusals.ChangedMeanwhile),
        new("ux_clause_acceptances_text", () => Refusals.ChangedMeanwhile),
    ];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Application>(application =>
        {
            application.ToTable(
                "applications",
                table =>
                    table.HasCheckConstraint(
                        "ck_applications_applicant_holds_ball",
                        "ball <> 'Applicant' OR state IN ('Draft', 'PreReview', 'InReview', 'Consultation')"
                    )
            );
            application.Property(a => a.Reference).HasMaxLength(20);
            application.Property(a => a.LetterLanguage).HasMaxLength(LetterLanguages.Length);
            application.Ignore(a => a.MayChooseLetterLanguage);
            application.Property(a => a.OpenKey).HasMaxLength(64);
            application.Property(a => a.ReviewTeam).HasMaxLength(80);
            application.Property(a => a.ConsultedTeam).HasMaxLength(80);
            application.HasIndex(a => a.Reference, "ux_applications_reference").IsUnique();
            application.HasIndex(a => a.OpenKey, "ux_applications_open_key").IsUnique();
            application.Property(a => a.ImportKey).HasMaxLength(Application.ImportKeyLength);
            application.HasIndex(a => a.ImportKey, "ux_applications_import_key").IsUnique();
            application.HasIndex(a => a.ImportedWith, "ix_applications_import");
            application.HasIndex(
                a => new
                {
                    a.Organisation,
                    a.State,
                    a.BallSince,
                },
                "ix_applications_desk"
            );
            application.HasOne<Application>().WithMany().HasForeignKey(a => a.DuplicateOf);
            application.HasIndex(a => new { a.Program, a.TitleKey }, "ix_applications_title");
            // The open cases of an organisation in the order of its queue.
            application
                .HasIndex(
                    a => new
                    {
                        a.Organisation,
                        a.DueAt,
                        a.Reference,
                    },
                    "ix_applications_due"
                )
                .HasFilter("due_at IS NOT NULL");
            // The open cases whose ball is with one side, what is due first on top.
            application
                .HasIndex(
                    a => new
                    {
                        a.Organisation,
                        a.Ball,
                        a.DueAt,
                        a.Reference,
                    },
                    "ix_applications_ball"
                )
                .HasFilter("due_at IS NOT NULL");
            application
                .HasIndex(a => new { a.Organisation, a.Lead }, "ix_applications_lead")
                .HasFilter("due_at IS NOT NULL");
            // The latest decisions of a program, for how long they took.
            application.HasIndex(a => new { a.Program, a.EndedAt }, "ix_applications_ended");
            application.HasOne<PartnerProgram>().WithMany().HasForeignKey(a => a.Program);
            application.Property(a => a.Edition).HasMaxLength(30);
            application.HasOne<AdmissionCode>().WithMany().HasForeignKey(a => a.Admission);
            application.HasOne<ProgramVersion>().WithMany().HasForeignKey(a => a.ProgramVersion);
            application.OwnsOne(a => a.Asked);
            application.Property(a => a.Advice).AsJson();
            application.Property(a => a.Revisit).AsJson();
            application.Property(a => a.Promised).AsJson();
            application.Property(a => a.Step).AsJson();
            application.OwnsOne(
                a => a.Appeal,
                appeal =>
                    appeal
                        .HasIndex(a => a.AnsweredAt, "ix_applications_appeal")
                        .HasFilter("appeal_at IS NOT NULL AND appeal_answered_at IS NULL")
            );
            application.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.Application);
            application.HasMany(a => a.Applicants).WithOne().HasForeignKey(a => a.Application);
            application.HasMany(a => a.Acceptances).WithOne().HasForeignKey(a => a.Application);
            application.HasMany(a => a.Thread).WithOne().HasForeignKey(a => a.Application);
        });
        model.Entity<Answer>(answer =>
        {
            answer.ToTable("answers");
            answer.Property(a => a.Question).HasMaxLength(80);
            answer.Property(a => a.Version).IsConcurrencyToken();
            answer
                .HasIndex(a => new { a.Application, a.Question }, "ux_answers_question")
                .IsUnique();
        });
        model.Entity<Applicant>(applicant =>
        {
            applicant.ToTable("applicants");
            applicant.Property(a => a.EmailKey).HasMaxLength(320);
            applicant
                .HasIndex(a => new { a.Application, a.EmailKey }, "ux_applicants_email")
                .IsUnique();
            applicant.Property(a => a.ReplyKey).HasMaxLength(20);
            applicant.HasIndex(a => a.ReplyKey, "ux_applicants_reply_key").IsUnique();
            applicant.HasIndex(a => a.Person, "ix_applicants_person");
            applicant.HasIndex(a => new { a.InvitedBy, a.InvitedAt }, "ix_applicants_inviter");
            applicant.HasIndex(a => new { a.EmailKey, a.InvitedAt }, "ix_applicants_invited");
        });
        model.Entity<ClauseAcceptance>(acceptance =>
        {
            acceptance.ToTable("clause_acceptances");
            acceptance.Property(a => a.Clause).HasMaxLength(80);
            acceptance.Property(a => a.Hash).HasMaxLength(ClauseWording.HashLength);
            acceptance.Property(a => a.Language).HasMaxLength(35);
            acceptance
                .HasIndex(
                    a => new
                    {
                        a.Application,
                        a.Side,
                        a.Clause,
                        a.Hash,
                    },
                    "ux_clause_acceptances_text"
                )
                .IsUnique();
            acceptance
                .HasOne<ClauseWording>()
                .WithMany()
                .HasForeignKey(a => a.Hash)
                .OnDelete(DeleteBehavior.Restrict);
            acceptance
                .HasOne<ProgramVersion>()
                .WithMany()
                .HasForeignKey(a => a.ProgramVersion)
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ThreadEntry>(entry =>
        {
            entry.ToTable("thread_entries");
            entry.HasIndex(e => new { e.Application, e.At }, "ix_thread_entries_application");
        });
    }
}
