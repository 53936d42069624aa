using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Notices;

/// <summary>The cases behind gathered mails, as their reader may know them now.</summary>
internal sealed class ReadGathered(
    BanyanDb db,
    ProgramShelf shelf,
    PermissionBook book,
    IClock clock
)
{
    /// <returns>By the record of the mails; what the reader may not know of any more is not in it.</returns>
    public async Task<Dictionary<Guid, GatheredCase>> OfAsync(
        PersonFacts reader,
        string notice,
        IReadOnlyList<PostedMail> mails,
        CancellationToken ct
    )
    {
        var viewer = await ViewerAsync(reader, ct);
        var ids = mails.Select(mail => new ApplicationId(mail.Thread)).Distinct().ToList();
        var me = reader.Id;
        var organisations = db.OrganisationFacts;
        var found = await (
            from application in Seen(notice, viewer).AsNoTracking()
            where ids.Contains(application.Id)
            join organisation in organisations on application.Organisation equals organisation.Id
            select new
            {
                Application = application,
                organisation.HomeZone,
                Declared = application.Declarations.Any(d => d.Person == me),
            }
        ).ToListAsync(ct);
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(round => ids.Contains(round.Application) && round.ClosedAt == null)
            .Whole()
            .ToDictionaryAsync(round => round.Application, ct);
        var programs = await shelf.DefinitionsAsync(
            found.Select(each => each.Application.ProgramVersion),
            ct
        );
        var now = clock.GetCurrentInstant();
        return found.ToDictionary(
            each => each.Application.Id.Value,
            each =>
            {
                var application = each.Application;
                var here = now.InZone(Zones.Of(each.HomeZone));
                var facts = NextFacts.Of(application, rounds.GetValueOrDefault(application.Id));
                var clocks = programs[application.ProgramVersion].Clocks;
                var of = mails.Where(mail => mail.Thread == application.Id.Value).ToList();
                return new GatheredCase(
                    application.Reference,
                    application.Title,
                    notice == NoticeKinds.Rounds && !each.Declared ? null
                        : notice == NoticeKinds.Messages
                            ? NextLineOf.Applicant(facts, clocks, here).Sentence
                        : NextLineOf
                            .Desk(facts, clocks, CaseText.ReaderOf(viewer, application), here)
                            .Sentence,
                    of.Count,
                    of[^1].PlannedAt.InZone(here.Zone)
                );
            }
        );
    }

    private IQueryable<Application> Seen(string notice, Viewer viewer) =>
        notice switch
        {
            NoticeKinds.Messages => db.Applications.HeldBy(viewer),
            NoticeKinds.Desk => db.Applications.OnDeskOf(viewer, CasePermissions.Read),
            _ => db.Applications.ListedFor(viewer),
        };

    private async Task<Viewer> ViewerAsync(PersonFacts reader, CancellationToken ct)
    {
        var id = reader.Id;
        var seats = await db.SeatFacts.Where(seat => seat.Person == id).ToListAsync(ct);
        var viewer =
            seats.Count > 0 ? SeatedViewer.Of(seats, book) : Viewer.Nobody with { Person = id };
        return viewer with { Name = reader.Name, Email = reader.Email };
    }
}
