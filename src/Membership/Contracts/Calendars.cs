using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Organisations.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>The days on which an organisation works.</summary>
public static class Calendars
{
    extension(BanyanDb db)
    {
        /// <summary>By the weekend of its country and its own holidays. Every count of business days begins here.</summary>
        public async Task<BusinessDays> BusinessDaysOfAsync(
            OrganisationFacts organisation,
            CancellationToken ct
        )
        {
            var id = organisation.Id;
            var days = await db.Set<Holiday>()
                .AsNoTracking()
                .Where(holiday => holiday.OrganisationId == id)
                .Select(holiday => holiday.Day)
                .ToListAsync(ct);
            return BusinessDays.Of(organisation.Country, days.ToHashSet());
        }
    }
}
