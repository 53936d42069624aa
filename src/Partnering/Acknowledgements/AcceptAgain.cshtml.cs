using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>A partner reads what changed and accepts each text with its own box; what is left open can be accepted another day, or not at all.</summary>
[SignedIn]
internal sealed class AcceptAgainPage(BanyanDb db, OpenApplication open) : PageModel
{
    public OpenApplication Open => open;
    public Campaign? Campaign { get; private set; }
    public string Organisation { get; private set; } = "";
    public IReadOnlyList<AskedClause> Clauses { get; private set; } = [];
    public int Left => Clauses.Count(clause => clause.Accepted is null);

    public NextLine Next =>
        Left == 0
            ? new(Texts.NextAllAccepted, NextTone.Closed)
            : new(Texts.NextAccept.With(LedgerTable.Day(Campaign!.AnswerBy)), NextTone.Yours);

    public static string FieldOf(AskedClause clause) => $"clause.{clause.Now.Key}";

    /// <summary>Names the text that stood beside the box.</summary>
    public static string TextField(AskedClause clause) => $"text.{clause.Now.Key}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct) =>
        await LoadAsync(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await LoadAsync(reference, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(reference, ct),
            () => Task.FromResult(Accept()),
            AcknowledgementLinks.AcceptAgain(open.Application.Reference),
            Texts.SaidAccepted,
            ct
        );
    }

    private Outcome Accept()
    {
        if (Campaign is null)
            return CampaignRefusals.NothingAsked;
        var ticked = Clauses
            .Where(clause => Request.Form[FieldOf(clause)].FirstOrDefault() == "true")
            .ToList();
        if (ticked.Count == 0)
            return CampaignRefusals.NothingTicked;
        // What is accepted is the text that was read.
        if (ticked.Exists(clause => Request.Form[TextField(clause)] != clause.Hash))
            return ApplicationRefusals.TextChanged;
        var outcome = Outcome.Of(open.Actor, open.Now);
        foreach (var clause in ticked)
            outcome = outcome.And(
                open.Application.AcceptAgain(
                    ClauseCopy.Of(
                        clause.Now,
                        Campaign.ProgramVersion,
                        CultureInfo.CurrentUICulture
                    ),
                    open.Viewer.Person!.Value,
                    open.Actor,
                    open.Now
                )
            );
        return outcome;
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken ct)
    {
        if (
            !await open.LoadAsync(reference, ct)
            || open.Application.State != ApplicationState.Approved
        )
            return false;
        Organisation = await db
            .OrganisationFacts.Where(facts => facts.Id == open.Application.Organisation)
            .Select(facts => facts.Name)
            .SingleAsync(ct);
        Campaign = await db.OpenCampaignOfAsync(open.Application.Id, ct);
        Clauses = Campaign is null ? [] : await ClausesAsync(Campaign, ct);
        return true;
    }

    private async Task<IReadOnlyList<AskedClause>> ClausesAsync(
        Campaign campaign,
        CancellationToken ct
    )
    {
        var before = open
            .Application.Acceptances.Where(known =>
                known.Side == Side.Partner
                && campaign.Clauses.Exists(asked => asked.Clause == known.Clause)
                && !campaign.Clauses.Exists(asked => asked.Hash == known.Hash)
            )
            .OrderBy(known => known.At)
            .GroupBy(known => known.Clause, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var hashes = campaign
            .Clauses.Select(asked => asked.Hash)
            .Concat(before.Values.Select(known => known.Hash))
            .ToList();
        var wordings = await db
            .Wordings.AsNoTracking()
            .Where(wording => hashes.Contains(wording.Hash))
            .ToDictionaryAsync(wording => wording.Hash, ct);
        return
        [
            .. campaign
                .Clauses.OrderBy(asked => asked.Id)
                .Select(asked => new AskedClause(
                    wordings[asked.Hash].ToClause(),
                    asked.Hash,
                    before.TryGetValue(asked.Clause, out var old) ? wordings[old.Hash] : null,
                    old?.At,
                    open.Application.Acceptances.Find(known =>
                        known.Side == Side.Partner && known.Hash == asked.Hash
                    )
                )),
        ];
    }
}

/// <param name="Before">What this partner accepted last, where it is another text.</param>
internal sealed record AskedClause(
    Clause Now,
    string Hash,
    ClauseWording? Before,
    Instant? BeforeAt,
    ClauseAcceptance? Accepted
);
