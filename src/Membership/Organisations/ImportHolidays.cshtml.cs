using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Membership.Organisations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Membership.Organisations;

/// <summary>Days from a calendar file or a table, pasted: first the list of what would be added, then all of it or nothing.</summary>
[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class ImportHolidaysPage(OwnOrganisation own) : PageModel
{
    public const int MostShown = 50;

    public OwnOrganisation Own => own;
    public string Text { get; private set; } = "";
    public HolidayList List { get; private set; } = new([], []);

    /// <summary>Names the text whose list was shown; another text is shown first.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public bool IsThere(LocalDate day) =>
        own.Organisation.Holidays.Exists(known => known.Day == day);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) =>
        await own.LoadAsync(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        Text = Typed.Clean(this.Sent("text"));
        List = HolidayList.Read(Text);
        if (List.Problems.Count > 0)
        {
            ModelState.AddModelError("text", Texts.ImportNothing);
            return this.Unprocessed();
        }
        if (this.Sent("seen") != Fingerprint)
            return Page();
        return await this.CommitAsync(
            own.Organisation.AddHolidays(List.Days, own.Actor, own.Now),
            OrganisationLinks.Holidays(own.Slug),
            Plural.Of(
                List.Days.Count,
                Texts.SaidImportedOne,
                Texts.SaidImportedOther,
                CultureInfo.CurrentCulture
            ),
            ct
        );
    }
}
