using Banyan.Membership.Contracts;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>The clauses of a program as they read now, and who of its partners accepted what.</summary>
internal sealed record Ledger
{
    public required OrganisationFacts Organisation { get; init; }
    public required ProgramId Id { get; init; }
    public required ProgramDefinition Program { get; init; }
    public required ProgramVersionId Version { get; init; }
    public required Instant Now { get; init; }
    public required IReadOnlyDictionary<ProgramVersionId, int> Numbers { get; init; }
    public required IReadOnlyList<LedgerClause> Clauses { get; init; }

    /// <summary>All there ever were, by name.</summary>
    public required IReadOnlyList<LedgerPartner> Partners { get; init; }

    /// <summary>By hash: every text that a partner accepted and that is not the present one.</summary>
    public required IReadOnlyDictionary<string, ClauseWording> Wordings { get; init; }

    /// <summary>The latest, open or ended.</summary>
    public required Campaign? Campaign { get; init; }

    public DateTimeZone Zone => Organisation.Zone;
    public LocalDate Today => Now.InZone(Zone).Date;
    public int VersionNumber => Numbers[Version];
    public IEnumerable<LedgerPartner> Current => Partners.Where(p => p.IsCurrent(Today));

    /// <summary>The clauses that a partner of today accepted in another wording, or not at all, each with those wordings.</summary>
    public IReadOnlyList<ChangedClause> Changed =>
        [
            .. Clauses
                .Select(clause => new ChangedClause(
                    clause.Clause,
                    [
                        .. Current
                            .Where(partner => !partner.Has(clause.Hash))
                            .GroupBy(partner => partner.LastOf(clause.Clause.Key)?.Hash)
                            .Select(group => new EarlierText(
                                group.Key is null ? null : Wordings.GetValueOrDefault(group.Key),
                                group.Count()
                            )),
                    ]
                ))
                .Where(changed => changed.Earlier.Count > 0),
        ];

    /// <summary>The partners of today who have not accepted all of what the program says now.</summary>
    public IReadOnlyList<LedgerPartner> Behind =>
        [.. Current.Where(partner => Clauses.Any(clause => !partner.Has(clause.Hash)))];

    /// <summary>The campaign asks for texts that the program has replaced since.</summary>
    public bool CampaignIsStale =>
        Campaign is { } campaign
        && campaign.Clauses.Exists(asked => Clauses.All(clause => clause.Hash != asked.Hash));

    /// <summary>Who was asked, with what of it they accepted.</summary>
    public IReadOnlyList<AskedRow> Asked =>
        Campaign is not { } campaign
            ? []
            :
            [
                .. Partners
                    .Where(partner =>
                        campaign.Partners.Exists(asked => asked.Partnership == partner.Id)
                    )
                    .Select(partner => new AskedRow(
                        partner,
                        [
                            .. campaign
                                .Clauses.OrderBy(asked => Program.PlaceOf(asked.Clause))
                                .Select(asked => (asked.Clause, partner.AcceptanceOf(asked.Hash))),
                        ]
                    )),
            ];

    public string SummaryOf(string clause, string hash) =>
        Clauses.FirstOrDefault(known => known.Hash == hash)?.Clause.Summary.ToString()
        ?? Wordings.GetValueOrDefault(hash)?.Summary.ToString()
        ?? Clauses.FirstOrDefault(known => known.Clause.Key == clause)?.Clause.Summary.ToString()
        ?? clause;
}

/// <param name="SinceNumber">The first version since which it reads like this without a break.</param>
internal sealed record LedgerClause(Clause Clause, string Hash, int SinceNumber, Instant Since);

internal sealed record LedgerPartner(
    PartnershipId Id,
    ApplicationId Application,
    string Code,
    string Title,
    string Reference,
    PartnershipState State,
    LocalDate Begins,
    LocalDate? Until,
    IReadOnlyList<ClauseAcceptance> Acceptances
)
{
    /// <summary>Also where the partnership is looked into or begins soon: the agreement binds then too.</summary>
    public bool IsCurrent(LocalDate today) =>
        (Until is null || today <= Until)
        && State switch
        {
            PartnershipState.Onboarding
            or PartnershipState.Active
            or PartnershipState.UnderReview
            or PartnershipState.Suspended => true,
            PartnershipState.Ended or PartnershipState.Expired or PartnershipState.Revoked => false,
        };

    public bool Has(string hash) => AcceptanceOf(hash) is not null;

    public ClauseAcceptance? AcceptanceOf(string hash) =>
        Acceptances.FirstOrDefault(known => known.Side == Side.Partner && known.Hash == hash);

    public ClauseAcceptance? LastOf(string clause) =>
        Acceptances.LastOrDefault(known => known.Side == Side.Partner && known.Clause == clause);
}

internal sealed record ChangedClause(Clause Now, IReadOnlyList<EarlierText> Earlier);

/// <param name="Wording">Null: these partners never accepted a text of this clause.</param>
internal sealed record EarlierText(ClauseWording? Wording, int Partners);

internal sealed record AskedRow(
    LedgerPartner Partner,
    IReadOnlyList<(string Clause, ClauseAcceptance? Acceptance)> Clauses
)
{
    public bool Done => Clauses.All(clause => clause.Acceptance is not null);
}
