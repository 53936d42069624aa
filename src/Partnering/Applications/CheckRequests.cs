using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Banyan.Partnering.Checks;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>Asks for a look at the addresses that an application names, whenever they change. The page never waits for it.</summary>
internal sealed class CheckRequests(BanyanDb db)
{
    private static readonly (Meaning Meaning, CheckKind Kind)[] Looked =
    [
        (Meaning.Website, CheckKind.Site),
        (Meaning.CodeOfConduct, CheckKind.CodeOfConduct),
    ];

    public Task<List<Check>> OfAsync(ApplicationId application, CancellationToken ct) =>
        db.Checks.Where(check => check.Application == application).OrderBy(check => check.Kind).ToListAsync(ct);

    /// <summary>Compares the addresses with what was looked at; the rows are tracked and saved with the answers.</summary>
    public async Task<IReadOnlyList<WorkChange>> ForAsync(OpenApplication open, CancellationToken ct)
    {
        var form = open.Form(complete: false);
        var known = await OfAsync(open.Application.Id, ct);
        var work = new List<WorkChange>();
        foreach (var (meaning, kind) in Looked)
        {
            if (form.Value(meaning) is not { } address)
                continue;
            var check = known.Find(c => c.Kind == kind);
            if (check?.Address == address)
                continue;
            if (check is null)
                db.Add(check = new Check(open.Application.Id, kind, address, open.Now));
            else
                check.Ask(address, open.Now);
            work.Add(LookAtSite.Plan(check, open.Now));
        }
        return work;
    }
}
