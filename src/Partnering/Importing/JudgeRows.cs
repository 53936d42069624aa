using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Importing;

/// <summary>A row with what became of it in the dry run.</summary>
/// <param name="Key">Empty for a bad row.</param>
/// <param name="Case">What it is the same as, or like.</param>
/// <param name="OtherLine">The earlier row of this file that it is the same as, or like.</param>
internal sealed record JudgedRow(
    PastRow Row,
    RowVerdict Verdict,
    string Key = "",
    ApplicationId? Case = null,
    int? OtherLine = null,
    string By = ""
);

/// <summary>The dry run: holds each row against what is there and against the rows before it. Four statements, however many rows there are.</summary>
internal sealed class JudgeRows(BanyanDb db, ImportProgress progress)
{
    private const int Step = 1000;

    public async Task<IReadOnlyList<JudgedRow>> OfAsync(
        PastImport import,
        OpenedFile opened,
        ImportMap map,
        Instant now,
        CancellationToken ct
    )
    {
        var known = await KnownAsync(import.Program, opened.Program, ct);
        var judged = new List<JudgedRow>();
        foreach (var row in opened.Rows(map, now))
        {
            if (judged.Count % Step == 0)
                progress.Set(import.Id, judged.Count, opened.File!.Survey.Rows);
            judged.Add(Judge(row, row.Key(import.Program), known));
        }
        return judged;
    }

    /// <summary>Says in short what was found of each row: equal for two runs that found the same.</summary>
    public static string Fingerprint(IEnumerable<JudgedRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Row.Line} {row.Verdict} {row.Key}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static JudgedRow Judge(PastRow row, string key, KnownSubjects known)
    {
        if (row.Problems.Count > 0)
            return new JudgedRow(row, RowVerdict.Bad);
        if (known.ByKey.TryGetValue(key, out var same))
            return new JudgedRow(row, RowVerdict.Same, key, same.Case, same.Line);
        var (title, email) = (SameSubject.Fold(row.Title), row.Email?.Key);
        var reasons = new List<string>();
        Whereabouts? like = null;
        void Look(Dictionary<string, Whereabouts> among, string? value, string reason)
        {
            if (value is not { Length: > 0 } || !among.TryGetValue(value, out var found))
                return;
            like ??= found;
            if (like == found)
                reasons.Add(reason);
        }
        Look(known.ByTitle, title, Texts.LikeTitle);
        Look(known.BySite, row.Website, Texts.LikeSite);
        Look(known.ByEmail, email, Texts.LikeEmail);
        var here = new Whereabouts(null, row.Line);
        known.ByKey[key] = here;
        Add(known.ByTitle, title, here);
        Add(known.BySite, row.Website, here);
        Add(known.ByEmail, email, here);
        return like is null
            ? new JudgedRow(row, RowVerdict.New, key)
            : new JudgedRow(
                row,
                RowVerdict.Like,
                key,
                like.Case,
                like.Line,
                string.Join(", ", reasons)
            );
    }

    /// <summary>Every application that was sent for this program, also what is open and what was imported before.</summary>
    private async Task<KnownSubjects> KnownAsync(
        ProgramId program,
        ProgramDefinition definition,
        CancellationToken ct
    )
    {
        var sent = db
            .Applications.AsNoTracking()
            .Where(a => a.Program == program && a.SubmittedAt != null);
        var known = new KnownSubjects();
        foreach (
            var each in await sent.OrderByDescending(a => a.SubmittedAt)
                .ThenBy(a => a.Id)
                .Select(a => new
                {
                    a.Id,
                    a.TitleKey,
                    a.ImportKey,
                })
                .ToListAsync(ct)
        )
        {
            var where = new Whereabouts(each.Id, null);
            Add(known.ByTitle, each.TitleKey, where);
            if (each.ImportKey is { } key)
                known.ByKey[key] = where;
        }
        foreach (
            var each in await sent.OrderByDescending(a => a.SubmittedAt)
                .SelectMany(a => a.Applicants)
                .Select(applicant => new { applicant.Application, applicant.EmailKey })
                .ToListAsync(ct)
        )
            Add(known.ByEmail, each.EmailKey, new Whereabouts(each.Application, null));
        if (definition.Asking(Meaning.Website)?.Key is { } website)
            foreach (
                var each in await sent.OrderByDescending(a => a.SubmittedAt)
                    .SelectMany(a => a.Answers)
                    .Where(answer => answer.Question == website)
                    .Select(answer => new { answer.Application, answer.Text })
                    .ToListAsync(ct)
            )
                if (Kernel.Domain.WebAddress.TryRead(each.Text, out var address, out _))
                    Add(known.BySite, address.Canonical, new Whereabouts(each.Application, null));
        return known;
    }

    private static void Add(Dictionary<string, Whereabouts> among, string? value, Whereabouts where)
    {
        if (value is { Length: > 0 })
            among.TryAdd(value, where);
    }

    /// <summary>An application that is there, or a line of this file.</summary>
    private sealed record Whereabouts(ApplicationId? Case, int? Line);

    private sealed class KnownSubjects
    {
        public Dictionary<string, Whereabouts> ByKey { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, Whereabouts> ByTitle { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, Whereabouts> BySite { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, Whereabouts> ByEmail { get; } = new(StringComparer.Ordinal);
    }
}
