using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Shared;

/// <summary>The name at the head of every page: that of the organisation where there is exactly one or the page is about something of one, else the platform's own.</summary>
internal sealed class HouseName(
    BanyanDb db,
    HouseNameMemory memory,
    RecordOwner owner,
    IClock clock
)
{
    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    /// <summary>Leaves alone what a page has set for itself. How many there are is asked once a minute at most.</summary>
    /// <param name="address">What the address of a page names that the viewer was let into; null for any other answer.</param>
    public async Task PutOnAsync(
        PageFrame frame,
        RouteValueDictionary? address,
        CancellationToken ct
    )
    {
        if (frame.OrganisationName != PageFrame.Platform)
            return;
        var now = clock.GetCurrentInstant();
        if (memory.Last is not { } known || now - known.ReadAt > KeptFor || now < known.ReadAt)
            memory.Last = known = new HouseNameRead(now, await OnlyOneAsync(ct));
        var whose = known.Only;
        if (whose is null && address is not null)
            whose = await owner.OfAsync(address, ct);
        if (whose is null)
            return;
        frame.OrganisationName = whose.Name;
        if (Enum.TryParse<Accent>(whose.Accent, ignoreCase: true, out var accent))
            frame.Accent = accent;
    }

    private async Task<OrganisationFacts?> OnlyOneAsync(CancellationToken ct) =>
        await db
            .OrganisationFacts.AsNoTracking()
            .OrderBy(facts => facts.Slug)
            .Take(2)
            .ToListAsync(ct)
            is [var only]
            ? only
            : null;
}

/// <summary>What was read last, for all requests of this process.</summary>
internal sealed class HouseNameMemory
{
    public HouseNameRead? Last { get; set; }
}

internal sealed record HouseNameRead(Instant ReadAt, OrganisationFacts? Only);
