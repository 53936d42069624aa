using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Membership.Teams.Domain;

/// <summary>What happens to a seat between its beginning and its end.</summary>
internal sealed partial class Team
{
    public const int RegionsLength = 500;

    /// <summary>The regions that the team should cover, with commas between; empty where nobody has said.</summary>
    public string Regions { get; private set; } = "";

    /// <summary>The seat that the person holds now.</summary>
    public TeamMember? SeatOf(PersonId? person) =>
        members.SingleOrDefault(member => member.PersonId == person && member.Until is null);

    /// <param name="today">In the organisation's zone.</param>
    public Outcome ChangeSeat(
        PersonId person,
        SeatTerms terms,
        LocalDate today,
        Actor actor,
        Instant now
    )
    {
        if (SeatOf(person) is not { } seat)
            return Refusals.NotAMember;
        if (Against(terms, seat.Ends, today) is { } refusal)
            return refusal;
        if (terms == seat.Terms)
            return Outcome.Of(actor, now);
        seat.Agree(terms);
        return Outcome
            .Of(
                actor,
                now,
                new TeamSeatChanged(Id.Value, person.Value, terms.Region, Iso(terms.Ends))
            )
            .Then(seat.LookAt(now));
    }

    /// <summary>The member says that they go on for another year.</summary>
    public Outcome GoOn(PersonId person, Actor actor, Instant now)
    {
        if (SeatOf(person) is not { } seat)
            return Refusals.NotAMember;
        if (seat.Asked is null)
            return Refusals.NotAsked;
        seat.GoOn(now);
        return Outcome
            .Of(actor, now, new TeamMemberConfirmed(Id.Value, person.Value))
            .Then(seat.LookAt(now));
    }

    public Outcome Cover(string regions, Actor actor, Instant now)
    {
        var kept = string.Join(
            ", ",
            regions
                .Split(
                    [',', '\n', ';'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Distinct(StringComparer.OrdinalIgnoreCase)
        );
        if (kept.Length > RegionsLength)
            return Refusals.RegionsTooLong;
        if (kept == Regions)
            return Outcome.Of(actor, now);
        Regions = kept;
        return Outcome.Of(actor, now, new TeamRegionsChanged(Id.Value, kept));
    }

    private static Refusal? Against(SeatTerms terms, LocalDate? known, LocalDate today) =>
        terms.Region.Length > SeatTerms.RegionLength ? Refusals.RegionTooLong
        : terms.Ends != known && terms.Ends < today ? Refusals.TermOver
        : null;

    private static string? Iso(LocalDate? day) =>
        day is { } date ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : null;
}
