using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>The partner gives notice of a substantial change, and both sides look at what it means.</summary>
[SignedIn]
internal sealed class TellChangePage(OpenPartner open, LeavingMail mail) : WordsPage(open)
{
    [BindProperty(Name = "what")]
    public List<string> What { get; set; } = [];

    protected override PartnerSide? OnlySide => PartnerSide.Partner;

    public override Refusal? Against =>
        Open.Partner.State is PartnershipState.Active or PartnershipState.UnderReview
            ? null
            : PartnershipRefusals.NotFrom(Open.Partner.State);

    public static IReadOnlyList<Choice> Changes =>
        [
            new("goals", Texts.ChangeGoals),
            new("purpose", Texts.ChangePurpose),
            new("mission", Texts.ChangeMission),
            new("leadership", Texts.ChangeLeadership),
            new("conduct", Texts.ChangeConduct),
            new("website", Texts.ChangeWebsite),
        ];

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => TellAsync(ct), Texts.SaidChange, ct);

    private async Task<Outcome> TellAsync(CancellationToken ct)
    {
        var named = Changes.Where(change => What.Contains(change.Value)).ToList();
        if (named.Count == 0)
            return LeavingRefusals.SayWhatChanges;
        if (Grounds.Against is { } against)
            return against;
        var words = Texts.ChangeOf.With(
            string.Join(", ", named.Select(change => change.Text)),
            Words.Trim()
        );
        var outcome = Open.Partner.TellChange(new Grounds(words), Open.Actor, Open.Now);
        return outcome.Done ? outcome.Then(await mail.ChangeToldAsync(words, ct)) : outcome;
    }
}
