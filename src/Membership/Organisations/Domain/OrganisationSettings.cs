using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using NodaTime;

namespace Banyan.Membership.Organisations.Domain;

/// <summary>What its owners say about the organisation.</summary>
internal sealed partial class Organisation
{
    public const int LongestName = 200;

    internal OrganisationChange AsSaid =>
        new(Name, Accent, MailFromName ?? "", MailReplyTo ?? "", HomeZone, Country ?? "");

    /// <summary>Changes all of it, or nothing.</summary>
    public Outcome Change(OrganisationChange change, Actor actor, Instant now)
    {
        if (change.Against() is { } refusal)
            return refusal;
        var tidy = change.Tidy();
        if (tidy == AsSaid)
            return Outcome.Of(actor, now);
        Name = tidy.Name;
        Accent = tidy.Accent;
        MailFromName = Given(tidy.MailFromName);
        MailReplyTo = Given(tidy.MailReplyTo);
        HomeZone = tidy.HomeZone;
        Country = Given(tidy.Country);
        return Outcome.Of(actor, now, new OrganisationChanged(Id.Value, Name));
    }

    /// <summary>Adds days on which it does not work; one that is there already keeps its name.</summary>
    public Outcome AddHolidays(IReadOnlyList<NamedDay> days, Actor actor, Instant now)
    {
        if (days.Any(day => day.Name.Length == 0))
            return Refusals.HolidayNameMissing;
        if (days.Any(day => day.Name.Length > Holiday.LongestName))
            return Refusals.HolidayNameTooLong;
        var added = days.Where(day => !Holidays.Exists(known => known.Day == day.Day))
            .DistinctBy(day => day.Day)
            .Select(day => new Holiday(day.Day, day.Name))
            .ToList();
        if (Holidays.Count + added.Count > Holiday.Most)
            return Refusals.TooManyHolidays;
        Holidays.AddRange(added);
        return added.Count == 0
            ? Outcome.Of(actor, now)
            : Outcome.Of(
                actor,
                now,
                new HolidaysAdded(Id.Value, [.. added.Select(day => $"{day.Day:uuuu-MM-dd}")])
            );
    }

    public Outcome RemoveHoliday(Guid holiday, Actor actor, Instant now)
    {
        if (Holidays.Find(known => known.Id == holiday) is not { } found)
            return Refusals.HolidayGone;
        Holidays.Remove(found);
        return Outcome.Of(actor, now, new HolidayRemoved(Id.Value, $"{found.Day:uuuu-MM-dd}"));
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}

/// <summary>What the form holds; empty stands for not said.</summary>
/// <param name="HomeZone">IANA id.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
internal sealed record OrganisationChange(
    string Name,
    string Accent,
    string MailFromName,
    string MailReplyTo,
    string HomeZone,
    string Country
)
{
    public OrganisationChange Tidy() =>
        new(
            Typed.OneLine(Name),
            Accent.Trim().ToLowerInvariant(),
            Typed.OneLine(MailFromName),
            EmailAddress.TryParse(MailReplyTo, out var address, out _) ? address.ToString() : "",
            Zones.Canonical(HomeZone.Trim()) ?? "",
            Country.Trim().ToUpperInvariant()
        );

    public Refusal? Against() =>
        Typed.OneLine(Name).Length == 0 ? Refusals.NameMissing with { Field = "name" }
        : Typed.OneLine(Name).Length > Organisation.LongestName ? Refusals.NameTooLong
        : !Enum.GetNames<Accent>().Contains(Accent.Trim(), StringComparer.OrdinalIgnoreCase)
            ? Refusals.AccentUnknown
        : Typed.OneLine(MailFromName).Length > Organisation.LongestName ? Refusals.FromNameTooLong
        : MailReplyTo.Trim().Length > 0 && !EmailAddress.TryParse(MailReplyTo, out _, out _)
            ? Refusals.ReplyToUnreadable
        : Zones.Canonical(HomeZone.Trim()) is null
            ? Refusals.ZoneUnknown(HomeZone) with
            {
                Field = "homeZone",
            }
        : Country.Trim() is { Length: not 0 } country
        && (country.Length != 2 || !country.All(char.IsAsciiLetter))
            ? Refusals.CountryUnreadable
        : null;
}
