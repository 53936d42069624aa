using System.Globalization;
using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.TakingPart.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.TakingPart;

/// <summary>The table of the page, to take away: the same lines for the same viewer.</summary>
[Requires(CasePermissions.TakingPart)]
internal sealed class TakingPartCsvPage(ReadTakingPart read) : PageModel
{
    public static string Href(string organisation, string team, int year) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TeamPages.Participation(organisation, team)}.csv?year={year}"
        );

    [BindProperty(Name = "year", SupportsGet = true)]
    public string Year { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(
        string organisation,
        string team,
        CancellationToken ct
    ) =>
        await read.OfAsync(organisation, team, Year, ct) is { } found
            ? File(
                Encoding.UTF8.GetBytes(TextOf(found)),
                "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"{found.Team}-{found.Year}.csv")
            )
            : NotFound();

    private static string TextOf(TeamYear team)
    {
        var text = new StringBuilder();
        Add(
            text,
            Texts.Member,
            Texts.Share,
            Texts.Rule.With(MemberYear.Expected),
            Texts.Rounds,
            Texts.Cast,
            Texts.Recused
        );
        foreach (var member in team.Members)
            Add(
                text,
                member.Name,
                TakingPartWords.Share(member),
                TakingPartWords.Rule(member),
                Number(member.Rounds),
                Number(member.Cast),
                Number(member.Recused)
            );
        return text.ToString();
    }

    /// <summary>RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe: names are typed by people.</summary>
    private static void Add(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = cells[place];
            if (cell is ['=' or '+' or '-' or '@', ..])
                cell = $"'{cell}";
            text.Append(place == 0 ? "\"" : ",\"")
                .Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"');
        }
        text.Append("\r\n");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
