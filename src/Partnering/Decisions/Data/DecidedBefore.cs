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
        internal Task<bool> DecidedBeforeAsync(
            ApplicationId application,
            PersonId? person,
            CancellationToken ct
        )
        {
            var rounds = db.Rounds;
            return db
                .Decisions.Where(d =>
                    d.Application == application
                    && d.InForceSince != null
                    && (d.By == person || d.ConfirmedBy == person)
                )
                .Select(_ => true)
                .Concat(
                    rounds
                        .Where(r =>
                            r.Application == application
                            && r.Ballots.Any(ballot => ballot.Person == person)
                        )
                        .Select(_ => true)
                )
                .AnyAsync(ct);
        }
    }
}
