using Banyan.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>What became of a mail that belongs to a record: written with its plan, kept after its words are gone.</summary>
public sealed class PostedMail
{
    private PostedMail() { }

    /// <summary>The mail's own, which is in its Message-ID.</summary>
    public Guid Id { get; private init; }

    /// <summary>The record it belongs to.</summary>
    public Guid Thread { get; private init; }
    public string Address { get; private init; } = "";
    public string Subject { get; private init; } = "";
    public Instant PlannedAt { get; private init; }

    /// <summary>When the mail server took it; from then on it is the server's.</summary>
    public Instant? TakenAt { get; private set; }

    /// <summary>A server on the way says that it still tries.</summary>
    public Instant? DelayedAt { get; private set; }
    public Instant? ReturnedAt { get; private set; }

    /// <summary>When our mail server refused its address for good.</summary>
    public Instant? RefusedAt { get; private set; }

    /// <summary>It was never sent: it would only have misled, or its reader wants none of its kind, or may not know of it any more.</summary>
    public Instant? DroppedAt { get; private set; }

    /// <summary>Its kind, where its reader may have it gathered; else empty.</summary>
    public string Notice { get; private init; } = "";

    /// <summary>For whom it is gathered.</summary>
    public PersonId? Reader { get; private set; }

    /// <summary>Since when it waits to be told of with others; it does not leave itself any more.</summary>
    public Instant? AsideAt { get; private set; }

    /// <summary>When the mail was written that tells of it.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>Why it came back or is delayed, as RFC 3463 counts the reasons: "5.1.1"; empty where the report named none.</summary>
    public string Status { get; private set; } = "";

    /// <summary>What our mail server said when it refused, with what is nobody's business left out.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Since when it is known that the address does not take mail: it was refused, or came back for good.</summary>
    public Instant? TroubleAt { get; private set; }

    public static PostedMail Of(Mail mail, Guid thread, Instant plannedAt) =>
        new()
        {
            Id = mail.Id,
            Thread = thread,
            Address = mail.To,
            Subject = mail.Subject,
            PlannedAt = plannedAt,
            Notice = mail.Notice ?? "",
        };

    public void Take(Instant now) => TakenAt ??= now;

    public void Refuse(string words, Instant now)
    {
        RefusedAt = TroubleAt = now;
        Problem = ServerWords.Shown(words);
    }

    public void Drop(Instant now) => DroppedAt = now;

    /// <param name="reader">Null where they want none of its kind.</param>
    public void PutAside(PersonId? reader, Instant now)
    {
        Reader = reader;
        if (reader is null)
            DroppedAt = now;
        else
            AsideAt = now;
    }

    public void Tell(Instant now) => ToldAt = now;

    /// <returns>False where the report says nothing new.</returns>
    public bool Report(Failure failure, Instant now)
    {
        if (ReturnedAt is not null || failure.IsDelay && DelayedAt is not null)
            return false;
        Status = failure.Status;
        if (failure.IsDelay)
            DelayedAt = now;
        else
            ReturnedAt = now;
        if (failure.IsForGood)
            TroubleAt = now;
        return true;
    }

    internal static void Configure(ModelBuilder model) =>
        model.Entity<PostedMail>(row =>
        {
            row.ToTable("posted_mails");
            row.Property(m => m.Id).ValueGeneratedNever();
            row.Property(m => m.Address).HasMaxLength(320);
            row.Property(m => m.Status).HasMaxLength(Failure.StatusLength);
            row.Property(m => m.Problem).HasMaxLength(ServerWords.Most);
            row.HasIndex(m => new { m.Thread, m.PlannedAt }, "ix_posted_mails_thread");
            row.Property(m => m.Notice).HasMaxLength(NoticeKind.KeyLength);
            row.HasIndex(m => new { m.Reader, m.Notice }, "ix_posted_mails_aside")
                .HasFilter("aside_at IS NOT NULL AND told_at IS NULL AND dropped_at IS NULL");
            row.HasIndex(m => m.PlannedAt, "ix_posted_mails_planned");
        });
}

/// <summary>Why a mail did not arrive, or not yet.</summary>
/// <param name="Status">As RFC 3463 has it; empty where nobody said.</param>
/// <param name="IsDelay">The server that reports it tries again by itself.</param>
public sealed record Failure(string Status, bool IsDelay)
{
    public const int StatusLength = 11;

    /// <summary>A server that gave up after days of trying says 4: another day it may arrive.</summary>
    public bool IsForGood => !IsDelay && !Status.StartsWith('4');
}
