using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Contracts;

/// <summary>Mails of other rooms to a partner, in the thread of its case.</summary>
public sealed class ToPartnerMail
{
    private readonly OpenPartner open;
    private readonly ApplicantMail mail;

    internal ToPartnerMail(OpenPartner open, ApplicantMail mail) =>
        (this.open, this.mail) = (open, mail);

    /// <summary>A mail to each on the partner's side of the partnership for which <see cref="Partners"/> was asked last.</summary>
    /// <param name="subject">{0} is the reference of the case, {1} its title.</param>
    /// <param name="button">Its words, and where it leads within the site.</param>
    public IReadOnlyList<WorkChange> Of(
        string subject,
        IReadOnlyList<string> paragraphs,
        string? next,
        (string Words, string Href) button
    ) => mail.Of(open.Application, subject, paragraphs, next, open.Now, button);
}
