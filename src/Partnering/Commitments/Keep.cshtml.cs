using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Commitments;

/// <summary>The side that promised says what it did, in words or with a link that is then looked at.</summary>
[SignedIn]
internal sealed class KeepPage(OpenPartner open, OpenBoard board) : CommitmentVerb(open, board)
{
    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    [BindProperty(Name = "link")]
    public string? Link { get; set; }

    protected override bool IsOfPromiser => true;

    public string? Asked =>
        Commitment.Evidence switch
        {
            Evidence.Words => Texts.AsksWords,
            Evidence.Link => Texts.AsksLink,
            null => null,
        };

    /// <summary>Why the other side doubts it; null where it does not.</summary>
    public string? Doubt =>
        Commitment is { State: CommitmentState.Open, Reason.Length: > 0 }
            ? Commitment.Reason
            : null;

    public override async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
            return NotFound();
        // What was doubted is said anew from where it stood.
        (Words, Link) = (Commitment.Words, Commitment.Link);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string code, CancellationToken ct) =>
        DoAsync(code, () => Task.FromResult(Keep()), Texts.SaidKept, ct);

    private Outcome Keep()
    {
        var outcome = Commitment.Keep(
            Typed.Clean(Words),
            Typed.OneLine(Link),
            Title,
            Open.Actor,
            Open.Now
        );
        if (!outcome.Done)
            return outcome;
        Board.AddNext(Commitment);
        outcome = outcome.Then(Board.Reminder());
        return Commitment is { Link.Length: > 0, LookedAt: null }
            ? outcome.Then(EvidenceLook.Plan(Commitment, Open.Now))
            : outcome;
    }
}
