using Banyan.Kernel.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>A page of whoever keeps the round going; for everybody else it is not there.</summary>
internal abstract class ChairVerb(OpenCase open) : CaseVerb(open)
{
    protected override bool IsTheirs => Open.LeadsRound;
    protected BallotRound Round => Open.Round!;
    protected virtual string Permission => CasePermissions.Chair;

    /// <summary>Why it cannot be done now; null when it can.</summary>
    public string? Blocked { get; private set; }

    /// <summary>What stands against it before anything is typed.</summary>
    protected abstract Refusal? Against { get; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, Permission, ct) || !IsTheirs)
            return NotFound();
        await ShowAsync(ct);
        Blocked = Against?.Sentence;
        return Page();
    }

    protected Task<IActionResult> DoAsync(
        string reference,
        Func<Task<Outcome>> act,
        string say,
        CancellationToken ct
    ) =>
        DoAsync(
            reference,
            Permission,
            async () =>
            {
                await ShowAsync(ct);
                return Against is { } refusal ? refusal : await act();
            },
            say,
            ct
        );

    /// <summary>What the page shows besides its form.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => Task.CompletedTask;
}
