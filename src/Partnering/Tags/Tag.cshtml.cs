using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Review;
using Banyan.Partnering.Tags.Data;
using Banyan.Partnering.Tags.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Tags;

[Requires(CasePermissions.Tag)]
internal sealed class TagPage(BanyanDb db, Viewer viewer, OpenCase open) : CaseVerb(open)
{
    [BindProperty(Name = "tag")]
    public string New { get; set; } = "";

    [BindProperty(Name = "known")]
    public string Known { get; set; } = "";

    /// <summary>What other cases have and this one has not.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Tag, ct))
            return NotFound();
        await OfferAsync(await ThereAsync(ct), ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Tag, () => PutAsync(ct), Texts.SaidTagged, ct);

    private async Task<Outcome> PutAsync(CancellationToken ct)
    {
        var there = await ThereAsync(ct);
        // A new word wins over one of the list: it is what was typed.
        var (tag, outcome) = CaseTag.Put(
            Open.Case.Id,
            CaseTag.WordOf(New).Length > 0 ? New : Known,
            there,
            Open.Actor,
            Open.Now
        );
        if (tag is not null)
            db.Add(tag);
        await OfferAsync(there, ct);
        return outcome;
    }

    private Task<List<CaseTag>> ThereAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        return db.Tags.Where(tag => tag.Application == id).ToListAsync(ct);
    }

    private async Task OfferAsync(List<CaseTag> there, CancellationToken ct) =>
        Offered = [
            .. (await db.KnownTagsAsync(viewer, ct))
                .Except(there.Select(tag => tag.Word), StringComparer.Ordinal)
                .Select(word => new Choice(word, word)),
        ];
}
