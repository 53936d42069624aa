using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Partnerships;

/// <summary>The public page of a partnership: who, how long, and what both sides promised. It stays when the partnership ends.</summary>
[Public]
[TaggedPage(300)]
internal sealed class ShowPartnerPage(
    PartnerRecords records,
    OpenPartner open,
    PublicReports reports,
    SiteAddress site
) : PageModel
{
    private const string ReportKind = "report";

    public PartnerFacts Partner { get; private set; } = null!;

    /// <summary>The reader stands on one of the two sides.</summary>
    public bool MayInside { get; private set; }

    /// <summary>What the partner tells everybody of its reports, the newest first.</summary>
    public IReadOnlyList<PublicReport> Reports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await records.FindAsync(code, ct) is not { } partner)
            return NotFound();
        Partner = partner;
        Reports = await reports.OfAsync(partner.Code, ct);
        // Whoever comes without a cookie gets the page that is kept in memory, so this is asked for people alone.
        MayInside = open.Viewer.Person is not null && await open.LoadAsync(code, ct);
        return Page();
    }

    public NextLine Next =>
        Partner.Standing switch
        {
            Standing.Partner => new(
                Partner.Until is { } until
                        ? StandingWords.Fill(
                            Texts.NextPartner,
                            StandingWords.Day(until),
                            Standings.RenewalDays
                        )
                    : Partner.ReviewBy is { } day
                        ? StandingWords.Fill(Texts.NextReview, StandingWords.Day(day))
                    : Texts.NextOpen,
                NextTone.Theirs
            ),
            Standing.RenewalDue => new(
                StandingWords.Fill(Texts.NextRenewalDue, StandingWords.Day(Partner.Until!.Value)),
                NextTone.Theirs
            ),
            Standing.Alumni => new(Texts.NextAlumni, NextTone.Closed),
            Standing.NotCurrent => new(
                StandingWords.Fill(Texts.NextNotCurrent, Partner.Organisation),
                NextTone.Closed
            ),
        };

    public string BadgeHtml =>
        $"<a href=\"{site.Of(PartnerLinks.Verify(Partner.Code))}\"><img src=\"{site.Of(PartnerLinks.Badge(Partner.Code))}\" height=\"20\" alt=\"{Encoded(Partner.Program.Name.ToString())}\"></a>";

    public string BadgeMarkdown =>
        $"[![{Partner.Program.Name}]({site.Of(PartnerLinks.Badge(Partner.Code))})]({site.Of(PartnerLinks.Verify(Partner.Code))})";

    public string BadgeRestructuredText =>
        $".. image:: {site.Of(PartnerLinks.Badge(Partner.Code))}\n   :target: {site.Of(PartnerLinks.Verify(Partner.Code))}\n   :alt: {Partner.Program.Name}";

    /// <summary>Both sides with what they promised. The words are those of the day of approval.</summary>
    public IReadOnlyList<(
        string Who,
        IReadOnlyList<(string Title, IReadOnlyList<string> Promises)> Groups
    )> Sides =>
        [
            (
                Partner.Organisation,
                [
                    (Texts.PromisesGives, Benefits(report: false)),
                    (Texts.PromisesDoes, Commitments(Side.Organisation)),
                ]
            ),
            (
                Partner.Title,
                [
                    (Texts.PromisesDoes, Commitments(Side.Partner)),
                    (Texts.PromisesMay, Benefits(report: true)),
                ]
            ),
        ];

    // A report stands among the benefits of a program, but it is the partner who gives it.
    private IReadOnlyList<string> Benefits(bool report) =>
        Say(Partner.Promises.Benefits.Where(promise => IsReport(promise.Key) == report));

    private bool IsReport(string benefit) =>
        Partner.Program.Benefits.Any(known => known.Key == benefit && known.Kind == ReportKind);

    private IReadOnlyList<string> Commitments(Side side) =>
        Say(Partner.Promises.Commitments.Where(promise => promise.Side == side));

    private static IReadOnlyList<string> Say(IEnumerable<Promise> promises) =>
        [
            .. promises.Select(promise =>
                // One of a thing is the thing itself; its unit is a word for several.
                promise is { Quantity: { } quantity and not 1, Unit: { } unit }
                    ? StandingWords.Fill(Texts.Quantity, promise.Words, quantity, unit)
                    : promise.Words.ToString()
            ),
        ];

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);
}
