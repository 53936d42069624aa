using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>The open round of a case, which stands still while the applicant is asked and stops when the case leaves the work group.</summary>
internal sealed class RoundOfCase(BanyanDb db)
{
    /// <summary>The round, tracked, with seats and ballots; null when none is open.</summary>
    public Task<BallotRound?> OpenAsync(ApplicationId application, CancellationToken ct) =>
        db
            .Rounds.Whole()
            .SingleOrDefaultAsync(
                round => round.Application == application && round.ClosedAt == null,
                ct
            );
}
