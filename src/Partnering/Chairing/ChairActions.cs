using Banyan.Kernel.Access;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review;
using NodaTime;

namespace Banyan.Partnering.Chairing;

/// <summary>What somebody may do who keeps the open round of a case going.</summary>
internal static class ChairActions
{
    /// <param name="leads">By <see cref="Leading"/>.</param>
    public static IEnumerable<CaseAction> For(
        Viewer viewer,
        Application application,
        ProgramDefinition program,
        BallotRound? round,
        bool leads,
        Instant now
    )
    {
        if (round is not { IsOpen: true })
            yield break;
        var reference = application.Reference;
        if (leads && round.Phase == RoundPhase.Casting)
            yield return new(
                Texts.CastingVoteTitle,
                ChairLinks.CastingVote(reference),
                round.AgainstCasting(viewer.Person, now)?.Sentence
            );
        if (leads && round.Phase != RoundPhase.Casting)
            yield return new(
                Texts.EndVoteTitle,
                ChairLinks.EndVote(reference),
                round.AgainstEnding(now)?.Sentence,
                Main: false
            );
        if (leads || viewer.May(CasePermissions.Read, application.Organisation))
            yield return round.HeldFor is null
                ? new(Texts.HoldTitle, ChairLinks.Hold(reference), Main: false)
                : new(Texts.GoOnTitle, ChairLinks.GoOn(reference));
        if (
            leads
            && application.State == ApplicationState.InReview
            && Stages.Consulted(program) is not null
        )
            yield return new(
                Texts.EscalateTitle,
                ChairLinks.Escalate(reference),
                application.Ball == Ball.Applicant
                    ? ApplicationRefusals.WaitingForApplicant.Sentence
                    : null,
                Main: false
            );
    }
}
