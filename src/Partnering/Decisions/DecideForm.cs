using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>What is typed on the page on which a case is decided; kept as typed, so that a refusal loses nothing.</summary>
internal sealed record DecideForm
{
    public string Outcome { get; init; } = "";
    public DateParts LastDay { get; init; } = DateParts.Empty;
    public DateParts LookAgainOn { get; init; } = DateParts.Empty;

    /// <summary>One condition on each line.</summary>
    public string Conditions { get; init; } = "";
    public DateParts ConditionsBy { get; init; } = DateParts.Empty;

    /// <summary>By the key of the criterion.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } =
        new Dictionary<string, string>();
    public string Advice { get; init; } = "";
    public DateParts AgainFrom { get; init; } = DateParts.Empty;
    public string AgainstReview { get; init; } = "";
    public DateParts HoldUntil { get; init; } = DateParts.Empty;

    public static DecideForm Empty { get; } = new();

    public static DecideForm Of(Decision decision) =>
        new()
        {
            Outcome = decision.Outcome.Key,
            LastDay = Parts(decision.Terms.Until),
            LookAgainOn = Parts(decision.Terms.LookAgainOn),
            Conditions = string.Join('\n', decision.Terms.Conditions),
            ConditionsBy = Parts(decision.Terms.ConditionsBy),
            Reasons = decision.Reasons.ToDictionary(
                reason => reason.Criterion,
                reason => reason.Words,
                StringComparer.Ordinal
            ),
            Advice = decision.Advice,
            AgainFrom = Parts(decision.AgainFrom),
            AgainstReview = decision.AgainstReview,
            HoldUntil = Parts(decision.HoldUntil),
        };

    public static DecideForm Sent(IFormCollection form, ProgramDefinition program) =>
        new()
        {
            Outcome = Typed.Clean(form["outcome"]),
            LastDay = DateParts.Sent(form, "lastDay"),
            LookAgainOn = DateParts.Sent(form, "lookAgainOn"),
            Conditions = Typed.Clean(form["conditions"]),
            ConditionsBy = DateParts.Sent(form, "conditionsBy"),
            Reasons = program.Criteria.ToDictionary(
                criterion => criterion.Key,
                criterion => Typed.Clean(form[DecisionRefusals.Field(criterion.Key)]),
                StringComparer.Ordinal
            ),
            Advice = Typed.Clean(form["advice"]),
            AgainFrom = DateParts.Sent(form, "againFrom"),
            AgainstReview = Typed.Clean(form["againstReview"]),
            HoldUntil = DateParts.Sent(form, "holdUntil"),
        };

    /// <summary>The block of an outcome that was not chosen is not read, so a day half typed in it stands in nobody's way.</summary>
    public (DecisionDraft? Draft, Refusal? Problem) Read()
    {
        if (DecisionOutcomes.Read(Outcome) is not { } outcome)
            return (null, DecisionRefusals.NoOutcome);
        Refusal? problem = null;
        LocalDate? Day(DateParts typed, string field, bool asked)
        {
            var (day, wrong) = asked ? typed.ReadOptional() : default;
            if (wrong is not null)
                problem ??= DecisionRefusals.DayUnreadable(wrong, field);
            return day;
        }
        var draft = new DecisionDraft(
            outcome,
            Reasons,
            Advice,
            Day(AgainFrom, "againFrom", !outcome.IsApproval),
            Day(HoldUntil, "holdUntil", true)
        )
        {
            Terms = new ApprovalTerms(
                Day(LastDay, "lastDay", outcome.IsApproval),
                Day(LookAgainOn, "lookAgainOn", outcome.IsApproval),
                ApprovalTerms.ReadConditions(Conditions),
                Day(ConditionsBy, "conditionsBy", outcome.IsApproval)
            ),
            AgainstReview = AgainstReview,
        };
        return problem is null ? (draft, null) : (null, problem);
    }

    private static DateParts Parts(LocalDate? day) =>
        day is { } known ? DateParts.Of(known) : DateParts.Empty;
}
