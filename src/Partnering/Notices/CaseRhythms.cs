using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Notices;

/// <summary>Whether a mail about a case leaves now, is gathered for a morning, or is not wanted at all.</summary>
internal sealed class CaseRhythms(BanyanDb db, IClock clock) : INoticeRhythms
{
    public async Task<PutAside?> OfAsync(Mail mail, CancellationToken ct)
    {
        if (
            mail is not { Notice: { } notice, Thread: { } thread }
            || !EmailAddress.TryParse(mail.To, out var address, out _)
        )
            return null;
        var key = address.Key;
        var choices = db.NoticeFacts.Where(choice => choice.Kind == notice);
        var reader = await db
            .PersonFacts.Where(person => person.EmailKey == key)
            .Select(person => new
            {
                person.Id,
                person.Zone,
                Rhythm = choices
                    .Where(choice => choice.Person == person.Id)
                    .Select(choice => (Rhythm?)choice.Rhythm)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        if (reader is null)
            return null;
        return (reader.Rhythm ?? NoticeKinds.Of(notice).Usual) switch
        {
            Rhythm.AtOnce => null,
            Rhythm.Never => new PutAside(null, null),
            var rhythm and (Rhythm.Daily or Rhythm.Weekly) => new PutAside(
                reader.Id,
                NoticeWork.At(
                    await DueAsync(reader.Id, notice, ct)
                        ?? NoticeWork.Next(
                            clock.GetCurrentInstant(),
                            rhythm,
                            Zones.Of(reader.Zone ?? await ZoneOfAsync(thread, ct))
                        ),
                    reader.Id,
                    notice
                )
            ),
        };
    }

    // Planned again for when it is due anyway: a worker that tells of what is gathered at this moment then begins anew, with this one.
    private Task<Instant?> DueAsync(PersonId reader, string notice, CancellationToken ct)
    {
        var key = NoticeWork.KeyOf(reader, notice);
        return db
            .Work.Where(item => item.Key == key && item.DoneAt == null)
            .Select(item => (Instant?)item.DueAt)
            .SingleOrDefaultAsync(ct);
    }

    private async Task<string> ZoneOfAsync(Guid thread, CancellationToken ct)
    {
        var id = new ApplicationId(thread);
        var organisations = db.OrganisationFacts;
        return await (
                from application in db.Applications
                where application.Id == id
                join organisation in organisations
                    on application.Organisation equals organisation.Id
                select organisation.HomeZone
            ).SingleOrDefaultAsync(ct) ?? "UTC";
    }
}
