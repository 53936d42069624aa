using Banyan.Kernel.Mail;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;

namespace Banyan.Partnering.Decisions;

/// <summary>Loads a case with its letter for the pages that show or release it.</summary>
internal sealed class LetterPages(
    DecisionCases cases,
    LetterComposer composer,
    MailIdentity identity
)
{
    /// <returns>Null when the viewer may not know of the case, or when nothing is decided.</returns>
    public async Task<OpenLetter?> FindAsync(
        string reference,
        string permission,
        CancellationToken ct
    )
    {
        if (
            await cases.FindAsync(reference, permission, ct)
            is not { Decision: { } decision, Letter: { } letter } decided
        )
            return null;
        var fresh = await composer.ComposeAsync(decided, decision, ct);
        return new OpenLetter(
            decided,
            decision,
            letter,
            fresh,
            LetterView.Of(decided, letter, fresh, identity)
        );
    }
}

/// <param name="Fresh">The letter as it would be written now.</param>
internal sealed record OpenLetter(
    DecisionCase Case,
    Decision Decision,
    Letter Letter,
    LetterText Fresh,
    LetterView View
);
