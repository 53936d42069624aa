using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>Mails about an application speak in the name of its organisation.</summary>
internal sealed class CaseVoices(BanyanDb db) : IMailVoices
{
    public async Task<MailVoice?> OfAsync(Guid thread, CancellationToken ct)
    {
        var id = new ApplicationId(thread);
        var applications = db.Applications.Where(application => application.Id == id);
        var found = await (
            from application in applications
            join organisation in db.OrganisationFacts
                on application.Organisation equals organisation.Id
            select organisation
        ).SingleOrDefaultAsync(ct);
        return found?.Voice;
    }
}
