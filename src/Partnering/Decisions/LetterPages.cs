using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;

namespace Banyan.Partnering.Decisions;

/// <summary>Loads a case with its letter for the pages that show or release it.</summary>
internal sealed class LetterPages(DecisionCases all, LetterComposer composer, MailIdentity identity)
{
    /// <returns>Null when the viewer may not know of the case, or when nothing is decided.</returns>
    public async Task<OpenLetter?> FindAsync(
        string reference,
        string permission,
        CancellationToken ct
    )
    {
        if (
            await all.FindAsync(reference, permission, ct)
            is not { Decision: { } decision, Letter: { } letter } decided
        )
            return null;
        var fresh = await composer.ComposeAsync(decided, decision, ct);
        return Open(decided, decision, letter, fresh);
    }

    /// <summary>All letters in this state, the oldest first, so many at most.</summary>
    public async Task<IReadOnlyList<OpenLetter>> AllAsync(
        LetterState state,
        int most,
        CancellationToken ct
    )
    {
        var cases = (await all.WithLetterAsync(state, CasePermissions.Release, most, ct))
            .Where(each => each is { Decision: not null, Letter: not null })
            .ToList();
        var fresh = await composer.ComposeAllAsync(
            [.. cases.Select(each => (each, each.Decision!))],
            ct
        );
        return
        [
            .. cases.Zip(fresh, (each, text) => Open(each, each.Decision!, each.Letter!, text)),
        ];
    }

    private OpenLetter Open(
        DecisionCase decided,
        Decision decision,
        Letter letter,
        LetterText fresh
    ) => new(decided, decision, letter, fresh, LetterView.Of(decided, letter, fresh, identity));
}

/// <param name="Fresh">The letter as it would be written now.</param>
internal sealed record OpenLetter(
    DecisionCase Case,
    Decision Decision,
    Letter Letter,
    LetterText Fresh,
    LetterView View
)
{
    /// <summary>What stands against its release, whatever is read; null when nothing does.</summary>
    public Refusal? AgainstRelease =>
        Case.WaitsForSecond ? DecisionRefusals.NotConfirmed(Decision.ByName)
        : Case.WaitsForOrganisation
            ? DecisionRefusals.NotAcceptedByOrganisation(Case.Organisation.Name)
        : Fresh.Open.Count > 0 ? DecisionRefusals.LetterIncomplete(Fresh.Open)
        : Fresh.Recipients.Count == 0 ? DecisionRefusals.NobodyToWriteTo
        : null;

    /// <param name="seen">The fingerprint of the text that the person read.</param>
    public Outcome Release(string seen, Actor actor) =>
        AgainstRelease is { } refusal
            ? refusal
            : Letter
                .Release(Fresh, seen, actor, Case.Now)
                .And(Case.Application.Release($"{Decision.Outcome}", actor, Case.Now));

    /// <summary>Takes the release back; the decision stays, with a new letter to be read.</summary>
    public (Outcome Outcome, Letter? Again) TakeBack(Actor actor)
    {
        if (Letter.State == LetterState.Draft)
            return (DecisionRefusals.LetterStoppedAlready, null);
        var outcome = Letter.Stop(actor, Case.Now).And(Case.Application.Undo(actor, Case.Now));
        return (outcome, outcome.Done ? Letter.Write(Decision, Fresh, Case.Now) : null);
    }
}
