using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Checks;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>Asks for a look at the addresses that an application names, whenever they change; the page never waits for it. What the answers alone tell is said at once.</summary>
internal sealed class CheckRequests(BanyanDb db)
{
    private static readonly (Meaning Meaning, CheckKind Kind)[] Looked =
    [
        (Meaning.Website, CheckKind.Site),
        (Meaning.CodeOfConduct, CheckKind.CodeOfConduct),
    ];

    /// <summary>What follows from an answer alone is said at once and leaves the house for nothing.</summary>
    private static readonly (
        Meaning Meaning,
        CheckKind Kind,
        Func<string, Instant, CheckFinding> Judge
    )[] Computed =
    [
        (Meaning.Title, CheckKind.Trademark, TrademarkCheck.Judge),
        (Meaning.TopicShare, CheckKind.TopicShare, JudgeShare),
    ];

    public Task<List<Check>> OfAsync(ApplicationId application, CancellationToken ct) =>
        db
            .Checks.Where(check => check.Application == application)
            .OrderBy(check => check.Kind)
            .ToListAsync(ct);

    /// <summary>Compares the addresses with what was looked at; the rows are tracked and saved with the answers.</summary>
    public async Task<IReadOnlyList<WorkChange>> ForAsync(
        OpenApplication open,
        CancellationToken ct
    )
    {
        var form = open.Form(complete: false);
        var known = await OfAsync(open.Application.Id, ct);
        var work = new List<WorkChange>();
        foreach (var (meaning, kind) in Looked)
        {
            var check = known.Find(c => c.Kind == kind);
            if (form.Value(meaning) is not { } address)
            {
                if (check is not null)
                    db.Remove(check);
                continue;
            }
            if (check?.Address == address)
                continue;
            if (check is null)
                db.Add(check = new Check(open.Application.Id, kind, address, open.Now));
            else
                check.Ask(address, open.Now);
            work.Add(LookAtSite.Plan(check, open.Now));
        }
        Compute(open, form, known);
        return work;
    }

    /// <summary>From sending on, what was found is looked at again; a look that is still due comes first.</summary>
    public async Task<IReadOnlyList<WorkChange>> WatchAsync(
        ApplicationId application,
        Instant now,
        CancellationToken ct
    ) =>
        [
            .. (await OfAsync(application, ct))
                .Where(check =>
                    check.Result is not null && Looked.Any(looked => looked.Kind == check.Kind)
                )
                .Select(check => LookAtSite.Plan(check, now + Check.EveryWeek)),
        ];

    private void Compute(OpenApplication open, FormState form, List<Check> known)
    {
        foreach (var (meaning, kind, judge) in Computed)
        {
            var check = known.Find(c => c.Kind == kind);
            if (form.Value(meaning) is not { } answer)
            {
                // The answer was taken away, and what was said about it with it.
                if (check is not null)
                    db.Remove(check);
                continue;
            }
            if (check?.Address == answer)
                continue;
            if (check is null)
                db.Add(check = new Check(open.Application.Id, kind, answer, open.Now));
            else
                check.Ask(answer, open.Now);
            check.Keep(judge(answer, open.Now));
        }
    }

    private static CheckFinding JudgeShare(string answer, Instant at) =>
        TopicShareCheck.Judge(
            int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
                ? percent
                : null,
            at
        );
}
