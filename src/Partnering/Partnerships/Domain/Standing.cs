using NodaTime;
using static Banyan.Partnering.Partnerships.Domain.PartnershipState;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What the public is told. Derived from state and dates each time it is asked, never stored; why somebody is no partner is never said on a picture.</summary>
internal enum Standing
{
    Partner,
    RenewalDue,
    Alumni,
    NotCurrent,
}

internal static class Standings
{
    /// <summary>The last days of a term, in which a renewal is due.</summary>
    public const int RenewalDays = 60;

    /// <param name="until">The last day of the term; null where there is none.</param>
    /// <param name="today">By the calendar of the organisation.</param>
    public static Standing Of(
        PartnershipState state,
        LocalDate begins,
        LocalDate? until,
        LocalDate today
    ) =>
        state switch
        {
            Revoked => Standing.NotCurrent,
            Ended or Expired => Standing.Alumni,
            Onboarding or Active or UnderReview or Suspended when today > until => Standing.Alumni,
            Onboarding or Suspended => Standing.NotCurrent,
            Active or UnderReview when today < begins => Standing.NotCurrent,
            Active or UnderReview => until is { } last
            && Period.DaysBetween(today, last) < RenewalDays
                ? Standing.RenewalDue
                : Standing.Partner,
        };

    /// <summary>True while the promises of both sides hold.</summary>
    public static bool IsCurrent(this Standing standing) =>
        standing switch
        {
            Standing.Partner or Standing.RenewalDue => true,
            Standing.Alumni or Standing.NotCurrent => false,
        };
}
