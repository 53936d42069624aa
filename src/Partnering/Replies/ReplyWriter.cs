using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Replies.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Replies;

/// <summary>To whom the key of a reply address was given, and for which application.</summary>
/// <param name="Note">Who reads what they write, where they are of the desk; null where they are the applicant.</param>
internal sealed record ReplyWriter(
    string Reference,
    PersonId Person,
    string Name,
    string Email,
    string EmailKey,
    Audience? Note
)
{
    /// <returns>Null where nobody has the key.</returns>
    public static async Task<ReplyWriter?> OfAsync(BanyanDb db, string key, CancellationToken ct)
    {
        var (people, applications, keys) = (db.PersonFacts, db.Applications, db.DeskReplyKeys);
        return await (
                from application in applications
                from applicant in application.Applicants.Where(a => a.ReplyKey == key)
                join person in people on applicant.Person equals person.Id
                select new ReplyWriter(
                    application.Reference,
                    person.Id,
                    person.Name == "" ? applicant.Email : person.Name,
                    applicant.Email,
                    applicant.EmailKey,
                    null
                )
            ).SingleOrDefaultAsync(ct)
            ?? await (
                from given in keys
                where given.Key == key
                join application in applications on given.Application equals application.Id
                join person in people on given.Person equals person.Id
                select new ReplyWriter(
                    application.Reference,
                    person.Id,
                    person.Name,
                    person.Email,
                    person.EmailKey,
                    given.Audience
                )
            ).SingleOrDefaultAsync(ct);
    }

    /// <summary>As their pages would see them now: who left the team has no seat any more.</summary>
    public async Task<Viewer> ViewerAsync(BanyanDb db, PermissionBook book, CancellationToken ct)
    {
        var person = Person;
        var seats = Note is null
            ? []
            : await db.SeatFacts.Where(seat => seat.Person == person).ToListAsync(ct);
        var viewer = seats.Count > 0 ? SeatedViewer.Of(seats, book) : Viewer.Nobody;
        return viewer with { Person = person, Name = Name, Email = Email };
    }
}
