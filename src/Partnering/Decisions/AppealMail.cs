using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>What became of an appeal, to the applicants.</summary>
internal sealed class AppealMail(ApplicantMail mail)
{
    /// <param name="reason">Empty where it was admitted without more words.</param>
    public IReadOnlyList<WorkChange> Answered(
        Application application,
        string reason,
        string next,
        Instant now
    ) =>
        mail.Of(
            application,
            Texts.AppealMailSubject,
            [
                application.Appeal is { Admitted: true }
                    ? Texts.AppealMailAdmitted
                    : Texts.AppealMailRefused,
                .. reason.Length > 0 ? [reason] : Array.Empty<string>(),
            ],
            next,
            now
        );
}
