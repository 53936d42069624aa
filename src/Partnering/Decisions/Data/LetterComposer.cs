using System.Globalization;
using Banyan.Kernel.Data;
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
    /// <summary>People do not choose the language of their mail yet, so all letters are in the source language of the program's texts.</summary>
    public const string Language = "en";

    private static readonly LocalTime Morning = new(9, 0);

    public async Task<LetterText> ComposeAsync(
        DecisionCase decided,
        Decision decision,
        CancellationToken ct
    )
    {
        var application = decided.Application;
        var culture = CultureInfo.GetCultureInfo(Language);
        var form = FormState.Of(
            decided.Program,
            application.Answers,
            decided.Today,
            culture,
            complete: false
        );
        var recipients = await RecipientsAsync(application, ct);
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
                Community = await CommunityAsync(application, ct) ?? name,
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
    private async Task<List<Addressee>> RecipientsAsync(
        Application application,
        CancellationToken ct
    )
    {
        var people = application
            .Applicants.Where(applicant => applicant.Person is not null)
            .Select(applicant => applicant.Person!.Value)
            .ToList();
        var names = await db
            .PersonFacts.Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, ct);
        return
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

    private Task<string?> CommunityAsync(Application application, CancellationToken ct) =>
        db
            .CommunityFacts.Where(community => community.Id == application.Community)
            .Select(community => community.Name)
            .SingleOrDefaultAsync(ct)!;
}
