using Banyan.Kernel.Domain;

namespace Banyan.Kernel.Data;

public sealed partial class BanyanDb
{
    /// <summary>
    /// The door for very many records of one cause: part after part in one transaction, all of them or none, with no more in memory than one part.
    /// The work in hand is done with the last. On SQLite nobody else writes meanwhile.
    /// </summary>
    /// <param name="parts">What a part refuses ends it. Nothing that an earlier part loaded is tracked any more.</param>
    public async Task<Outcome> CommitPartsAsync(
        IAsyncEnumerable<Outcome> parts,
        CancellationToken ct
    )
    {
        var handled = Handling;
        var payload = handled?.Payload;
        var rings = false;
        var last = Outcome.Of(Actor.Rule, default);
        using var turn = await gate.EnterAsync(ct);
        await using var whole = await Database.BeginTransactionAsync(ct);
        try
        {
            // Marked done in the first part, the row of the work would be locked against its own renewal.
            Handling = null;
            await foreach (var part in parts.WithCancellation(ct))
            {
                last = part.Done ? await WriteAsync(part, null, ct) : part;
                if (!last.Done)
                    return await NothingAsync(last);
                rings |= last.Work.Count > 0;
                ChangeTracker.Clear();
            }
            Handling = handled;
            if (handled is not null)
            {
                var done = await WriteAsync(Outcome.Of(last.Actor, last.At), null, ct);
                if (!done.Done)
                    return await NothingAsync(done);
            }
            await whole.CommitAsync(ct);
        }
        catch
        {
            Undo(handled, payload);
            throw;
        }
        finally
        {
            commits.Add();
        }
        if (rings)
            bell.Ring();
        return last;

        async Task<Outcome> NothingAsync(Outcome refusal)
        {
            await whole.RollbackAsync(CancellationToken.None);
            return Undone(handled, payload, refusal);
        }
    }
}
