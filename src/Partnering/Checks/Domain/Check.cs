using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>One look at one address of an application, or at one of its answers, with its latest finding. Until the finding is there it is being checked.</summary>
internal sealed partial class Check : Entity
{
    private Check() { }

    public Check(ApplicationId application, CheckKind kind, string address, Instant at) =>
        (Application, Kind, Address, AskedAt) = (application, kind, address, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public CheckKind Kind { get; private init; }

    /// <summary>The address, or for a look at an answer what the answer said.</summary>
    public string Address
    {
        get;
        private set =>
            (field, Place) = (value, Kind == CheckKind.Site ? SameSubject.Place(value) : null);
    } = "";

    /// <summary>Of a site, by which others with the same one are found.</summary>
    public string? Place { get; private set; }
    public Instant AskedAt { get; private set; }
    public CheckResult? Result { get; private set; }
    public string Sentence { get; private set; } = "";

    /// <summary>Short quotes of what was read, one a line.</summary>
    public List<string> Evidence { get; private set; } = [];
    public Instant? LookedAt { get; private set; }
    public string? BodyHash { get; private set; }

    public string WorkKey => $"check/{Id:n}";

    /// <summary>Looks anew, because the address changed.</summary>
    public void Ask(string address, Instant now) =>
        (Address, AskedAt, Result, Sentence, Evidence, LookedAt, Lost, LostAt, Before, BeforeAt) = (
            address,
            now,
            null,
            "",
            [],
            null,
            0,
            null,
            "",
            null
        );

    public Outcome Found(CheckFinding finding, Instant now)
    {
        Keep(finding);
        return Made(finding, now);
    }

    /// <summary>A finding that follows from the answer alone. The answer is in the history already, so this is no event of its own.</summary>
    public void Keep(CheckFinding finding) =>
        (Result, Sentence, Evidence, LookedAt, BodyHash) = (
            finding.Result,
            finding.Sentence,
            [.. finding.Evidence],
            finding.At,
            finding.BodyHash
        );
}

/// <param name="Hash">Of the page as it was read; null where none was.</param>
internal sealed record CheckMade(Guid About, string Kind, string Result, string? Hash)
    : DomainEvent(About);

internal sealed record CheckLost(Guid About, string Kind, string Sentence) : DomainEvent(About);
