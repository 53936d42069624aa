using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Applications;

/// <summary>How a state looks: coloured while somebody works on it, plain when it is over.</summary>
internal static class StateTone
{
    public static Tone Of(Application application) => Of(application.State, application.Ball);

    public static Tone Of(ApplicationState state, Ball ball) =>
        ball == Ball.Applicant && state != ApplicationState.Draft ? Tone.Wait : Of(state);

    private static Tone Of(ApplicationState state) =>
        state switch
        {
            ApplicationState.Draft
            or ApplicationState.Withdrawn
            or ApplicationState.Closed
            or ApplicationState.Declined => Tone.Plain,
            ApplicationState.Tabled or ApplicationState.Releasing => Tone.Wait,
            ApplicationState.Approved => Tone.Ok,
            ApplicationState.Submitted
            or ApplicationState.PreReview
            or ApplicationState.InReview
            or ApplicationState.Consultation
            or ApplicationState.Deciding => Tone.Open,
        };
}
