using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Reports.Data;
using Banyan.Partnering.Reports.Domain;
using NodaTime;

namespace Banyan.Partnering.Reports;

/// <summary>The reports of the partnership that is open, and the one that is to be written next.</summary>
internal sealed class OpenReports(BanyanDb db, OpenPartner open)
{
    private PartnerReport? begun;

    public IReadOnlyList<PartnerReport> All { get; private set; } = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        begun = null;
        All = await db.ReportsOfAsync(open.Partner.Id, ct);
    }

    public ReportForm? Form => open.Program.Report;
    public ReportCalendar Calendar => ReportCalendar.Of(open.Program, open.Partner);

    public IEnumerable<PartnerReport> Sent => All.Where(report => report.SentAt is not null);

    /// <summary>Whether the viewer is shown reports at all.</summary>
    public bool MayRead =>
        Form is not null
        && open.Side switch
        {
            PartnerSide.Partner => true,
            PartnerSide.Organisation => open
                .Viewer.OrganisationsWhere(ReportPermissions.Read)
                .Contains(open.Partner.Organisation),
            null => false,
        };

    /// <summary>The number of the report that is to be written next; null where all were.</summary>
    public int? Next =>
        Form is null || IsOver
            ? null
            : Calendar.Next([.. Sent.Select(report => report.Time)], open.Today);

    /// <summary>The same, where its time has begun.</summary>
    public int? Writable => Next is { } time && Calendar.From(time) <= open.Today ? time : null;

    /// <summary>What was stepped back from or revoked owes no report any more.</summary>
    public bool IsOver => open.Partner.State is PartnershipState.Ended or PartnershipState.Revoked;

    public bool IsLate =>
        Form is { Required: true } && Next is { } time && Calendar.DueOn(time) < open.Today;

    /// <summary>The draft that is written now; it comes to be with its first answer.</summary>
    public PartnerReport Draft =>
        All.FirstOrDefault(report => report.Time == Writable)
        ?? (begun ??= new PartnerReport(open.Partner, Writable!.Value));

    /// <summary>The draft is kept from now on.</summary>
    public void Begin()
    {
        if (begun is null)
            return;
        db.Add(begun);
        All = [.. All, begun];
        begun = null;
    }

    /// <summary>A report is wanted, late, or there to be read: one sentence about what stands out.</summary>
    public string Line =>
        IsLate ? Texts.LineLate.With(StandingWords.Day(Calendar.DueOn(Next!.Value)!.Value))
        : Next is { } time && Calendar.DueOn(time) is { } due
            ? (Form!.Required ? Texts.LineDue : Texts.LineWished).With(StandingWords.Day(due))
        : Next is not null ? (Form!.Required ? Texts.LineRequired : Texts.LineOptional)
        : Texts.LineAllSent;

    /// <param name="complete">True when missing answers count as problems.</param>
    /// <param name="summary">The text for the public as one more question.</param>
    public FormState State(PartnerReport report, bool complete, bool summary)
    {
        var program = open.Program with { Sections = Sections(summary) };
        return FormState.Of(
            program,
            report.Answers.ToDictionary(
                answer => answer.Question,
                answer => new TypedAnswer(answer.Text, answer.Version),
                StringComparer.Ordinal
            ),
            open.Today,
            CultureInfo.CurrentUICulture,
            complete
        );
    }

    public static Question SummaryQuestion =>
        new()
        {
            Key = PartnerReport.Summary,
            Type = QuestionType.LongText,
            Label = LocalText.Of(Texts.SummaryField),
            Help = LocalText.Of(Texts.SummaryHint),
            MaxLength = PartnerReport.Most,
        };

    private IReadOnlyList<FormSection> Sections(bool summary) =>
        [
            new FormSection
            {
                Key = "report",
                Title = LocalText.Of(Texts.AnswersTitle),
                Questions = summary ? [.. Form!.Questions, SummaryQuestion] : Form!.Questions,
            },
        ];
}
