using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Security.Tests.Matrix;

/// <summary>While it is on, what is saved is thrown away: so everything that is allowed can be done, again and again, in a world that stays as it is. Denials are tried with it off.</summary>
internal sealed class Rehearsal : SaveChangesInterceptor
{
    public bool On { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(On ? InterceptionResult<int>.SuppressWithResult(0) : result);
}
