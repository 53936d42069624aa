using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions.Data;

/// <summary>Gathers the names and addresses that a letter needs, and has it written as it would leave now.</summary>
internal sealed class LetterComposer(BanyanDb db, SiteAddress site)
{
    private static readonly LocalTime Morning = new(9, 0);

    public async Task<LetterText> ComposeAsync(
        DecisionCase decided,
        Decision decision,
        CancellationToken ct
    ) => (await ComposeAllAsync([(decided, decision)], ct))[0];

    /// <summary>In the same order, and in the same number of statements for one and for fifty.</summary>
    public async Task<IReadOnlyList<LetterText>> ComposeAllAsync(
        IReadOnlyList<(DecisionCase Case, Decision Decision)> decided,
        CancellationToken ct
    )
    {
        var people = decided
            .SelectMany(each => each.Case.Application.Applicants)
            .Where(applicant => applicant.Person is not null)
            .Select(applicant => applicant.Person!.Value)
            .Distinct()
            .ToList();
        var names = await db
            .PersonFacts.Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, ct);
        var known = decided
            .Select(each => each.Case.Application.Community)
            .Where(community => community is not null)
            .Select(community => community!.Value)
            .Distinct()
            .ToList();
        var communities = await db
            .CommunityFacts.Where(community => known.Contains(community.Id))
            .ToDictionaryAsync(community => community.Id, community => community.Name, ct);
        return
        [
            .. decided.Select(each =>
                Compose(
                    each.Case,
                    each.Decision,
                    Recipients(each.Case.Application, names),
                    each.Case.Application.Community is { } community
                        ? communities.GetValueOrDefault(community)
                        : null
                )
            ),
        ];
    }

    /// <param name="community">Its name; null where it has no record.</param>
    private LetterText Compose(
        DecisionCase decided,
        Decision decision,
        IReadOnlyList<Addressee> recipients,
        string? community
    )
    {
        var application = decided.Application;
        var culture = CultureInfo.GetCultureInfo(application.LetterLanguage);
        var form = FormState.Of(
            decided.Program,
            application.Answers,
            decided.Today,
            culture,
            complete: false
        );
        var name = $"{form.Value(Meaning.FirstName)} {form.Value(Meaning.LastName)}".Trim();
        if (name.Length == 0)
            name =
                recipients.Select(person => person.Name).FirstOrDefault(known => known.Length > 0)
                ?? "";
        // A letter that is held speaks as of the day on which it leaves: a partnership begins on it.
        var leaves = decision.HoldUntil is { } held && held > decided.Today ? held : decided.Today;
        var text = LetterWriter.Write(
            new LetterFacts
            {
                Decision = decision,
                Program = decided.Program,
                Culture = culture,
                Today = leaves,
                Reference = application.Reference,
                Title = application.Title,
                Name = name,
                // Without a record of the community, those who applied stand for it.
                Community = community ?? name,
                Organisation = decided.Organisation.Name,
                PartnerPage =
                    decision.Outcome.IsApproval
                    && (decided.Partnership?.Code ?? decision.PartnerCode) is { } code
                        ? site.Of(PartnerLinks.Show(code))
                        : "",
                ApplicationPage = site.Of(ApplicationLinks.Show(application.Reference)),
                Recipients = recipients,
                Revisit = application.Revisit,
                LetterBefore = decided.Before?.InForceSince?.InZone(decided.Zone).Date,
                RevisitedOn = application.Revisit?.At.InZone(decided.Zone).Date,
                Began = decided.Partnership?.Begins,
            }
        );
        return leaves > decided.Today
            ? text with
            {
                NotBefore = leaves.At(Morning).InZoneLeniently(decided.Zone).ToInstant(),
            }
            : text;
    }

    /// <summary>Everybody on the applicant's side who has proven an address, in the order in which they came.</summary>
    private static List<Addressee> Recipients(
        Application application,
        Dictionary<PersonId, string> names
    ) =>
        [
            .. application
                .Applicants.Where(applicant => applicant.Person is not null)
                .OrderBy(applicant => applicant.InvitedAt)
                .ThenBy(applicant => applicant.Id)
                .Select(applicant => new Addressee(
                    applicant.Email,
                    names.GetValueOrDefault(applicant.Person!.Value, "")
                )),
        ];
}
