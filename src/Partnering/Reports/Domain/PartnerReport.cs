using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;

namespace Banyan.Partnering.Reports.Domain;

internal enum ReportState
{
    Draft,

    /// <summary>Staff has not answered yet.</summary>
    Sent,

    /// <summary>The partner answers a question of staff.</summary>
    Asked,
    Thanked,
}

/// <summary>What a partner tells about one time of its partnership. Answers are kept as typed, as in an application.</summary>
internal sealed class PartnerReport : Entity
{
    /// <summary>Characters of what either side writes to the other.</summary>
    public const int Most = 4000;

    /// <summary>Under this key the public summary stands among the answers; no question of a program can have it.</summary>
    public const string Summary = "public.summary";

    private PartnerReport() { }

    public PartnerReport(Partnership partner, int time) =>
        (Partnership, Application, Time) = (partner.Id, partner.Application, time);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PartnershipId Partnership { get; private init; }
    public ApplicationId Application { get; private init; }

    /// <summary>The first report is 1; more only where the program asks for one every so many months.</summary>
    public int Time { get; private init; }
    public ReportState State { get; private set; }
    public ReportContent Content { get; private set; } = new([], []);
    public IReadOnlyList<ReportAnswer> Answers => Content.Answers;
    public IReadOnlyList<ReportEntry> Entries => Content.Entries;

    /// <summary>Everybody may read the summary: the partner says so, and can take it back at any time.</summary>
    public bool IsPublic { get; private set; }
    public string SentBy { get; private set; } = "";
    public Instant? SentAt { get; private set; }

    public string SummaryText =>
        Answers.FirstOrDefault(answer => answer.Question == Summary)?.Text ?? "";

    /// <param name="based">The version that the writer saw; null where the form did not say.</param>
    public Outcome Write(string question, string typed, int? based, Actor actor, Instant now)
    {
        if (State != ReportState.Draft)
            return ReportRefusals.WasSent;
        if (typed.Length > LongestAnswer)
            return ReportRefusals.AnswerTooLong(question, typed.Length);
        var known = Answers.FirstOrDefault(answer => answer.Question == question);
        if ((known?.Text ?? "") == typed)
            return Outcome.Of(actor, now);
        if (known is not null && based is { } version && version != known.Version)
            return ReportRefusals.WrittenMeanwhile(question, known.By, known.Text);
        Put(new ReportAnswer(question, typed, actor.Name, now, (known?.Version ?? 0) + 1));
        return Outcome.Of(actor, now);
    }

    /// <summary>The tick of a draft; it binds nobody before the report is sent.</summary>
    public void Tick(bool isPublic) => IsPublic = isPublic;

    /// <summary>The caller has read all answers and found nothing to mend.</summary>
    public Outcome Send(Actor actor, Instant now)
    {
        if (State != ReportState.Draft)
            return ReportRefusals.WasSent;
        if (IsPublic && SummaryText.Length == 0)
            return ReportRefusals.NoSummary;
        (State, SentBy, SentAt) = (ReportState.Sent, actor.Name, now);
        return Outcome.Of(actor, now, new ReportSent(Application.Value));
    }

    public Outcome Ask(string words, Actor actor, Instant now)
    {
        if (State == ReportState.Draft)
            return ReportRefusals.NotSent;
        if (Wrong(words, required: true) is { } refusal)
            return refusal;
        State = ReportState.Asked;
        Add(ReportEntryKind.Question, words, actor, now);
        return Outcome.Of(actor, now, new ReportAsked(Application.Value, words.Trim()));
    }

    /// <summary>The partner answers, or adds something of its own accord.</summary>
    public Outcome Answer(string words, Actor actor, Instant now)
    {
        if (State == ReportState.Draft)
            return ReportRefusals.NotSent;
        if (Wrong(words, required: true) is { } refusal)
            return refusal;
        State = ReportState.Sent;
        Add(ReportEntryKind.Answer, words, actor, now);
        return Outcome.Of(actor, now, new ReportAnswered(Application.Value, words.Trim()));
    }

    public Outcome Thank(string words, Actor actor, Instant now)
    {
        if (State == ReportState.Draft)
            return ReportRefusals.NotSent;
        if (State == ReportState.Thanked)
            return ReportRefusals.WasThanked;
        if (Wrong(words, required: false) is { } refusal)
            return refusal;
        State = ReportState.Thanked;
        Add(ReportEntryKind.Thanks, words, actor, now);
        return Outcome.Of(actor, now, new ReportThanked(Application.Value));
    }

    /// <summary>What the public reads of a report that was sent, or that it reads nothing.</summary>
    public Outcome Publish(bool isPublic, string summary, int? based, Actor actor, Instant now)
    {
        if (State == ReportState.Draft)
            return ReportRefusals.NotSent;
        if (isPublic && summary.Trim().Length == 0)
            return ReportRefusals.NoSummary;
        if (summary.Trim().Length > Most)
            return ReportRefusals.AnswerTooLong(Summary, summary.Trim().Length, Most);
        var known = Answers.FirstOrDefault(answer => answer.Question == Summary);
        if (
            known is not null
            && known.Text != summary.Trim()
            && based is { } version
            && version != known.Version
        )
            return ReportRefusals.WrittenMeanwhile(Summary, known.By, known.Text);
        Put(new ReportAnswer(Summary, summary.Trim(), actor.Name, now, (known?.Version ?? 0) + 1));
        IsPublic = isPublic;
        return Outcome.Of(
            actor,
            now,
            isPublic
                ? new ReportPublished(Application.Value)
                : new ReportUnpublished(Application.Value)
        );
    }

    private const int LongestAnswer = 20_000;

    private void Add(ReportEntryKind kind, string words, Actor actor, Instant now) =>
        Content = Content with
        {
            Entries = [.. Entries, new ReportEntry(kind, words.Trim(), actor.Name, now)],
        };

    private void Put(ReportAnswer given) =>
        Content = Content with
        {
            Answers = [.. Answers.Where(answer => answer.Question != given.Question), given],
        };

    private static Refusal? Wrong(string words, bool required) =>
        required && words.Trim().Length == 0 ? ReportRefusals.NoWords
        : words.Trim().Length > Most ? ReportRefusals.TooLong(words.Trim().Length)
        : null;
}

/// <summary>What is in a report, each as it was typed.</summary>
/// <param name="Entries">What was said about it after it was sent.</param>
internal sealed record ReportContent(
    IReadOnlyList<ReportAnswer> Answers,
    IReadOnlyList<ReportEntry> Entries
);

/// <param name="Version">The token of two people writing at once; grows with each change.</param>
internal sealed record ReportAnswer(
    string Question,
    string Text,
    string By,
    Instant At,
    int Version
);

internal enum ReportEntryKind
{
    Question,
    Answer,
    Thanks,
}

internal sealed record ReportEntry(ReportEntryKind Kind, string Words, string By, Instant At);
