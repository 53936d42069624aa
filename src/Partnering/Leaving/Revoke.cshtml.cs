using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Somebody of staff proposes to revoke a partnership. The partner is heard unless it is urgent, and a second person confirms it.</summary>
[Requires(PartnerPermissions.Revoke)]
internal sealed class RevokePage(OpenPartner open, LeadOn lead, LeavingMail mail)
    : ProposePage(open, lead)
{
    private const int Long = 14;

    [BindProperty(Name = "hearing")]
    public string Hearing { get; set; } = "";

    protected override string Permission => PartnerPermissions.Revoke;
    protected override ProposalKind Kind => ProposalKind.Revoke;
    protected override PartnershipState To => PartnershipState.Revoked;
    protected override PartnershipCommand Command => PartnershipCommand.Revoke;

    public static IReadOnlyList<Choice> Hearings =>
        [
            new("long", Texts.Hearing.With(Long)),
            new("short", Texts.Hearing.With(Partnership.HearingDays)),
            new("urgent", Texts.HearingUrgent, Texts.HearingUrgentHint),
        ];

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(Proposed()), Texts.SaidProposed, ct);

    private Outcome Proposed()
    {
        if (Hearings.All(choice => choice.Value != Hearing))
            return LeavingRefusals.SayWhetherHeard;
        int? days = Hearing switch
        {
            "long" => Long,
            "short" => Partnership.HearingDays,
            _ => null,
        };
        var outcome = Propose(days);
        return outcome.Done && Open.Partner.Proposed is { AnswerBy: { } by } proposal
            ? outcome.Then(mail.Noticed(proposal.Grounds, by))
            : outcome;
    }
}
