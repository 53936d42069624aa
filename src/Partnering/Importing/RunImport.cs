using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Importing;

/// <summary>The steps of an import that take their time, each of which leads to the next state or says why it does not.</summary>
internal sealed class RunImport(BanyanDb db, OpenFile open, JudgeRows judge, WriteRows write)
{
    /// <summary>Null where there is no such import.</summary>
    public Task<ImportState?> StateAsync(ImportId id, CancellationToken ct) =>
        db
            .Imports.Where(import => import.Id == id)
            .Select(import => (ImportState?)import.State)
            .SingleOrDefaultAsync(ct);

    public async Task<Outcome> ReadAsync(ImportStep step, CancellationToken ct)
    {
        var import = await LoadAsync(step, ct);
        var opened = await open.OfAsync(import, ct);
        return await db.CommitAsync(
            opened.File is { } file
                ? import.Read(file.Survey, step.Actor, step.Now)
                : import.Unreadable(opened.Refusal!, step.Actor, step.Now),
            ct
        );
    }

    public async Task<Outcome> CheckAsync(ImportStep step, CancellationToken ct)
    {
        var import = await LoadAsync(step, ct);
        var opened = await open.OfAsync(import, ct);
        if (opened.Refusal is { } refusal)
            return await db.CommitAsync(import.Unreadable(refusal, step.Actor, step.Now), ct);
        // The program may be another one than when somebody said what the columns mean.
        if (MapCheck.Against(import.Map!, opened.File!.Survey, opened.Program) is [{ } first, ..])
            return await db.CommitAsync(import.Unclear(first, step.Actor, step.Now), ct);
        var rows = await judge.OfAsync(import, opened, import.Map!, step.Now, ct);
        var outcome = import.Checked(
            Count(rows),
            JudgeRows.Fingerprint(rows),
            step.Actor,
            step.Now
        );
        foreach (var same in rows.GroupBy(row => row.Verdict))
            db.AddRange(same.Take(CheckedRow.MostKept).Select(row => Kept(import, row)));
        return await db.CommitAsync(outcome, ct);
    }

    /// <summary>Only what the dry run said and somebody looked at: where something else is there by now, it is checked again.</summary>
    public async Task<Outcome> WriteAsync(ImportStep step, CancellationToken ct)
    {
        var import = await LoadAsync(step, ct);
        var opened = await open.OfAsync(import, ct);
        if (opened.Refusal is { } refusal)
            return await db.CommitAsync(import.Unreadable(refusal, step.Actor, step.Now), ct);
        if (MapCheck.Against(import.Map!, opened.File!.Survey, opened.Program) is [{ } first, ..])
            return await db.CommitAsync(import.Unclear(first, step.Actor, step.Now), ct);
        var rows = await judge.OfAsync(import, opened, import.Map!, step.Now, ct);
        var written =
            JudgeRows.Fingerprint(rows) == import.Verdicts
                ? await write.WriteAsync(import, opened, rows, step.Renew, step.Actor, step.Now, ct)
                : ImportRefusals.ImportedMeanwhile;
        if (written.Refusal is not { } against)
            return written;
        db.ChangeTracker.Clear();
        import = await LoadAsync(step, ct);
        return await db.CommitAsync(
            import.LookAgain(against, step.Actor, step.Now).Then(step.Next(import)),
            ct
        );
    }

    public async Task<Outcome> UndoAsync(ImportStep step, CancellationToken ct)
    {
        var import = await LoadAsync(step, ct);
        var undone = await write.UndoAsync(import, step.Renew, step.Actor, step.Now, ct);
        if (undone.Refusal is not { } against)
            return undone;
        import = await LoadAsync(step, ct);
        return await db.CommitAsync(import.Stays(against, step.Actor, step.Now), ct);
    }

    public async Task GiveUpAsync(ImportStep step, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var import = await LoadAsync(step, ct);
        await db.CommitOrTryAgainAsync(
            import.GiveUp(ImportRefusals.GivenUp, step.Actor, step.Now),
            ct
        );
    }

    public static RowCounts Count(IReadOnlyList<JudgedRow> rows)
    {
        int Of(RowVerdict verdict) => rows.Count(row => row.Verdict == verdict);
        return new RowCounts(
            Of(RowVerdict.New),
            Of(RowVerdict.Same),
            Of(RowVerdict.Like),
            Of(RowVerdict.Bad)
        );
    }

    private Task<PastImport> LoadAsync(ImportStep step, CancellationToken ct)
    {
        var id = step.Import;
        return db.Imports.SingleAsync(import => import.Id == id, ct);
    }

    private static CheckedRow Kept(PastImport import, JudgedRow row) =>
        new()
        {
            Import = import.Id,
            Check = import.Check,
            Line = row.Row.Line,
            Verdict = row.Verdict,
            Title = row.Row.Title,
            About = RowWords.About(row.Row),
            Case = row.Case,
            LikeLine = row.OtherLine,
            LikeBy = row.By,
            Problems = new([.. row.Row.Problems.Select(problem => problem.ToString())]),
        };
}

/// <summary>What the worker, or the command, does next with an import, and for whom.</summary>
/// <param name="Renew">Says that it is still at work.</param>
internal sealed record ImportStep(ImportId Import, Actor Actor, Instant Now, Func<Task> Renew)
{
    public Kernel.Work.WorkChange.Plan Next(PastImport import) =>
        ImportWork.Plan(import, Actor, Now);
}
