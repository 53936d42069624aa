using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>The table of the page, to take away: the same rows in the same words.</summary>
[Requires(AcknowledgementPermissions.Read)]
internal sealed class LedgerCsvPage(ReadLedger read) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public string Show { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string After { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await read.OfAsync(program, AcknowledgementPermissions.Read, ct) is not { } ledger)
            return NotFound();
        var text = new StringBuilder();
        Csv.Add(
            text,
            Texts.Partner,
            Texts.Reference,
            Texts.Clause,
            Texts.State,
            Texts.Text,
            Texts.Side,
            Texts.By,
            Texts.When
        );
        foreach (var row in LedgerTable.Of(ledger, LedgerPage.Which(Show), After).Rows)
            Csv.Add(
                text,
                row.Partner,
                row.Reference,
                row.Clause,
                row.Status,
                row.Text,
                row.Side,
                row.By,
                row.When
            );
        return File(
            Encoding.UTF8.GetBytes(text.ToString()),
            "text/csv; charset=utf-8",
            $"{ledger.Program.Slug}-acknowledgements.csv"
        );
    }
}
