using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>The clauses of a program, who of its partners accepted which text when, and what changed since.</summary>
[Requires(AcknowledgementPermissions.Read)]
internal sealed class LedgerPage(ReadLedger read, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public string Show { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string After { get; set; } = "";

    public Ledger Ledger { get; private set; } = null!;
    public LedgerTable Table { get; private set; } = null!;
    public IReadOnlyList<ChangedClause> Changed { get; private set; } = [];

    public bool MayAsk => viewer.May(AcknowledgementPermissions.AskAgain, Ledger.Organisation.Id);

    public IEnumerable<(string Text, string Href, bool Here)> Filters =>
        new[]
        {
            (Texts.ShowCurrent, LedgerShow.Current),
            (Texts.ShowBehind, LedgerShow.Behind),
            (Texts.ShowFormer, LedgerShow.Former),
        }.Select(filter =>
            (
                filter.Item1,
                AcknowledgementLinks.Ledger(Ledger.Program.Slug)
                    + Query(filter.Item2, null)
                    + "#who",
                filter.Item2 == Which(Show)
            )
        );

    public string CsvHref =>
        AcknowledgementLinks.Csv(Ledger.Program.Slug) + Query(Which(Show), After);

    public string? NextHref =>
        Table.Next is { } code
            ? AcknowledgementLinks.Ledger(Ledger.Program.Slug) + Query(Which(Show), code)
            : null;

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await read.OfAsync(program, AcknowledgementPermissions.Read, ct) is not { } found)
            return NotFound();
        Ledger = found;
        Table = LedgerTable.Of(found, Which(Show), After);
        Changed = found.Changed;
        return Page();
    }

    internal static LedgerShow Which(string show) =>
        show switch
        {
            "behind" => LedgerShow.Behind,
            "former" => LedgerShow.Former,
            _ => LedgerShow.Current,
        };

    private static string Query(LedgerShow show, string? after) =>
        $"?show={show.ToString().ToLowerInvariant()}"
        + (string.IsNullOrEmpty(after) ? "" : $"&after={Uri.EscapeDataString(after)}");
}
