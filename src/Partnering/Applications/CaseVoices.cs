using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Replies.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>Mails about an application speak in the name of its organisation; what is answered to them comes back to the application, where answers are read.</summary>
internal sealed class CaseVoices(BanyanDb db, ReplyBox replies) : IMailVoices
{
    public async Task<MailVoice?> OfAsync(Mail mail, Guid thread, CancellationToken ct)
    {
        var to = mail.To;
        // An answer becomes a private note; only the mail that says so takes one.
        var asDesk = mail.Notice == NoticeKinds.Desk;
        var (people, keys) = (db.PersonFacts, db.DeskReplyKeys);
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
                DeskKey = keys.Where(key =>
                        asDesk
                        && key.Application == id
                        && people.Any(person => person.Id == key.Person && person.Email == to)
                    )
                    .Select(key => key.Key)
                    .FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var replyTo = (asDesk ? found.DeskKey : found.ReplyKey) is { } key
            ? replies.For(key)
            : null;
        return replyTo is null
            ? found.Organisation.Voice
            : found.Organisation.Voice with
            {
                ReplyTo = replyTo,
            };
    }
}
