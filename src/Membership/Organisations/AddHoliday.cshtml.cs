using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.Organisations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Membership.Organisations;

[Requires(MembershipPermissions.ChangeOrganisation)]
internal sealed class AddHolidayPage(OwnOrganisation own) : PageModel
{
    public OwnOrganisation Own => own;
    public DateParts Day { get; private set; } = DateParts.Empty;
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) =>
        await own.LoadAsync(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await own.LoadAsync(slug, ct))
            return NotFound();
        Name = Typed.OneLine(this.Sent("name"));
        Day = DateParts.Sent(Request.Form, "day");
        if (!TypedDate.TryRead(Day.Day, Day.Month, Day.Year, out var day, out var problem))
            return this.Refuse(
                Domain.Refusals.DayUnreadable(problem.Sentence(CultureInfo.CurrentUICulture))
            );
        if (own.Organisation.Holidays.Exists(known => known.Day == day))
            return this.Refuse(Domain.Refusals.HolidayThere);
        return await this.CommitAsync(
            own.Organisation.AddHolidays([new NamedDay(day, Name)], own.Actor, own.Now),
            OrganisationLinks.Holidays(own.Slug),
            string.Format(CultureInfo.CurrentCulture, Texts.SaidAdded, Name),
            ct
        );
    }
}
