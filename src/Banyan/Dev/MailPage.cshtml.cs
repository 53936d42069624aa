using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Dev;

/// <summary>The mail that would have left, so that a newcomer can read codes and letters. Development and demo mode only.</summary>
[DevelopmentOnly]
internal sealed class MailPage(Settings settings, PageFrame frame) : PageModel
{
    public IReadOnlyList<DevLetter> All { get; private set; } = [];

    /// <summary>The one that is open; null on the list.</summary>
    public DevLetter? Open { get; private set; }

    public IActionResult OnGet(string? letter)
    {
        frame.Title = "Mail";
        frame.IsDesk = true;
        var outbox = Path.Combine(settings.Data, "outbox");
        if (letter is null)
        {
            All = Letters.In(outbox);
            return Page();
        }
        Open = Letters.Find(outbox, letter);
        return Open is null ? NotFound() : Page();
    }
}
