using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Shared;

/// <summary>The name at the head of every page: that of the organisation where there is exactly one, else the platform's own.</summary>
internal sealed class HouseName(BanyanDb db, HouseNameMemory memory, IClock clock)
{
    private static readonly Duration KeptFor = Duration.FromMinutes(1);

    /// <summary>Leaves alone what a page has set for itself. Asks the database once a minute at most.</summary>
    public async Task PutOnAsync(PageFrame frame, CancellationToken ct)
    {
        if (frame.OrganisationName != PageFrame.Platform)
            return;
        var now = clock.GetCurrentInstant();
        if (memory.Last is not { } known || now - known.ReadAt > KeptFor || now < known.ReadAt)
            memory.Last = known = new HouseNameRead(now, await OnlyOneAsync(ct));
        if (known.Only is not { } only)
            return;
        frame.OrganisationName = only.Name;
        if (Enum.TryParse<Accent>(only.Accent, ignoreCase: true, out var accent))
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
