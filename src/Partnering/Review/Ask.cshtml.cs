using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Banyan.Partnering.Review;

[Requires(CasePermissions.Ask)]
[LargestRequest(AttachFiles.LargestRequest)]
internal sealed class AskPage(BanyanDb db, OpenCase open, StaffMail mail, AttachFiles attach)
    : CaseVerb(open)
{
    private const int WeeksToAnswer = 2;

    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

    [BindProperty(Name = "fields")]
    public List<string> Fields { get; set; } = [];

    /// <summary>The key of the canned question with which one begins; what is none is passed over.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string From { get; set; } = "";

    public IReadOnlyList<CannedQuestion> Canned => Open.Program.CannedQuestions;
    public DateParts AnswerBy { get; private set; } = DateParts.Empty;
    public LocalDate Today => Open.Today;
    public IReadOnlyList<Choice> Questions =>
        [
            .. Open.Program.Questions.Select(question => new Choice(
                question.Key,
                question.Label.In(CultureInfo.CurrentUICulture)
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Ask, ct))
            return NotFound();
        AnswerBy = DateParts.Of(Open.Today.PlusWeeks(WeeksToAnswer));
        if (Canned.FirstOrDefault(canned => canned.Key == From) is { } begun)
            (Words, Fields) = (begun.Text.In(CultureInfo.CurrentUICulture), [.. begun.Fields]);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        AnswerBy = DateParts.Sent(Request.Form, "answerBy");
        return DoAsync(reference, CasePermissions.Ask, () => AskAsync(ct), Texts.SaidAsked, ct);
    }

    private async Task<Outcome> AskAsync(CancellationToken ct)
    {
        if (Words.Trim().Length == 0)
            return ApplicationRefusals.NoteEmpty;
        if (
            !TypedDate.TryRead(
                AnswerBy.Day,
                AnswerBy.Month,
                AnswerBy.Year,
                out var day,
                out var problem
            )
        )
            return new Refusal(
                "question-answer-by-unreadable",
                problem!.Sentence(CultureInfo.CurrentCulture),
                "answerBy"
            );
        if (day <= Open.Today)
            return Domain.ReviewRefusals.AnswerByPast;
        var asked = Fields
            .Where(field => Open.Program.Questions.Any(question => question.Key == field))
            .ToList();
        await db.Entry(Open.Case).Collection(a => a.Applicants).LoadAsync(ct);
        var outcome = await attach.ToAsync(
            Open.Case,
            Open.Case.Ask(Words, asked, day, Open.Actor, Open.Now),
            Request,
            ct
        );
        if (!outcome.Done)
            return outcome;
        var next = NextLineOf
            .Applicant(NextFacts.Of(Open.Case), Open.Program.Clocks, Open.AtHome)
            .Sentence;
        // Also makes a vote at this very moment try again, and then be refused.
        if (Open.Round is { } round)
            outcome = outcome.And(round.Pause(Open.Actor, Open.Now));
        return outcome.Then([.. mail.Asked(Open.Case, Words, attach.Names, next, Open.Now)]);
    }
}
