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
internal sealed class UntagPage(BanyanDb db, OpenCase open) : CaseVerb(open)
{
    [BindProperty(Name = "tag", SupportsGet = true)]
    public string Word { get; set; } = "";

    public IReadOnlyList<Choice> There { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Tag, ct))
            return NotFound();
        await ThereAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Tag, () => TakeOffAsync(ct), Texts.SaidUntagged, ct);

    private async Task<Outcome> TakeOffAsync(CancellationToken ct)
    {
        if ((await ThereAsync(ct)).Find(tag => tag.Word == Word) is not { } tag)
            return TagRefusals.NotThere;
        db.Remove(tag);
        return tag.TakeOff(Open.Actor, Open.Now);
    }

    private async Task<List<CaseTag>> ThereAsync(CancellationToken ct)
    {
        var id = Open.Case.Id;
        var tags = await db
            .Tags.Where(tag => tag.Application == id)
            .OrderBy(tag => tag.Word)
            .ToListAsync(ct);
        There = [.. tags.Select(tag => new Choice(tag.Word, tag.Word))];
        return tags;
    }
}
