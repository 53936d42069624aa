using Banyan.Partnering.Decisions.Domain;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Review;

/// <summary>A whole case to take away: what its page shows to this viewer and nothing else, for it is made from the page's own view.</summary>
internal sealed record CaseJson(
    string Reference,
    string Title,
    string State,
    string Next,
    string? Lead,
    IReadOnlyList<string> Tags,
    string? MergedInto,
    IReadOnlyList<SectionJson> Answers,
    IReadOnlyList<CheckJson> Checks,
    IReadOnlyList<CriterionJson> Criteria,
    IReadOnlyList<RoundJson> Rounds,
    ConsultationJson? Consultation,
    DecisionJson? Decision,
    IReadOnlyList<EntryJson> Thread,
    IReadOnlyList<HistoryJson> History
)
{
    /// <param name="decision">The one that stands, with its reasons; null where there is none or the viewer may not read it.</param>
    public static CaseJson Of(CaseView view, Decision? decision) =>
        new(
            view.Head.Reference,
            view.Head.Title,
            view.Head.State,
            view.Head.Next.Sentence,
            view.Lead,
            view.Tags,
            view.MergedInto,
            [
                .. view.Answers.Select(section => new SectionJson(
                    section.Title,
                    [
                        .. section.Answers.Select(answer => new AnswerJson(
                            answer.Label,
                            answer.Link ?? answer.Shown,
                            answer.SeenBy
                        )),
                    ]
                )),
            ],
            [
                .. view.Checks.Select(check => new CheckJson(
                    check.Kind.ToString(),
                    check.Address,
                    check.Result?.ToString(),
                    check.Sentence,
                    check.Evidence,
                    At(check.LookedAt)
                )),
            ],
            [
                .. view.Criteria.Select(criterion => new CriterionJson(
                    criterion.Text,
                    criterion.Mandatory,
                    criterion.Verdict,
                    criterion.Note,
                    criterion.By
                )),
            ],
            [
                .. view.Rounds.Select(round => new RoundJson(
                    round.Title,
                    round.IsOpen,
                    At(round.ClosesAt)!,
                    round.Rule,
                    round.Sentence,
                    round.Votes is { } votes
                        ?
                        [
                            .. votes.Select(vote => new VoteJson(
                                vote.Name,
                                vote.Vote,
                                vote.Reason,
                                vote.Stale
                            )),
                        ]
                        : null,
                    round.Recused
                )),
            ],
            view.Consultation is { } consultation
                ? new ConsultationJson(
                    consultation.Reason,
                    At(consultation.At)!,
                    consultation.Advice
                )
                : null,
            decision is null
                ? null
                : new DecisionJson(
                    decision.Outcome.ToString(),
                    decision.ByName,
                    At(decision.At)!,
                    decision.ConfirmedByName,
                    [
                        .. decision.Reasons.Select(reason => new ReasonJson(
                            reason.Criterion,
                            reason.Words
                        )),
                    ],
                    decision.Advice
                ),
            [
                .. view.Thread.Select(entry => new EntryJson(
                    entry.Audience.ToString(),
                    entry.Who,
                    At(entry.At)!,
                    entry.Words
                )),
            ],
            [
                .. view.Timeline.Select(line => new HistoryJson(
                    At(line.At)!,
                    line.Action,
                    line.Sentence
                )),
            ]
        );

    private static string? At(Instant? at) =>
        at is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

internal sealed record SectionJson(string Title, IReadOnlyList<AnswerJson> Answers);

internal sealed record AnswerJson(string Question, string Answer, string SeenBy);

internal sealed record CheckJson(
    string Kind,
    string About,
    string? Result,
    string Sentence,
    IReadOnlyList<string> Evidence,
    string? At
);

internal sealed record CriterionJson(
    string Criterion,
    bool Mandatory,
    string Verdict,
    string? Note,
    string? By
);

/// <param name="Votes">Null while they are hidden from the viewer.</param>
internal sealed record RoundJson(
    string Stage,
    bool Open,
    string ClosesAt,
    string Rule,
    string Sentence,
    IReadOnlyList<VoteJson>? Votes,
    IReadOnlyList<string> SteppedAside
);

internal sealed record VoteJson(string By, string Vote, string? Reason, bool Stale);

internal sealed record ConsultationJson(string Reason, string At, string? Advice);

internal sealed record DecisionJson(
    string Outcome,
    string By,
    string At,
    string? ConfirmedBy,
    IReadOnlyList<ReasonJson> Reasons,
    string Advice
);

internal sealed record ReasonJson(string Criterion, string Reason);

internal sealed record EntryJson(string Audience, string By, string At, string Words);

internal sealed record HistoryJson(string At, string Action, string Sentence);
