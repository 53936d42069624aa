using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Importing;

/// <summary>Makes applications of rows, and takes them away again; each in one transaction.</summary>
internal sealed class WriteRows(
    BanyanDb db,
    CommunityDirectory communities,
    ProgramShelf shelf,
    ImportProgress progress
)
{
    /// <summary>So many applications are in memory at once.</summary>
    public const int Part = 500;

    /// <summary>The version of what was written once and never again.</summary>
    private const int Untouched = 1;

    /// <param name="first">Where the import itself is not there yet: what happened to it so far.</param>
    public Task<Outcome> WriteAsync(
        PastImport import,
        OpenedFile opened,
        IReadOnlyList<JudgedRow> rows,
        Func<Task> renew,
        Actor actor,
        Instant now,
        CancellationToken ct,
        Outcome? first = null
    )
    {
        var taken = rows.Where(row =>
                row.Verdict == RowVerdict.New || row.Verdict == RowVerdict.Like && import.WithLike
            )
            .ToList();
        return db.CommitPartsAsync(Parts(import, opened, taken, renew, actor, now, first, ct), ct);
    }

    /// <summary>As long as nothing was changed on what it made.</summary>
    public async Task<Outcome> UndoAsync(
        PastImport import,
        Func<Task> renew,
        Actor actor,
        Instant now,
        CancellationToken ct
    ) => await db.CommitPartsAsync(Removals(import.Id, import.Taken, renew, actor, now, ct), ct);

    private async IAsyncEnumerable<Outcome> Parts(
        PastImport import,
        OpenedFile opened,
        List<JudgedRow> rows,
        Func<Task> renew,
        Actor actor,
        Instant now,
        Outcome? first,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        if (first is not null)
        {
            db.Add(import);
            yield return first;
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        foreach (var part in rows.Chunk(Part))
        {
            await renew();
            var references = await ReferencesAsync(opened, part, used, ct);
            var theirs = await communities.FindOfAllAsync(
                [.. part.Select(Group).OfType<(string, string?, string)>()],
                ct
            );
            var outcome = Outcome.Of(actor, now);
            for (var at = 0; at < part.Length; at++)
            {
                var community =
                    Group(part[at]) is { } group && theirs.TryGetValue(group, out var found)
                        ? found
                        : default(CommunityId?);
                var (application, imported) = Application.Import(
                    Past(import, opened, part[at], references[at], community),
                    actor,
                    now
                );
                db.Add(application);
                outcome = outcome.And(imported);
            }
            done += part.Length;
            progress.Set(import.Id, done, rows.Count);
            yield return outcome;
        }
        var id = import.Id;
        var kept = await db.Imports.SingleAsync(i => i.Id == id, ct);
        yield return kept.Written(rows.Count, actor, now);
    }

    private async IAsyncEnumerable<Outcome> Removals(
        ImportId import,
        int taken,
        Func<Task> renew,
        Actor actor,
        Instant now,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var done = 0; ; )
        {
            await renew();
            var part = await db
                .Applications.Where(a => a.ImportedWith == import)
                .OrderBy(a => a.Id)
                .Take(Part)
                .Include(a => a.Answers)
                .Include(a => a.Applicants)
                .AsSplitQuery()
                .ToListAsync(ct);
            if (part.Count == 0)
                break;
            if (part.Find(application => application.Version != Untouched) is { } changed)
                yield return ImportRefusals.ChangedSince(
                    changed.Reference,
                    await LastAsync(changed, ct)
                );
            db.RemoveRange(part);
            done += part.Count;
            progress.Set(import, done, taken);
            yield return Outcome.Of(actor, now);
        }
        var kept = await db.Imports.SingleAsync(i => i.Id == import, ct);
        yield return kept.Undone(actor, now);
    }

    /// <summary>The last thing that happened to it, as its history says it.</summary>
    private async Task<string> LastAsync(Application changed, CancellationToken ct)
    {
        var (about, own) = (changed.Id.Value, DomainEvent.ActionOf(typeof(ApplicationImported)));
        var last = await db
            .Events.AsNoTracking()
            .Include(row => row.Words)
            .Where(row => row.About == about && row.Action != own)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .FirstOrDefaultAsync(ct);
        return last is null
            ? Texts.SomethingChanged
            : HistoryLine
                .Of(last, await shelf.DefinitionAsync(changed.ProgramVersion, ct), tallies: false)
                .Sentence;
    }

    private static (string, string?, string)? Group(JudgedRow row) =>
        row.Row.Email is { } email ? (email.Key, row.Row.Website, row.Row.Title) : null;

    private static PastApplication Past(
        PastImport import,
        OpenedFile opened,
        JudgedRow judged,
        string reference,
        CommunityId? community
    )
    {
        var row = judged.Row;
        var submitted = Noon(row.Submitted!.Value, opened.Zone);
        return new PastApplication(
            reference,
            import.Organisation,
            import.Program,
            opened.Version,
            import.Id,
            import.File,
            row.Line,
            judged.Key,
            row.Title.Length > 0 ? row.Title : reference,
            row.Name,
            row.Email,
            community,
            StateOf(row.Outcome),
            submitted,
            row.Decided is { } decided ? Noon(decided, opened.Zone) : submitted,
            row.EventDate,
            row.Answers
        );
    }

    // A file knows days only; at noon it is the same day for nearly everybody who reads it.
    private static Instant Noon(LocalDate day, DateTimeZone zone) =>
        day.At(LocalTime.Noon).InZoneLeniently(zone).ToInstant();

    private static ApplicationState StateOf(PastOutcome outcome) =>
        outcome switch
        {
            PastOutcome.Approved => ApplicationState.Approved,
            PastOutcome.Declined => ApplicationState.Declined,
            PastOutcome.Withdrawn => ApplicationState.Withdrawn,
            PastOutcome.Closed => ApplicationState.Closed,
        };

    /// <summary>One for each row, of the year in which it was sent; one statement, and a second in the unlikely case.</summary>
    private async Task<string[]> ReferencesAsync(
        OpenedFile opened,
        JudgedRow[] part,
        HashSet<string> used,
        CancellationToken ct
    )
    {
        var references = new string[part.Length];
        var open = Enumerable.Range(0, part.Length).ToList();
        while (open.Count > 0)
        {
            foreach (var at in open)
                do references[at] =
                    $"{opened.Program.ReferencePrefix}-{part[at].Row.Submitted!.Value.Year % 100:00}-{RandomNumberGenerator.GetString(SpokenLetters.All, 5)}";
                while (!used.Add(references[at]));
            var wanted = open.ConvertAll(at => references[at]);
            var taken = await db
                .Applications.Where(a => wanted.Contains(a.Reference))
                .Select(a => a.Reference)
                .ToListAsync(ct);
            open = open.FindAll(at => taken.Contains(references[at]));
        }
        return references;
    }
}
