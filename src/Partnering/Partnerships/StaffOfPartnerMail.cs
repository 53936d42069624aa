using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Queues;

namespace Banyan.Partnering.Partnerships;

/// <summary>A mail about the partnership that is open to those of the staff who hear of its case.</summary>
internal sealed class StaffOfPartnerMail(OpenPartner open, WhoIsTold who, SiteAddress site)
{
    /// <param name="subject">{0} is the reference of the case, {1} its title.</param>
    /// <param name="button">Its words, and where it leads within the site.</param>
    public async Task<IReadOnlyList<WorkChange>> OfAsync(
        string subject,
        IReadOnlyList<string> paragraphs,
        string next,
        (string Words, string Href) button,
        CancellationToken ct
    )
    {
        var application = open.Application;
        var text = new MailText(
            subject.With(application.Reference, application.Title),
            paragraphs,
            next,
            new MailButton(button.Words, site.Of(button.Href))
        );
        return
        [
            .. (await who.OfMessageAsync(application, open.Now, ct)).Select(person =>
                (
                    Mail.Of(person.Email, person.Name, text, "en", application.Id.Value) with
                    {
                        Notice = NoticeKinds.Desk,
                    }
                ).Send(open.Now)
            ),
        ];
    }
}
