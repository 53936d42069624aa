using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>All that the leaving of a partnership leads to: who does it, by when, and what shows that it was done.</summary>
[SignedIn]
internal sealed class ConsequencesPage(OpenPartner open) : PartnerVerb(open)
{
    [BindProperty(Name = "consequence")]
    public Guid Consequence { get; set; }

    public string Proof { get; private set; } = "";
    public OpenPartner Partnership => Open;

    public IReadOnlyList<PartnershipConsequence> All =>
        [.. Open.Partner.Consequences.OrderBy(consequence => consequence.Position)];

    protected override string SeenAt => LeavingLinks.Consequences(Head.Code);

    /// <summary>Each has a field of its own, as a page may hold a name only once.</summary>
    public static string Field(PartnershipConsequence consequence) =>
        $"proof.{consequence.Position}";

    public bool MaySettle(PartnershipConsequence consequence) =>
        consequence.DoneAt is null
        && (
            Open.Side == PartnerSide.Partner
                ? consequence.Owner == PartnerSide.Partner
                : Open.Viewer.May(PartnerPermissions.Review, Open.Partner.Organisation)
        );

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(Settle()), Texts.SaidSettled, ct);

    private Outcome Settle()
    {
        if (
            All.FirstOrDefault(known => known.Id == Consequence) is not { } asked
            || !MaySettle(asked)
        )
            return PartnershipRefusals.NoSuchConsequence;
        var field = Field(asked);
        Proof = Typed.Clean(this.Sent(field));
        var outcome = Open.Partner.Settle(
            Consequence,
            Open.Side!.Value,
            Proof,
            Open.Actor,
            Open.Now
        );
        return outcome.Refusal is { Field: not null } refusal
            ? refusal with
            {
                Field = field,
            }
            : outcome;
    }
}
