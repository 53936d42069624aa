using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Banyan.Partnering.Applications.Domain.ApplicationState;

namespace Banyan.Partnering.Review;

/// <summary>
/// Which open cases want staff now, what is due first on top. Each reason finds its own in an index, and no more of them than are shown: asked as one
/// condition, the database would look at every open case.
/// </summary>
internal static class DeskToday
{
    // Of mails, not of cases; those that somebody has seen to are still among them.
    private const int MostTroubles = 300;

    public static IQueryable<ApplicationId> Of(
        BanyanDb db,
        Viewer viewer,
        Instant soon,
        LocalDate tomorrow,
        DeskStaff staff,
        int most
    )
    {
        var cases = Desk(db.Applications);
        var closing = db
            .Rounds.Where(round => round.ClosedAt == null && round.ClosesAt <= soon)
            .Select(round => round.Application);
        // A case that waits for an answer is due when the day of the answer is over.
        var late = tomorrow.AtMidnight().InUtc().ToInstant();
        // Of what is found by something rarer than its day, all is taken: told to begin with what is due first, a database reads every open case.
        var wanted = First(cases.Where(a => a.Ball == Ball.Staff))
            .Union(First(cases.Where(a => a.Ball == Ball.Nobody && a.State == Releasing)))
            .Union(
                First(
                    cases.Where(a =>
                        a.Ball == Ball.Applicant
                        && a.DueAt <= late
                        && a.Asked != null
                        && a.Asked.AnswerBy < tomorrow
                    )
                )
            )
            .Union(
                cases.Where(a => a.State == InReview && closing.Contains(a.Id)).Select(a => a.Id)
            )
            .Union(LeadIsRecused(db, cases).Select(a => a.Id));
        // By those who left, who are few: by those who lead, every open case would be looked at.
        foreach (var (organisation, people) in staff.Gone)
            wanted = wanted.Union(
                cases
                    .Where(a => a.Organisation == organisation && people.Contains(a.Lead))
                    .Select(a => a.Id)
            );
        return First(db.Applications.Where(a => wanted.Contains(a.Id)));

        IQueryable<Application> Desk(IQueryable<Application> some)
        {
            var mine = some.OnDeskOf(viewer, CasePermissions.Read);
            if (viewer.OrganisationsWhere(CasePermissions.Read) is [var only])
                mine = mine.Where(a => a.Organisation == only);
            return mine.Where(a => a.DueAt != null);
        }

        IQueryable<ApplicationId> First(IQueryable<Application> some) =>
            some.OrderBy(a => a.DueAt).ThenBy(a => a.Reference).Select(a => a.Id).Take(most);
    }

    /// <summary>
    /// What may want somebody whatever its state: a mail did not arrive, a page lost what it said, the applicants appealed, conditions are open, both sides look
    /// at it again, it is paused, or what follows from its end is due. They are few, and found by what they wait for; bare numbers, as mails know their record.
    /// </summary>
    public static IQueryable<Guid> Told(BanyanDb db, LocalDate tomorrow) =>
        db
            .MailTroubles.OrderByDescending(mail => mail.TroubleAt)
            .Take(MostTroubles)
            .Select(mail => mail.Thread)
            .Union(
                db.Partnerships.Where(partner =>
                        partner.State == PartnershipState.UnderReview
                        || partner.State == PartnershipState.Onboarding
                            && (
                                partner.ConditionsBy < tomorrow
                                || partner.Conditions.Any(condition =>
                                    condition.SettledAt == null && condition.DoneAt != null
                                )
                            )
                    )
                    .Select(partner => (Guid)(object)partner.Application)
            )
            .Union(db.Partnerships.Waiting().Select(partner => (Guid)(object)partner.Application))
            .Union(
                db.Partnerships.Where(partner =>
                        partner.Consequences.Any(item =>
                            item.DoneAt == null
                            && item.Owner == PartnerSide.Organisation
                            && item.Due < tomorrow
                        )
                    )
                    .Select(partner => (Guid)(object)partner.Application)
            )
            .Union(
                db.Checks.Where(check => check.LostAt != null)
                    .Select(check => (Guid)(object)check.Application)
            )
            .Union(
                db.Applications.Where(a => a.Appeal != null && a.Appeal.AnsweredAt == null)
                    .Select(a => (Guid)(object)a.Id)
            );

    private static IQueryable<Application> LeadIsRecused(BanyanDb db, IQueryable<Application> cases)
    {
        var recused = db.Declarations.Where(d => !d.Reads).Select(d => d.Application);
        return cases.Where(a =>
            recused.Contains(a.Id) && a.Declarations.Any(d => d.Person == a.Lead && !d.Reads)
        );
    }
}
