using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>One person proposes what takes two, with the clause or the case that it rests on.</summary>
internal abstract class ProposePage(OpenPartner open, LeadOn lead) : WordsPage(open)
{
    [BindProperty(Name = "clause")]
    public string Clause { get; set; } = "";

    [BindProperty(Name = "conductCase")]
    public string ConductCase { get; set; } = "";

    protected abstract ProposalKind Kind { get; }
    protected abstract PartnershipState To { get; }
    protected abstract PartnershipCommand Command { get; }
    protected override string SeenAt => LeavingLinks.Confirm(Head.Code);

    public override Refusal? Against =>
        AgainstMove(Command)
        ?? (Open.Partner.Proposed is null ? null : PartnershipRefusals.ProposedAlready);

    /// <summary>What was accepted with the application.</summary>
    public IReadOnlyList<Choice> Clauses =>
        [
            .. Open.Program.Clauses.Select(clause => new Choice(
                clause.Key,
                clause.Summary.ToString()
            )),
            new Choice("", Texts.NoClause),
        ];

    protected override async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!await base.LoadAsync(code, ct))
            return false;
        if (HttpContext.Request.Method == "GET")
            Effects = Said(await lead.PreviewAsync(To, ct));
        return true;
    }

    /// <param name="hearing">Days on which the partner is heard; null where it is urgent.</param>
    protected Outcome Propose(int? hearing)
    {
        var title =
            Open.Program.Clauses.FirstOrDefault(clause => clause.Key == Clause)?.Summary.ToString()
            ?? "";
        return Open.Partner.Propose(
            Kind,
            new Grounds(Words, title, ConductCase),
            hearing is { } days ? Open.Today.PlusDays(days) : null,
            Open.Today,
            Open.Actor,
            Open.Now
        );
    }
}
