using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements.Domain;

/// <summary>
/// The partners of a program are asked to accept texts that changed since they accepted them. It asks, reminds once and keeps a list; nothing
/// becomes of a partnership by itself when nobody accepts. At most one of a program is open.
/// </summary>
internal sealed class Campaign : Entity
{
    /// <summary>Days that people get at least: communities answer after their next meeting.</summary>
    public const int FewestDays = 14;
    public const int MostDays = 365;

    /// <summary>Days before the answer is wished for.</summary>
    public const int ReminderDays = 7;
    public const int LongestNote = 2000;

    private Campaign() { }

    public CampaignId Id { get; private init; } = CampaignId.New();
    public OrganisationId Organisation { get; private init; }
    public ProgramId Program { get; private init; }

    /// <summary>The version whose texts are to be accepted.</summary>
    public ProgramVersionId ProgramVersion { get; private init; }
    public PersonId? By { get; private init; }
    public string ByName { get; private init; } = "";
    public Instant At { get; private init; }

    /// <summary>The last day, by the organisation's calendar. It is a wish: one can accept until the campaign is ended.</summary>
    public LocalDate AnswerBy { get; private init; }

    /// <summary>The organisation's own words to the partners; may be empty.</summary>
    public string Note { get; private init; } = "";
    public Instant? RemindedAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }
    public List<CampaignClause> Clauses { get; private init; } = [];
    public List<CampaignPartner> Partners { get; private init; } = [];

    public bool IsOpen => EndedAt is null;
    public string WorkKey => $"campaign.remind/{Id.Value:n}";

    public static (Campaign? Campaign, Outcome Outcome) Begin(
        CampaignDraft draft,
        Actor actor,
        Instant now
    )
    {
        if (draft.Against() is { } refusal)
            return (null, refusal);
        var campaign = new Campaign
        {
            Organisation = draft.Organisation,
            Program = draft.Program,
            ProgramVersion = draft.Version,
            By = actor.Person,
            ByName = actor.Name,
            At = now,
            AnswerBy = draft.AnswerBy,
            Note = draft.Note.Trim(),
        };
        campaign.Clauses.AddRange(
            draft.Clauses.Select(clause => new CampaignClause(clause.Key, ClauseText.Hash(clause)))
        );
        campaign.Partners.AddRange(
            draft.Partners.Select(partner => new CampaignPartner(
                partner.Partnership,
                partner.Application
            ))
        );
        return (
            campaign,
            Outcome
                .Of(
                    actor,
                    now,
                    new CampaignBegun(
                        campaign.Id.Value,
                        [.. campaign.Clauses.Select(clause => clause.Clause)],
                        campaign.Partners.Count
                    )
                )
                .Then(campaign.RemindIn(draft.Zone))
        );
    }

    /// <summary>Whoever has not accepted by then is reminded. Asking again is no part of it.</summary>
    public Outcome Remind(Instant now)
    {
        if (!IsOpen || RemindedAt is not null)
            return CampaignRefusals.NothingToRemind;
        RemindedAt = now;
        return Outcome.Of(Actor.Rule, now, new CampaignReminded(Id.Value));
    }

    public Outcome End(Actor actor, Instant now)
    {
        if (!IsOpen)
            return CampaignRefusals.EndedAlready(EndedBy ?? "");
        (EndedAt, EndedBy) = (now, actor.Name);
        return Outcome
            .Of(actor, now, new CampaignEnded(Id.Value))
            .Then(new WorkChange.Cancel(WorkKey));
    }

    private WorkChange.Plan RemindIn(DateTimeZone zone) =>
        new(
            ReminderDue.Kind,
            WorkKey,
            zone.AtLeniently(AnswerBy.PlusDays(-ReminderDays).At(new LocalTime(9, 0))).ToInstant(),
            Id.Value,
            new ReminderDue(Id.Value)
        );
}

/// <summary>One text that is to be accepted.</summary>
internal sealed class CampaignClause
{
    private CampaignClause() { }

    public CampaignClause(string clause, string hash) => (Clause, Hash) = (clause, hash);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public CampaignId Campaign { get; private init; }
    public string Clause { get; private init; } = "";
    public string Hash { get; private init; } = "";
}

/// <summary>One partner who is asked: those of the day on which it began.</summary>
internal sealed class CampaignPartner
{
    private CampaignPartner() { }

    public CampaignPartner(PartnershipId partnership, ApplicationId application) =>
        (Partnership, Application) = (partnership, application);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public CampaignId Campaign { get; private init; }
    public PartnershipId Partnership { get; private init; }
    public ApplicationId Application { get; private init; }
}

/// <summary>Work: remind those who have not accepted.</summary>
internal sealed record ReminderDue(Guid Campaign)
{
    public const string Kind = "campaign.remind";
}
