using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>Somebody who had no part in a revocation decides about the appeal against it.</summary>
[Requires(PartnerPermissions.Revoke)]
internal sealed class AnswerAppealPage(OpenPartner open, PartnerRooms rooms, LeavingMail mail)
    : WordsPage(open)
{
    /// <summary>"lift" or "stand".</summary>
    [BindProperty(Name = "verdict")]
    public string Verdict { get; set; } = "";

    protected override string Permission => PartnerPermissions.Revoke;
    public PartnershipStep? Appeal => Open.Partner.Appeal;

    public override Refusal? Against =>
        !Open.Partner.AppealWaits ? PartnershipRefusals.NothingToAppeal
        : Open.Partner.HadPart(Open.Actor) ? PartnershipRefusals.OthersAnswer
        : null;

    public static IReadOnlyList<Choice> Verdicts =>
        [new("stand", Texts.VerdictStand), new("lift", Texts.VerdictLift)];

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(
            code,
            async () =>
            {
                if (Verdicts.All(choice => choice.Value != Verdict))
                    return LeavingRefusals.SayVerdict;
                var lift = Verdict == "lift";
                var outcome = Open.Partner.AnswerAppeal(
                    lift,
                    Grounds,
                    Open.Home.Zone,
                    Open.Actor,
                    Open.Now
                );
                if (!outcome.Done)
                    return outcome;
                if (lift)
                    outcome = outcome.And(await rooms.CameBackAsync(ct));
                return outcome.Then(mail.AppealAnswered(lift, Words.Trim()));
            },
            Texts.SaidAppealAnswered,
            ct
        );
}
