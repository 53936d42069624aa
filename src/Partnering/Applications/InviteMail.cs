using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;

namespace Banyan.Partnering.Applications;

/// <summary>Asks somebody to write with others on an application.</summary>
internal sealed class InviteMail(SiteAddress site)
{
    public WorkChange To(EmailAddress email, OpenApplication open) =>
        Mail.Of(
                email.Envelope,
                "",
                new MailText(
                    Texts.InviteMailSubject.With(open.Application.Reference),
                    [
                        Texts.InviteMailWhy.With(Who(open.Viewer), open.Program.Name),
                        Texts.InviteMailHow,
                    ],
                    Texts.InviteMailNext,
                    new MailButton(
                        Texts.InviteMailButton,
                        site.Of(ApplicationLinks.Show(open.Application.Reference))
                    )
                ),
                "en",
                open.Application.Id.Value
            )
            .Send(open.Now);

    private static string Who(Viewer viewer) =>
        viewer.Name.Length == 0 || viewer.Name == viewer.Email
            ? $"{viewer.Email}"
            : $"{viewer.Name} ({viewer.Email})";
}
