using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Credentials.Domain;
using NodaTime;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What an approval creates once its letter has left.</summary>
internal sealed partial class Partnership : Entity
{
    private Partnership() { }

    public PartnershipId Id { get; private init; } = PartnershipId.New();

    /// <summary>The public name, in addresses and on badges; see <see cref="PartnerCode"/>.</summary>
    public string Code { get; private init; } = "";
    public ApplicationId Application { get; private init; }
    public CommunityId? Community { get; private init; }
    public OrganisationId Organisation { get; private init; }
    public ProgramId Program { get; private init; }
    public ProgramVersionId ProgramVersion { get; private init; }

    /// <summary>The edition of the program for which it was approved; null where the program rolls on.</summary>
    public string? Edition { get; private init; }
    public string Title { get; private init; } = "";

    /// <summary>The words of the chosen kind (event, initiative) as the form had them; empty where the form does not ask.</summary>
    public string Kind { get; private init; } = "";
    public string? Website { get; private init; }
    public string? Place { get; private init; }
    public LocalDate Begins { get; private init; }

    /// <summary>The last day of the term; null where it stands until either side ends it.</summary>
    public LocalDate? Until { get; private set; }
    public PartnershipState State { get; private set; }

    /// <summary><see cref="Promises"/> as JSON, as they were on the day of approval.</summary>
    public string PromisesKept { get; private init; } = "{}";
    public Instant BegunAt { get; private init; }

    /// <summary>Its place in the list by which a credential is looked up; drawn by chance, and no two have the same.</summary>
    public int StatusIndex { get; private init; }

    public Promises Promises => Promises.Read(PromisesKept);

    /// <summary>Begins with the letter, in the same commit: active at once, or once the conditions of the letter are met.</summary>
    public static (Partnership Partnership, Outcome Outcome) Begin(
        PartnershipTerms terms,
        Actor actor,
        Instant now
    )
    {
        var partnership = new Partnership
        {
            Code = terms.Code,
            Application = terms.Application,
            Community = terms.Community,
            Organisation = terms.Organisation,
            Program = terms.Program,
            ProgramVersion = terms.ProgramVersion,
            Edition = terms.Edition,
            Title = terms.Title,
            Kind = terms.Kind,
            Website = terms.Website,
            Place = terms.Place,
            Begins = terms.Begins,
            Until = terms.Until,
            State = PartnershipState.Active,
            LookAgainOn = terms.LookAgainOn,
            PromisesKept = terms.Promises.Write(),
            BegunAt = now,
            StatusIndex = RandomNumberGenerator.GetInt32(StatusBits.Length),
        };
        partnership.Ask(terms.Conditions, terms.ConditionsBy);
        return (
            partnership,
            Outcome
                .Of(actor, now, new PartnershipBegun(partnership.Id.Value, terms.Code))
                .Then(partnership.Due(terms.Zone, now))
        );
    }

    public Standing StandingOn(LocalDate today) => Standings.Of(State, Begins, Until, today);
}

/// <summary>All that a partnership is made of.</summary>
internal sealed record PartnershipTerms
{
    public required string Code { get; init; }
    public required ApplicationId Application { get; init; }
    public required CommunityId? Community { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required ProgramId Program { get; init; }
    public required ProgramVersionId ProgramVersion { get; init; }
    public required string? Edition { get; init; }
    public required string Title { get; init; }
    public string Kind { get; init; } = "";
    public string? Website { get; init; }
    public string? Place { get; init; }
    public required LocalDate Begins { get; init; }
    public required LocalDate? Until { get; init; }
    public required Promises Promises { get; init; }

    /// <summary>The zone of the organisation, by whose days things fall due.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;
    public LocalDate? LookAgainOn { get; init; }
    public IReadOnlyList<string> Conditions { get; init; } = [];
    public LocalDate? ConditionsBy { get; init; }
}
