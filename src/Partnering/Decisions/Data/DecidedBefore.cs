using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Decisions.Data;

/// <summary>On an appeal others decide than those who have: who recorded or confirmed a decision of the case, and who voted about it.</summary>
internal static class DecidedBefore
{
    extension(BanyanDb db)
    {
        /// <returns>Those of these cases in whose decision the person had a part.</returns>
        internal Task<List<ApplicationId>> DecidedBeforeAsync(
            List<ApplicationId> cases,
            PersonId? person,
            CancellationToken ct
        )
        {
            var voted = db
                .Rounds.Where(r =>
                    cases.Contains(r.Application)
                    && r.Ballots.Any(ballot => ballot.Person == person)
                )
                .Select(r => r.Application);
            return db
                .Decisions.Where(d =>
                    cases.Contains(d.Application)
                    && d.InForceSince != null
                    && (d.By == person || d.ConfirmedBy == person)
                )
                .Select(d => d.Application)
                .Union(voted)
                .ToListAsync(ct);
        }
    }
}
