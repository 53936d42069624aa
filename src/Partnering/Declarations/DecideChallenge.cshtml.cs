using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations;

/// <summary>Whoever leads decides about a doubt: right, and the member is out of the case; or not, with the reason.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class DecideChallengePage(
    BanyanDb db,
    LedCase led,
    DeclareConflict declare,
    ConflictMail mail
) : PageModel
{
    public static IReadOnlyList<Choice> Choices =>
        [
            new("yes", Texts.DecideUphold, Texts.DecideUpholdHint),
            new("no", Texts.DecideRefuse, Texts.DecideRefuseHint),
        ];

    public Challenge Doubt { get; private set; } = null!;
    public string Reference => led.Case.Reference;

    /// <summary>What the member has declared so far.</summary>
    public string Declared =>
        led.DeclarationOf(Doubt.About) is { } known
            ? ConflictWords.Of(known)
            : Texts.StateNotDeclared;

    /// <summary>What was decided before; null while it is open.</summary>
    public string? Decided =>
        Doubt.IsOpen
            ? null
            : (Doubt.Upheld == true ? Texts.DecidedUpheld : Texts.DecidedRefused).With(
                Doubt.DecidedByName ?? "",
                Doubt.DecisionReason ?? ""
            );

    [BindProperty(Name = "upheld")]
    public string Upheld { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken ct) =>
        await LoadAsync(reference, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(reference, id, ct))
            return NotFound();
        return await this.CommitAsync(
            () => LoadAsync(reference, id, ct),
            () => DecideAsync(ct),
            DeclarationLinks.Conflicts,
            Texts.SaidDecided,
            ct
        );
    }

    private async Task<Outcome> DecideAsync(CancellationToken ct)
    {
        if (Upheld is not ("yes" or "no"))
            return DeclarationRefusals.ChallengeDecisionMissing;
        var turn = led.Turn;
        var outcome = Doubt.Decide(Upheld == "yes", Reason, turn.Actor, turn.Now);
        if (!outcome.Done)
            return outcome;
        if (Doubt.Upheld == true)
        {
            var declaration = led.DeclarationOf(Doubt.About);
            if (declaration is null)
                db.Add(
                    declaration = Declaration.MakeByChallenge(
                        led.Case.Id,
                        Doubt.About,
                        Doubt.AboutName,
                        turn.Actor,
                        turn.Now
                    )
                );
            else
                declaration.RecuseByChallenge(turn.Actor, turn.Now);
            outcome = outcome.And(await declare.SeatAsync(turn, led.Round, declaration, ct));
        }
        return outcome.Then([.. mail.Decided(led, Doubt)]);
    }

    private async Task<bool> LoadAsync(string reference, Guid id, CancellationToken ct)
    {
        if (!await led.LoadAsync(reference, ct))
            return false;
        var (key, application) = (new ChallengeId(id), led.Case.Id);
        var found = await db.Challenges.SingleOrDefaultAsync(
            challenge => challenge.Id == key && challenge.Application == application,
            ct
        );
        if (found is null || !led.Decides(found.About, found.By))
            return false;
        Doubt = found;
        return true;
    }
}
