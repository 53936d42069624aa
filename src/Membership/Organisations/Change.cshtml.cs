using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.Organisations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Membership.Organisations;

/// <summary>What stands on the organisation's pages and mail, and how its days are counted.</summary>
[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class ChangePage(OwnOrganisation own) : PageModel
{
    public OwnOrganisation Own => own;
    public OrganisationChange Form { get; private set; } = null!;

    public static IReadOnlyList<Choice> Colours =>
        [
            .. Enum.GetValues<Accent>()
                .Select(accent => new Choice(
                    accent.ToString().ToLowerInvariant(),
                    accent switch
                    {
                        Accent.Green => Texts.Green,
                        Accent.Blue => Texts.Blue,
                        Accent.Teal => Texts.Teal,
                        Accent.Ochre => Texts.Ochre,
                        Accent.Plum => Texts.Plum,
                        Accent.Brick => Texts.Brick,
                    }
                )),
        ];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        var known = own.Organisation;
        Form = new OrganisationChange(
            known.Name,
            known.Accent,
            known.MailFromName ?? "",
            known.MailReplyTo ?? "",
            known.HomeZone,
            known.Country ?? ""
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        Form = new OrganisationChange(
            this.Sent("name") ?? "",
            this.Sent("accent") ?? "",
            this.Sent("mailFromName") ?? "",
            this.Sent("mailReplyTo") ?? "",
            this.Sent("homeZone") ?? "",
            this.Sent("country") ?? ""
        );
        return await this.CommitAsync(
            own.Organisation.Change(Form, own.Actor, own.Now),
            OrganisationLinks.Change(own.Slug),
            string.Format(CultureInfo.CurrentCulture, Texts.SaidChanged, Form.Name),
            ct
        );
    }
}
