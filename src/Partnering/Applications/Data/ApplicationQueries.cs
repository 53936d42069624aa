using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications.Data;

internal static class ApplicationQueries
{
    extension(BanyanDb db)
    {
        internal DbSet<Application> Applications => db.Set<Application>();

        /// <summary>What is about to be committed rests on the state of this case, though it changes only rows beside it: two people at the same moment then meet at its version.</summary>
        internal void Hold(Application application) =>
            db.Entry(application).Property(a => a.State).IsModified = true;
    }

    extension(IQueryable<Application> applications)
    {
        /// <summary>The applicant's side: mine by a proven address, or the one draft that this browser began.</summary>
        internal IQueryable<Application> HeldBy(Viewer viewer)
        {
            var person = viewer.Person;
            // Who signed in has proven this address; an invitation to it is theirs.
            var email =
                person is not null && EmailAddress.TryParse(viewer.Email, out var address, out _)
                    ? address.Key
                    : null;
            var held = viewer.Holds is { } id ? new ApplicationId(id) : default(ApplicationId?);
            return applications.Where(a =>
                person != null
                    && a.Applicants.Any(applicant =>
                        applicant.Person == person || applicant.EmailKey == email
                    )
                || held != null
                    && a.Id == held
                    && a.SubmittedAt == null
                    && a.Applicants.All(applicant => applicant.Person == null)
            );
        }

        /// <summary>
        /// The cases that the viewer's place in the organisation reaches: staff what was sent to it; a work group what was sent on to itself,
        /// a board what it is consulted about, and no other group does. Who writes on an application sees it from that side only; an
        /// invitation that nobody took does not count, otherwise an applicant could shut the desk out by inviting it.
        /// Reach says nothing of conflicts of interest: pages begin at <c>OnDeskOf</c> or <c>ListedFor</c>.
        /// </summary>
        internal IQueryable<Application> InReachOf(Viewer viewer)
        {
            var me = viewer.Person;
            var staff = viewer.OrganisationsWhere(CasePermissions.Read);
            var reviewers = viewer.OrganisationsWhere(CasePermissions.Review);
            var reached = applications.Where(a =>
                a.SubmittedAt != null
                && (
                    staff.Contains(a.Organisation)
                    || a.SentToReviewAt != null && reviewers.Contains(a.Organisation)
                )
                && !a.Applicants.Any(applicant => applicant.Person == me)
            );
            // A seat counts in its own organisation: team names are unique only there.
            foreach (var organisation in reviewers.Except(staff))
            {
                var teams = viewer
                    .Seats.Where(seat =>
                        seat.Organisation == organisation
                        && seat.Permissions.Contains(CasePermissions.Review)
                    )
                    .Select(seat => seat.Team)
                    .ToList();
                reached = reached.Where(a =>
                    a.Organisation != organisation
                    || teams.Contains(a.ReviewTeam)
                    || a.ConsultedTeam != null && teams.Contains(a.ConsultedTeam)
                );
            }
            return reached;
        }

        /// <summary>The cases that the viewer may read: in reach, declared, and not taken away by a conflict of interest. Staff read without a declaration; one they made counts.</summary>
        internal IQueryable<Application> OnDeskOf(Viewer viewer)
        {
            var me = viewer.Person;
            var staff = viewer.OrganisationsWhere(CasePermissions.Read);
            return applications
                .InReachOf(viewer)
                .Where(a =>
                    a.Declarations.Any(d => d.Person == me && d.Reads)
                    || staff.Contains(a.Organisation) && !a.Declarations.Any(d => d.Person == me)
                );
        }

        /// <summary>The cases that may stand in a list: those that one reads, and those about which one has not declared yet; of the latter no more than the title is shown.</summary>
        internal IQueryable<Application> ListedFor(Viewer viewer)
        {
            var me = viewer.Person;
            return applications
                .InReachOf(viewer)
                .Where(a => !a.Declarations.Any(d => d.Person == me && !d.Reads));
        }

        /// <summary>Of these the ones on which the viewer may do this: a seat in one organisation gives nothing in another.</summary>
        internal IQueryable<Application> OnDeskOf(Viewer viewer, string permission)
        {
            var allowed = viewer.OrganisationsWhere(permission);
            return applications.OnDeskOf(viewer).Where(a => allowed.Contains(a.Organisation));
        }

        internal IQueryable<Application> WithReference(string reference)
        {
            // The long s is a capital S to some; a reference is plain letters, and a redirect to it must be.
            var code = Ascii.IsValid(reference) ? reference.ToUpperInvariant() : "";
            return applications.Where(a => a.Reference == code);
        }
    }
}
