using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>The part of its way on which a case is.</summary>
/// <param name="Since">When it came there.</param>
/// <param name="WaitedBefore">The milliseconds for which the applicant had held the ball by then.</param>
/// <param name="Days">How long the program says it takes, without waiting for the applicant; null where it does not say.</param>
internal sealed record CaseStep(StepKind Kind, Instant Since, long WaitedBefore, int? Days)
{
    /// <summary>When it is promised to be over; null where nothing is.</summary>
    /// <param name="waited">For how long the applicant has held the ball since sending.</param>
    public Instant? Due(Duration waited) =>
        Days is { } days
            ? Since + Duration.FromDays(days) + waited - Duration.FromMilliseconds(WaitedBefore)
            : null;

    /// <returns>Null for a state that is on no way.</returns>
    public static StepKind? KindOf(ApplicationState state) =>
        state switch
        {
            ApplicationState.Submitted or ApplicationState.PreReview => StepKind.FirstLook,
            ApplicationState.InReview => StepKind.Vote,
            ApplicationState.Consultation => StepKind.Consultation,
            ApplicationState.Deciding or ApplicationState.Releasing => StepKind.Decision,
            ApplicationState.Draft
            or ApplicationState.Tabled
            or ApplicationState.Approved
            or ApplicationState.Declined
            or ApplicationState.Withdrawn
            or ApplicationState.Closed => null,
        };
}

internal enum StepKind
{
    FirstLook,
    Vote,
    Consultation,
    Decision,
}

/// <summary>What the version promised under which the case is judged, in days without waiting for the applicant.</summary>
/// <param name="Whole">From sending to the decision.</param>
/// <param name="Lead">Those that promotion needs before the event.</param>
internal sealed record PromisedDays(int Whole, int Lead, int? FirstLook, int? Decision)
{
    /// <summary>A vote is over when its rule says so.</summary>
    public int? Of(StepKind step) =>
        step switch
        {
            StepKind.FirstLook => FirstLook,
            StepKind.Decision => Decision,
            StepKind.Vote or StepKind.Consultation => null,
        };
}
