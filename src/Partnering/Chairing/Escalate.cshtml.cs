using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>The chair takes the case to the body that the program names; the round of the work group ends without a result.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class EscalatePage(OpenCase open, RunRound rounds) : ChairVerb(open)
{
    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    /// <summary>The stage of the body, in words.</summary>
    public string Body { get; private set; } = "";
    public string Effect { get; private set; } = "";

    protected override Refusal? Against =>
        Stages.Consulted(Open.Program) is null ? BallotRefusals.NoBodyToConsult
        : !Round.IsOpen ? BallotRefusals.RoundOver
        : Open.Case.Ball == Ball.Applicant ? ApplicationRefusals.WaitingForApplicant
        : Open.Case.State != ApplicationState.InReview
            ? ApplicationRefusals.NotFrom(Command.Escalate, Open.Case.State)
        : null;

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => EscalateAsync(ct), Texts.SaidEscalate, ct);

    protected override Task ShowAsync(CancellationToken ct)
    {
        if (Stages.Consulted(Open.Program) is not { } board)
            return Task.CompletedTask;
        Body = board.Title.In(CultureInfo.CurrentUICulture);
        Effect = board.Rule is null
            ? Texts.EscalateEffectAdvice.With(Body)
            : Texts.EscalateEffectVote.With(Body, ProgramWords.RuleOf(board));
        return Task.CompletedTask;
    }

    private async Task<Outcome> EscalateAsync(CancellationToken ct)
    {
        var board = Stages.Consulted(Open.Program)!;
        var escalated = Open.Case.Escalate(board.Team, Reason, Role.Chair, Open.Actor, Open.Now);
        return escalated.Done
            ? escalated
                .And(Round.Stop(Open.Actor, Open.Now))
                .And(await rounds.ConsultAsync(Open.Turn, board, ct))
            : escalated;
    }
}
