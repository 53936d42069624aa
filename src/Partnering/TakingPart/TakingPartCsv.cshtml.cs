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
        Csv.Add(
            text,
            Texts.Member,
            Texts.Share,
            Texts.Rule.With(MemberYear.Expected),
            Texts.Rounds,
            Texts.Cast,
            Texts.Recused
        );
        foreach (var member in team.Members)
            Csv.Add(
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
