using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Kernel.Web;

/// <summary>A field as it was sent, for addresses to which mail will go: composing what is typed turns the Kelvin sign into K, and so one spelling into somebody else's address.</summary>
public static class SentField
{
    public static string? Sent(this PageModel page, string name) =>
        page.Request.Form[name].FirstOrDefault();
}
