using Banyan.Security.Tests.Matrix;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>While it is on, each commit is written, looked at, and taken back: so everybody can send everything, and what it would have done is known.</summary>
internal sealed class RolledBack : SaveChangesInterceptor
{
    private bool begun;

    public bool On { get; set; }

    /// <summary>The rows of the whole database as the last commit would have left them; null where nothing was written.</summary>
    public IReadOnlyList<string>? Written { get; set; }

    /// <summary>Without looking: for tests that only want everything to be there again.</summary>
    public bool Blind { get; set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        begun = On && eventData.Context!.Database.CurrentTransaction is null;
        if (begun)
            await eventData.Context!.Database.BeginTransactionAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (!begun)
            return result;
        if (!Blind)
            Written = await DatabaseState.RowsAsync(eventData.Context!);
        await BackAsync(eventData.Context!, cancellationToken);
        return result;
    }

    public override Task SaveChangesFailedAsync(
        DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default
    ) => begun ? BackAsync(eventData.Context!, cancellationToken) : Task.CompletedTask;

    private async Task BackAsync(DbContext context, CancellationToken ct)
    {
        begun = false;
        await context.Database.RollbackTransactionAsync(ct);
    }
}
