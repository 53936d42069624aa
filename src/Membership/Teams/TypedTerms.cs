using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Membership.Teams.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Membership.Teams;

/// <summary>Reads region and term of a seat from a form.</summary>
internal static class TypedTerms
{
    /// <summary>What was typed as the last day, to be shown again; what it means; and what stands against it.</summary>
    public static (DateParts Ends, SeatTerms Terms, Refusal? Refusal) Of(
        PageModel page,
        string region
    )
    {
        var typed = DateParts.Sent(page.Request.Form, "ends");
        var ends = typed.IsEmpty ? null : typed.Read();
        return (
            typed,
            new SeatTerms(ends, Typed.OneLine(region)),
            !typed.IsEmpty && ends is null ? Domain.Refusals.TermUnreadable : null
        );
    }
}
