using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>How often mails of a kind come.</summary>
public enum Rhythm
{
    AtOnce,

    /// <summary>In one mail a day.</summary>
    Daily,

    /// <summary>In one mail on Mondays.</summary>
    Weekly,
    Never,
}

/// <summary>A kind of mail of which each person says how often it comes. What has to be acted upon by a day belongs to no kind and comes at once.</summary>
/// <param name="Key">Small letters; stands in the address that stops it.</param>
/// <param name="Rhythms">What may be chosen; the first holds until somebody does.</param>
/// <param name="For">Whether such a mail can come to the viewer at all.</param>
public sealed record NoticeKind(
    string Key,
    Func<string> Name,
    Func<string> About,
    IReadOnlyList<Rhythm> Rhythms,
    Func<BanyanDb, Viewer, CancellationToken, Task<bool>> For
)
{
    public const int KeyLength = 20;
    public Rhythm Usual => Rhythms[0];
}

/// <summary>What becomes of a mail that does not leave at once.</summary>
/// <param name="Reader">For whom it is gathered; null where they want none of its kind.</param>
/// <param name="Digest">The work that will tell of it.</param>
public sealed record PutAside(PersonId? Reader, WorkChange? Digest);

/// <summary>Knows how often whoever a mail goes to wants its kind.</summary>
public interface INoticeRhythms
{
    /// <returns>Null where it leaves at once.</returns>
    Task<PutAside?> OfAsync(Mail mail, CancellationToken ct);
}

/// <summary>The one mail that a person gets in place of many of a kind.</summary>
public static class NoticeWork
{
    public const string Kind = "notice.digest";
    private static readonly LocalTime s_morning = new(8, 0);

    public static string KeyOf(PersonId person, string notice) =>
        $"{Kind}/{notice}/{person.Value:n}";

    public static WorkChange At(Instant due, PersonId person, string notice) =>
        new WorkChange.Plan(
            Kind,
            KeyOf(person, notice),
            due,
            person.Value,
            new NoticeDue(person.Value, notice)
        );

    /// <summary>The next morning at eight, or that of the next Monday.</summary>
    public static Instant Next(Instant now, Rhythm rhythm, DateTimeZone zone)
    {
        var here = now.InZone(zone);
        var day = here.TimeOfDay < s_morning ? here.Date : here.Date.PlusDays(1);
        if (rhythm == Rhythm.Weekly && day.DayOfWeek != IsoDayOfWeek.Monday)
            day = day.Next(IsoDayOfWeek.Monday);
        return day.At(s_morning).InZoneLeniently(zone).ToInstant();
    }
}

public sealed record NoticeDue(Guid Person, string Notice);
