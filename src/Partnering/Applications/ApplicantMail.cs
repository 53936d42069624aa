using Banyan.Kernel.Mail;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>One mail to each on the applicant's side who has proven an address. Mails of one case form one thread.</summary>
internal sealed class ApplicantMail(SiteAddress site)
{
    private const string Language = "en";

    /// <param name="href">Of the button, within the site; null: the page of the application.</param>
    public IReadOnlyList<WorkChange> Of(
        Application application,
        string subject,
        IReadOnlyList<string> paragraphs,
        string? next,
        Instant now,
        string? href = null
    )
    {
        var text = new MailText(
            subject,
            paragraphs,
            next,
            new MailButton(
                Texts.OpenApplication,
                site.Of(href ?? ApplicationLinks.Show(application.Reference))
            )
        );
        return Send(application, text, now);
    }

    /// <param name="notice">The kind under which a reader says how often it comes; null: always at once.</param>
    public static IReadOnlyList<WorkChange> Send(
        Application application,
        MailText text,
        Instant now,
        string? notice = null
    ) =>
        [
            .. application
                .Applicants.Where(applicant => applicant.Person is not null)
                .Select(applicant =>
                    (
                        Mail.Of(applicant.Email, "", text, Language, application.Id.Value) with
                        {
                            Notice = notice,
                        }
                    ).Send(now)
                ),
        ];
}
