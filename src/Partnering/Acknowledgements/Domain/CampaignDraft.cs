using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements.Domain;

/// <summary>What somebody wants to ask the partners.</summary>
/// <param name="Clauses">The texts that changed, as they read now.</param>
/// <param name="Partners">The partners of today who have not accepted all of them.</param>
internal sealed record CampaignDraft(
    OrganisationId Organisation,
    DateTimeZone Zone,
    ProgramId Program,
    ProgramVersionId Version,
    LocalDate Today,
    LocalDate AnswerBy,
    string Note,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<AskedPartner> Partners
)
{
    public Refusal? Against() =>
        Clauses.Count == 0 ? CampaignRefusals.NothingChanged
        : Partners.Count == 0 ? CampaignRefusals.NobodyToAsk
        : Period.DaysBetween(Today, AnswerBy) < Campaign.FewestDays
            ? CampaignRefusals.TooSoon(Today.PlusDays(Campaign.FewestDays))
        : Period.DaysBetween(Today, AnswerBy) > Campaign.MostDays
            ? CampaignRefusals.TooLate(Today.PlusDays(Campaign.MostDays))
        : Note.Trim().Length > Campaign.LongestNote ? CampaignRefusals.NoteTooLong
        : null;
}

internal sealed record AskedPartner(PartnershipId Partnership, ApplicationId Application);
