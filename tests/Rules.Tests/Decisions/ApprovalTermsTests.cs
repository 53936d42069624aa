using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Domain;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Decisions;

/// <summary>Conditions, trials, and decisions against the vote.</summary>
public sealed class ApprovalTermsTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly LocalDate Today = new(2027, 3, 1);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly Actor Deb = Actor.Of(PersonId.New(), "Deb");

    public static TheoryData<string, string, string, string, string?> Approvals() =>
        new()
        {
            // outcome, last day, look again on, conditions by (with one condition), refusal
            { "approved", "", "", "", null },
            { "approved", "2027-08-31", "", "", null },
            { "approved", "2027-03-01", "", "", "decision-last-day-past" },
            { "approved", "", "2027-09-01", "", null },
            { "approved", "", "2027-03-01", "", "decision-look-again-outside" },
            { "approved", "", "2028-02-29", "", "decision-look-again-outside" },
            { "approved", "2027-08-31", "2027-08-31", "", "decision-look-again-outside" },
            { "approved", "", "", "2027-04-01", "decision-conditions-not-chosen" },
            { "approvedOnTrial", "", "", "", "decision-trial-without-end" },
            { "approvedOnTrial", "2027-08-31", "", "", null },
            { "approvedOnTrial", "2027-08-31", "2027-06-01", "", null },
            { "approvedWithConditions", "", "", "", "decision-no-condition" },
            { "approvedWithConditions", "", "", "2027-04-01", null },
            { "approvedWithConditions", "", "", "2027-02-28", "decision-conditions-by-outside" },
            { "approvedWithConditions", "", "", "2028-03-01", "decision-conditions-by-outside" },
            {
                "approvedWithConditions",
                "",
                "2027-04-01",
                "2027-04-01",
                "decision-look-again-outside"
            },
        };

    [Theory, MemberData(nameof(Approvals))]
    public void The_days_of_an_approval_fit_together(
        string outcome,
        string until,
        string lookAgain,
        string by,
        string? refusal
    )
    {
        var terms = new ApprovalTerms(
            Day(until),
            Day(lookAgain),
            by.Length > 0 ? ["Name two people."] : [],
            Day(by)
        );
        Record(DecisionOutcomes.Read(outcome)!.Value, terms, ReviewResult.Consensus)
            .Outcome.Refusal?.Code.ShouldBe(refusal);
    }

    [Fact]
    public void Conditions_have_a_day_a_length_and_a_number()
    {
        ApprovalTerms Terms(IReadOnlyList<string> conditions, LocalDate? by) =>
            new(null, null, conditions, by);
        string? Code(ApprovalTerms terms) =>
            Record(
                DecisionOutcome.ApprovedWithConditions,
                terms,
                ReviewResult.Consensus
            ).Outcome.Refusal?.Code;
        Code(Terms(["One."], null)).ShouldBe("decision-conditions-without-day");
        Code(Terms([new string('x', 501)], Today)).ShouldBe("decision-condition-too-long");
        Code(Terms([.. Enumerable.Repeat("One.", 11)], Today))
            .ShouldBe("decision-too-many-conditions");
        Code(Terms([.. Enumerable.Repeat("One.", 10)], Today)).ShouldBeNull();
        ApprovalTerms
            .ReadConditions("- Name two people.\r\n\n  * Answer the mail.\nSay so.")
            .ShouldBe(["Name two people.", "Answer the mail.", "Say so."]);
    }

    [Fact]
    public void A_trial_is_looked_at_in_its_middle_where_nobody_gave_the_day()
    {
        var terms = new ApprovalTerms(new LocalDate(2027, 8, 28), null, [], null);
        Record(DecisionOutcome.ApprovedOnTrial, terms, ReviewResult.Consensus)
            .Decision!.Terms.LookAgainOn.ShouldBe(new LocalDate(2027, 5, 30));
    }

    [Theory]
    [InlineData("approved", "NoConsensus")]
    [InlineData("approved", "NotRecommended")]
    [InlineData("declined", "Consensus")]
    [InlineData("declined", "Recommended")]
    public void Against_the_vote_one_says_why_and_somebody_else_confirms(
        string outcome,
        string review
    )
    {
        var result = Enum.Parse<ReviewResult>(review);
        var key = DecisionOutcomes.Read(outcome)!.Value;
        Record(key, ApprovalTerms.AsTheProgramSays, result).Outcome.Done.ShouldBeFalse();
        Record(key, ApprovalTerms.AsTheProgramSays, result, " ").Outcome.Done.ShouldBeFalse();
        var (decision, recorded) = Record(
            key,
            ApprovalTerms.AsTheProgramSays,
            result,
            " The law leaves no choice. "
        );
        recorded.Done.ShouldBeTrue();
        recorded
            .Events.ShouldHaveSingleItem()
            .ShouldBeOfType<DecisionRecordedAgainstReview>()
            .Reason.ShouldBe("The law leaves no choice.");
        decision!.WaitsForSecond.ShouldBeTrue();
        decision.Confirm(Marie, Now).Refusal!.Code.ShouldBe("decision-confirm-not-oneself");
        decision.Confirm(Deb, Now).Done.ShouldBeTrue();
        decision.WaitsForSecond.ShouldBeFalse();
    }

    [Fact]
    public void A_reason_against_a_vote_that_one_follows_is_not_kept_and_asks_for_nobody()
    {
        var (decision, outcome) = Record(
            DecisionOutcome.Approved,
            ApprovalTerms.AsTheProgramSays,
            ReviewResult.Consensus,
            "Typed and then thought better of."
        );
        outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<DecisionRecorded>();
        decision!.AgainstReview.ShouldBeEmpty();
        decision.NeedsSecond.ShouldBeFalse();
    }

    [Fact]
    public void On_an_appeal_others_decide_and_two_of_them_whatever_the_program_says()
    {
        Record(
            DecisionOutcome.Approved,
            ApprovalTerms.AsTheProgramSays,
            ReviewResult.Appealed,
            decidedBefore: true
        )
            .Outcome.Refusal!.Code.ShouldBe("decision-decided-before");
        Record(DecisionOutcome.Approved, ApprovalTerms.AsTheProgramSays, ReviewResult.Appealed)
            .Decision!.WaitsForSecond.ShouldBeTrue();
    }

    [Fact]
    public void A_program_decides_as_its_file_says()
    {
        var terms = new ApprovalTerms(Today.PlusMonths(3), null, [], null);
        Record(
            DecisionOutcome.ApprovedOnTrial,
            terms,
            ReviewResult.Consensus,
            outcomes: ["approved", "declined"]
        )
            .Outcome.Refusal!.Code.ShouldBe("decision-outcome-not-of-program");
    }

    private static (Decision? Decision, Outcome Outcome) Record(
        DecisionOutcome outcome,
        ApprovalTerms terms,
        ReviewResult review,
        string against = "",
        bool decidedBefore = false,
        IReadOnlyList<string>? outcomes = null
    )
    {
        var facts = new DecisionFacts(
            ApplicationState.Deciding,
            Ball.Staff,
            review,
            ["page", "conduct"],
            true,
            Today,
            "7K3Q9ZTD"
        )
        {
            LastDay = begins => begins.PlusMonths(12).PlusDays(-1),
            DecidedBefore = decidedBefore,
        };
        if (outcomes is not null)
            facts = facts with { Outcomes = outcomes };
        return Decision.Record(
            ApplicationId.New(),
            new DecisionDraft(
                outcome,
                new Dictionary<string, string> { ["page"] = "It did not answer." },
                "Mend the page.",
                null
            )
            {
                Terms = terms,
                AgainstReview = against,
            },
            facts,
            Marie,
            Now
        );
    }

    private static LocalDate? Day(string iso) =>
        iso.Length == 0 ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
