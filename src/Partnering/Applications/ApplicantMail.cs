using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>One mail to each on the applicant's side who has proven an address. Mails of one case form one thread.</summary>
internal sealed class ApplicantMail(SiteAddress site)
{
    private const string Language = "en";

    /// <param name="subject">{0} is the reference, {1} the title.</param>
    /// <param name="button">Its words, and where it leads within the site; null: the page of the application.</param>
    /// <param name="notice">The kind under which a reader says how often it comes; null: always at once.</param>
    public IReadOnlyList<WorkChange> Of(
        Application application,
        string subject,
        IReadOnlyList<string> paragraphs,
        string? next,
        Instant now,
        (string Words, string Href)? button = null,
        string? notice = null
    )
    {
        var (words, href) =
            button ?? (Texts.OpenApplication, ApplicationLinks.Show(application.Reference));
        var text = new MailText(
            subject.With(application.Reference, application.Title),
            paragraphs,
            next,
            new MailButton(words, site.Of(href))
        );
        return
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
}
