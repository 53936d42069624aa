using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Addresses are looked at again while a case is open or a partnership runs: what was there may be gone.</summary>
internal sealed partial class Check
{
    public static readonly Duration EveryWeek = Duration.FromDays(7);
    public static readonly Duration EveryMonth = Duration.FromDays(30);

    /// <summary>What is gone is looked for once more before anybody is told.</summary>
    public static readonly Duration ToBeSure = Duration.FromDays(1);

    /// <summary>Looks in a row that saw less than was known.</summary>
    public int Lost { get; private set; }

    /// <summary>When it was sure that something is gone; null while all is as it was.</summary>
    public Instant? LostAt { get; private set; }

    /// <summary>What was seen before it was gone, and when.</summary>
    public string Before { get; private set; } = "";
    public Instant? BeforeAt { get; private set; }

    /// <summary>A look after the first. What could not be looked at is no news.</summary>
    /// <param name="usual">After so long one looks again.</param>
    public (Outcome Outcome, Duration Next) FoundAgain(
        CheckFinding finding,
        Duration usual,
        Instant now
    )
    {
        if (finding.Result == CheckResult.CouldNotLook && Result is not null)
            return (Outcome.Of(Actor.Rule, now), usual);
        if (Weight(finding.Result) >= Weight(Result))
        {
            if (LostAt is not null && Weight(finding.Result) > Weight(Result))
                (LostAt, Before, BeforeAt) = (null, "", null);
            Lost = 0;
            Keep(finding);
            return (Made(finding, now), usual);
        }
        if (++Lost < 2)
            return (Outcome.Of(Actor.Rule, now), ToBeSure);
        (LostAt, Before, BeforeAt, Lost) = (now, Sentence, LookedAt, 0);
        Keep(finding);
        return (
            Made(finding, now)
                .And(
                    Outcome.Of(
                        Actor.Rule,
                        now,
                        new CheckLost(Application.Value, $"{Kind}", finding.Sentence)
                    )
                ),
            usual
        );
    }

    private Outcome Made(CheckFinding finding, Instant now) =>
        Outcome.Of(
            Actor.Rule,
            now,
            new CheckMade(Application.Value, $"{Kind}", $"{finding.Result}", finding.BodyHash)
        );

    private static int Weight(CheckResult? result) =>
        result switch
        {
            CheckResult.Found => 3,
            CheckResult.Partly => 2,
            CheckResult.NotFound => 1,
            CheckResult.CouldNotLook or null => 0,
        };
}
