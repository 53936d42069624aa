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

    /// <summary>What stood when the form was shown: the form says it again, so that nobody puts back unread what another owner changed.</summary>
    public OrganisationChange Seen { get; private set; } = null!;
    public const string SeenPrefix = "seen.";

    public static IReadOnlyList<(string Field, string Label, string Value)> Said(
        OrganisationChange form
    ) =>
        [
            ("name", Texts.Name, form.Name),
            ("accent", Texts.Accent, form.Accent),
            ("mailFromName", Texts.MailFromName, form.MailFromName),
            ("mailReplyTo", Texts.MailReplyTo, form.MailReplyTo),
            ("homeZone", Texts.HomeZone, form.HomeZone),
            ("country", Texts.Country, form.Country),
        ];

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
        Form = Seen = own.Organisation.AsSaid;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        Form = FormOf("");
        var before = FormOf(SeenPrefix);
        // Typed over what stands now, once that has been shown.
        Seen = own.Organisation.AsSaid;
        if (before != Seen)
            return this.Refuse(Domain.Refusals.ChangedSince(Differing(before, Seen)));
        return await this.CommitAsync(
            own.Organisation.Change(Form, own.Actor, own.Now),
            OrganisationLinks.Change(own.Slug),
            string.Format(CultureInfo.CurrentCulture, Texts.SaidChanged, Form.Name),
            ct
        );
    }

    private OrganisationChange FormOf(string prefix)
    {
        string Field(string name) => this.Sent(prefix + name) ?? "";
        return new OrganisationChange(
            Field("name"),
            Field("accent"),
            Field("mailFromName"),
            Field("mailReplyTo"),
            Field("homeZone"),
            Field("country")
        );
    }

    private static string Differing(OrganisationChange before, OrganisationChange now) =>
        string.Join(
            "; ",
            Said(before)
                .Zip(Said(now))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair =>
                    string.Format(
                        CultureInfo.CurrentCulture,
                        Texts.NowReads,
                        pair.Second.Label,
                        pair.Second.Value
                    )
                )
        );
}
