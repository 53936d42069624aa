using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Membership.Organisations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Membership.Organisations;

[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class RemoveHolidayPage(OwnOrganisation own) : PageModel
{
    public OwnOrganisation Own => own;
    public Holiday Holiday { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) =>
        await LoadAsync(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
            return NotFound();
        return await this.CommitAsync(
            own.Organisation.RemoveHoliday(id, own.Actor, own.Now),
            OrganisationLinks.Holidays(own.Slug),
            string.Format(CultureInfo.CurrentCulture, Texts.SaidRemoved, Holiday.Name),
            ct
        );
    }

    private async Task<bool> LoadAsync(string slug, Guid id, CancellationToken ct)
    {
        if (
            !await own.LoadAsync(slug, ct)
            || own.Organisation.Holidays.Find(known => known.Id == id) is not { } found
        )
            return false;
        Holiday = found;
        return true;
    }
}
