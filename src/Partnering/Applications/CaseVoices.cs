using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>Mails about an application speak in the name of its organisation; what an applicant answers to them comes back to the application, where answers are read.</summary>
internal sealed class CaseVoices(BanyanDb db, ReplyBox replies) : IMailVoices
{
    public async Task<MailVoice?> OfAsync(Guid thread, string to, CancellationToken ct)
    {
        var id = new ApplicationId(thread);
        var applications = db.Applications.Where(application => application.Id == id);
        var found = await (
            from application in applications
            join organisation in db.OrganisationFacts
                on application.Organisation equals organisation.Id
            select new
            {
                Organisation = organisation,
                ReplyKey = application
                    .Applicants.Where(applicant =>
                        applicant.Email == to && applicant.Person != null
                    )
                    .Select(applicant => applicant.ReplyKey)
                    .FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var replyTo = found.ReplyKey is { } key ? replies.For(key) : null;
        return replyTo is null
            ? found.Organisation.Voice
            : found.Organisation.Voice with
            {
                ReplyTo = replyTo,
            };
    }
}
