using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Where a program asks both sides, somebody of staff accepts for the organisation what the partner's side accepted: each text with its own box.</summary>
[Requires(AcknowledgementPermissions.AcceptForOrganisation)]
internal sealed class AcceptForOrganisationPage(BanyanDb db, ProgramShelf shelf, OpenCase open)
    : CaseVerb(open)
{
    private Refusal? against;
    private bool approving;

    public string Organisation { get; private set; } = "";
    public DateTimeZone Zone => Open.AtHome.Zone;
    public ProgramDefinition Program => Open.Program;
    public IReadOnlyList<(ClauseAcceptance Acceptance, ClauseWording Wording)> Clauses
    {
        get;
        private set;
    } = [];

    /// <summary>Why nothing is to be accepted; null when something is.</summary>
    public string? Blocked => against?.Sentence;

    protected override string SeenAt => AcknowledgementLinks.CaseReceipt(Open.Case.Reference);

    /// <summary>Names the very text, so that another one that took its place is not accepted unread.</summary>
    public static string FieldOf(ClauseAcceptance clause) => $"accept.{clause.Hash}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, AcknowledgementPermissions.AcceptForOrganisation, ct))
            return NotFound();
        await LoadAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            AcknowledgementPermissions.AcceptForOrganisation,
            () => AcceptAsync(ct),
            Texts.SaidAcceptedFor,
            ct
        );

    private async Task<Outcome> AcceptAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (against is { } refusal)
            return refusal;
        var ticked = Clauses
            .Where(clause => Request.Form[FieldOf(clause.Acceptance)].FirstOrDefault() == "true")
            .ToList();
        if (ticked.Count == 0)
            return CampaignRefusals.NothingTicked;
        var outcome = Outcome.Of(Open.Actor, Open.Now);
        foreach (var (acceptance, wording) in ticked)
            outcome = outcome.And(
                Open.Case.AcceptForOrganisation(
                    ClauseCopy.Of(
                        wording.ToClause(),
                        acceptance.ProgramVersion,
                        CultureInfo.CurrentUICulture
                    ),
                    approving,
                    Open.Person!.Value,
                    Open.Actor,
                    Open.Now
                )
            );
        return outcome;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var application = Open.Case;
        await db.Entry(application).Collection(a => a.Acceptances).LoadAsync(ct);
        Organisation = await db
            .OrganisationFacts.Where(facts => facts.Id == application.Organisation)
            .Select(facts => facts.Name)
            .SingleAsync(ct);
        var left = application.LeftForOrganisation(await shelf.TermsAsync(application, ct));
        var hashes = left.Select(known => known.Hash).ToList();
        var wordings = await db
            .Wordings.AsNoTracking()
            .Where(wording => hashes.Contains(wording.Hash))
            .ToDictionaryAsync(wording => wording.Hash, ct);
        Clauses = [.. left.Select(known => (known, wordings[known.Hash]))];
        var me = Open.Person;
        approving = await db.Decisions.AnyAsync(
            decision =>
                decision.Application == application.Id
                && decision.SupersededAt == null
                && decision.Outcome != DecisionOutcome.Declined,
            ct
        );
        against =
            !Program.AsksBothSides() ? CampaignRefusals.OneSideOnly
            : await db.DeclarationsOf(application.Id).AnyAsync(d => d.Person == me && !d.Votes, ct)
                ? DecisionRefusals.SteppedAside
            : !application.OrganisationAcceptsNow(approving)
                ? ApplicationRefusals.OrganisationAcceptsNotNow(application.State)
            : left.Count == 0 ? CampaignRefusals.OrganisationAcceptedAll
            : null;
    }
}
