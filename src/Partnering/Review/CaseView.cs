using System.Globalization;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Chairing;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Mails;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Everything that the page of a case shows, to this viewer.</summary>
internal sealed record CaseView(
    CaseHead Head,
    bool ForStaff,
    string? Lead,
    IReadOnlyList<AnswersView> Answers,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<CriterionView> Criteria,
    IReadOnlyList<RoundView> Rounds,
    IReadOnlyList<EntryView> Thread,
    IReadOnlyList<HistoryLine> Timeline,
    IReadOnlyList<CaseAction> Actions
)
{
    /// <summary>When the present step is over, where it has an end.</summary>
    public ZonedDateTime? Deadline { get; init; }

    /// <summary>The day on which it is closed where the open question stays without an answer; null while none is open.</summary>
    public string? ClosesOn { get; init; }

    /// <summary>For whoever keeps the open round going; null for everybody else.</summary>
    public ChairPanel? Chair { get; init; }

    /// <summary>Why it came to the body that is consulted; null while it did not.</summary>
    public ConsultationView? Consultation { get; init; }

    /// <summary>It is under way, so somebody leads it.</summary>
    public bool Leadable { get; init; }

    /// <summary>The viewer could close it as a duplicate.</summary>
    public bool Mergeable { get; init; }

    /// <summary>The reference of the case that goes on instead; for staff only.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The lanes of the thread in which the viewer may write without the applicant reading it.</summary>
    public required IReadOnlyList<Choice> PrivateLanes { get; init; }

    /// <summary>For staff only.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>For staff only.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    /// <summary>Addresses of the applicants that do not take mail; for staff only.</summary>
    public IReadOnlyList<MailTrouble> MailTroubles { get; init; } = [];

    /// <summary>The one thing to do, where it is the reader's turn.</summary>
    public CaseAction? Act =>
        Head.Next.Tone == NextTone.Yours
            ? Actions.FirstOrDefault(action => action is { Main: true, Blocked: null })
            : null;
}

internal sealed record AnswersView(string Title, IReadOnlyList<AnswerView> Answers);

/// <param name="Link">A whole web address, where the answer is one.</param>
/// <param name="SeenBy">Who else reads it, in words.</param>
internal sealed record AnswerView(string Label, string Shown, string? Link, string SeenBy);

internal sealed record CriterionView(
    string Text,
    bool Mandatory,
    string Verdict,
    Tone Tone,
    string? Note,
    string? By
)
{
    public static CriterionView Of(Criterion criterion, IReadOnlyList<CriterionFinding> findings)
    {
        var text = criterion.Text.In(CultureInfo.CurrentUICulture);
        return findings.FirstOrDefault(known => known.Criterion == criterion.Key) is { } finding
            ? new(
                text,
                criterion.Mandatory,
                VerdictWords.Of(finding.Verdict),
                VerdictWords.ToneOf(finding.Verdict),
                finding.Note,
                finding.Name
            )
            : new(text, criterion.Mandatory, Texts.VerdictOpen, Tone.Open, null, null);
    }
}

internal sealed record EntryView(
    ThreadAudience Audience,
    string Who,
    Instant At,
    string Words,
    IReadOnlyList<FileView> Files
);

/// <summary>Something one may do with the case; with a reason it is not possible now, and the reason says why.</summary>
/// <param name="Main">Brings the case forward, rather than aside.</param>
internal sealed record CaseAction(
    string Text,
    string Href,
    string? Blocked = null,
    bool Main = true
);

/// <summary>What the body that is consulted looks at first.</summary>
/// <param name="Advice">What it advised, in a sentence; null while it has not.</param>
internal sealed record ConsultationView(string Reason, Instant At, string? Advice)
{
    /// <summary>Null while the case did not come to a body, and after it went back to the work group.</summary>
    public static ConsultationView? Of(Application application) =>
        application
            is {
                EscalatedFor: { } reason,
                EscalatedAt: { } at,
                State: not ApplicationState.InReview
            }
            ? new(
                reason,
                at,
                application.Advice is { } advice
                    ? CaseText.Fill(
                        advice.Recommended ? Texts.AdvisedFor : Texts.AdvisedAgainst,
                        advice.By,
                        advice.Words
                    )
                    : null
            )
            : null;
}
