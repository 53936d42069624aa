using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People.Data;

internal static class PeopleModel
{
    public const string EmailIndex = "ux_people_email_key";
    public const string UnsubscribeIndex = "ux_people_unsubscribe_key";
    public const string AddressPlaceIndex = "ux_sign_in_codes_address_place";
    public const string NetworkPlaceIndex = "ux_sign_in_codes_network_place";

    extension(BanyanDb db)
    {
        internal DbSet<Person> People => db.Set<Person>();
        internal DbSet<SignInCode> SignInCodes => db.Set<SignInCode>();
        internal DbSet<Session> Sessions => db.Set<Session>();
    }

    /// <summary>The person of this address; added, without a name, when there is none.</summary>
    public static async Task<Person> PersonOfAsync(
        this BanyanDb db,
        EmailAddress address,
        Instant now,
        CancellationToken ct
    )
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.EmailKey == address.Key, ct);
        if (person is null)
            db.Add(person = Person.Named(address, "", now));
        return person;
    }

    public static IQueryable<Session> LiveOf(
        this IQueryable<Session> sessions,
        PersonId? person,
        Instant now
    )
    {
        var (seen, begun) = (now - Session.Idle, now - Session.Longest);
        return sessions.Where(s =>
            person != null
            && s.PersonId == person
            && s.Ended == null
            && s.LastSeen > seen
            && s.Created > begun
        );
    }

    /// <summary>Requests serve the limits for a day and nobody after it.</summary>
    public static IQueryable<SignInCode> OldAt(this IQueryable<SignInCode> codes, Instant now)
    {
        var asked = now - MailLimits.Day;
        return codes.Where(c => c.Created < asked);
    }

    /// <summary>Sessions that no cookie opens any more.</summary>
    public static IQueryable<Session> OldAt(this IQueryable<Session> sessions, Instant now)
    {
        var (seen, begun) = (now - Session.Idle, now - Session.Longest);
        return sessions.Where(s => s.LastSeen < seen || s.Created < begun);
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Person>(row =>
        {
            row.ToTable("people");
            row.Property(p => p.Name).HasMaxLength(Person.NameLength);
            row.Property(p => p.Email).HasMaxLength(254);
            row.Property(p => p.EmailKey).HasMaxLength(254);
            row.HasIndex(p => p.EmailKey, EmailIndex).IsUnique();
            row.Property(p => p.UnsubscribeKey).HasMaxLength(Person.KeyLength);
            row.HasIndex(p => p.UnsubscribeKey, UnsubscribeIndex).IsUnique();
            row.Property(p => p.Zone).HasMaxLength(60);
            row.HasMany(p => p.Notices).WithOne().HasForeignKey(choice => choice.Person);
        });
        model.Entity<NoticeChoice>(row =>
        {
            row.ToTable("notice_choices");
            row.HasKey(choice => new { choice.Person, choice.Kind });
            row.Property(choice => choice.Kind).HasMaxLength(NoticeKind.KeyLength);
        });
        model.Entity<SignInCode>(row =>
        {
            row.ToTable("sign_in_codes");
            row.Property(c => c.Email).HasMaxLength(254);
            row.Property(c => c.EmailKey).HasMaxLength(254);
            row.Property(c => c.Purpose).HasMaxLength(80);
            row.Property(c => c.Next).HasMaxLength(500);
            row.Property(c => c.Network).HasMaxLength(50);
            row.Property(c => c.AddressPlace).HasMaxLength(320);
            row.Property(c => c.NetworkPlace).HasMaxLength(100);
            row.HasIndex(c => c.AddressPlace, AddressPlaceIndex).IsUnique();
            row.HasIndex(c => c.NetworkPlace, NetworkPlaceIndex).IsUnique();
            row.HasIndex(c => new { c.EmailKey, c.Created }, "ix_sign_in_codes_email");
            row.HasIndex(c => new { c.Network, c.Created }, "ix_sign_in_codes_network");
            row.HasIndex(c => c.Created, "ix_sign_in_codes_created");
        });
        model.Entity<Session>(row =>
        {
            row.ToTable("sessions");
            row.Property(s => s.FormToken).HasMaxLength(64);
            row.Property(s => s.Device).HasMaxLength(60);
            row.HasIndex(s => s.Hash, "ux_sessions_hash").IsUnique();
            row.HasIndex(s => s.PersonId, "ix_sessions_person");
            row.HasIndex(s => s.LastSeen, "ix_sessions_last_seen");
            row.LinksToPerson(s => s.PersonId);
        });
    }
}
