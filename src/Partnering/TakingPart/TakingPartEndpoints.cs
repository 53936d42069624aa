using System.Globalization;
using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.TakingPart.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Banyan.Partnering.TakingPart;

/// <summary>The table of the page, to take away: the same lines for the same viewer.</summary>
internal static class TakingPartEndpoints
{
    private static readonly string[] s_reading = [HttpMethods.Get, HttpMethods.Head];

    public static string Csv(string organisation, string team, int year) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TeamPages.Participation(organisation, team)}.csv?year={year}"
        );

    public static void MapTakingPart(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapMethods("/teams/{organisation}/{team}/participation.csv", s_reading, WriteAsync)
            .WithMetadata(new RequiresAttribute(CasePermissions.TakingPart));

    private static async Task WriteAsync(
        string organisation,
        string team,
        ReadTakingPart read,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        if (
            await read.OfAsync(organisation, team, context.Request.Query["year"], ct)
            is not { } found
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"{found.Team}-{found.Year}.csv\""
        );
        await context.Response.WriteAsync(TextOf(found), ct);
    }

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
