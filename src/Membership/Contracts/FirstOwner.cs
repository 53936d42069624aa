using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Setup.Data;
using Banyan.Membership.Setup.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>The way in for the first person of an empty site.</summary>
public static class FirstOwner
{
    /// <summary>A fresh one-time address for the host to print; null once somebody is an owner. Addresses printed earlier stop working.</summary>
    public static async Task<string?> AddressAsync(
        BanyanDb db,
        SiteAddress site,
        IClock clock,
        CancellationToken ct = default
    )
    {
        if (await db.HasOwnerAsync(ct))
            return null;
        var now = clock.GetCurrentInstant();
        db.RemoveRange(await db.SetupKeys.Where(key => key.Used == null).ToListAsync(ct));
        db.Add(SetupKey.Make(now, out var token));
        var kept = await db.CommitAsync(Outcome.Of(Actor.Rule, now), ct);
        return kept.Done ? site.Of($"/setup/{token}") : null;
    }
}
