using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Ballots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Applications;

/// <summary>Answers the open question: in words, and in the fields that it reopened.</summary>
[Holder]
[LargestRequest(AttachFiles.LargestRequest)]
internal sealed class AnswerPage(
    OpenApplication open,
    SaveAnswers save,
    CheckRequests checks,
    SecondLook second
) : PageModel
{
    public OpenApplication Open => open;

    [BindProperty]
    public string Words { get; set; } = "";
    public FieldsView Fields { get; private set; } = null!;
    public IReadOnlyList<FieldProblem> Problems =>
        [.. save.Problems, .. PageProblems.Problems(this)];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        if (open.Application.Asked is null)
            return new SeeOther(ApplicationLinks.Show(reference));
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken ct)
    {
        if (!await open.LoadAsync(reference, ct))
            return NotFound();
        var application = open.Application;
        if (application.Asked is not { } asked)
            return await TooLateAsync(reference, ct);
        if (Words.Length > ThreadEntry.Most)
        {
            await ShowAsync(ct);
            return this.Refuse(ApplicationRefusals.WordsTooLong(Words.Length));
        }
        var reopened = open
            .Program.Questions.Where(question => asked.Fields.Contains(question.Key))
            .ToList();
        var written = save.Write(reopened, Request.Form);
        // Another answer may bring up or require what nobody asked before: it is asked on this page too.
        var hanging = open.Program.DependingOn(asked.Fields);
        application.AlsoAsk(
            open.Form(complete: true)
                .Questions.Where(state =>
                    state.Reading.Problem is not null && hanging.Contains(state.Question.Key)
                )
                .Select(state => state.Question.Key)
        );
        save.Judge(asked.Fields, complete: true);
        if (save.Problems.Count > 0)
        {
            // What is readable is kept; the ball stays here until all of it is.
            await save.CommitAsync(await second.KeptAsync(open, written, ct), ct);
            await ShowAsync(ct);
            return this.Unprocessed();
        }
        var since = application.BallSince;
        var outcome = await AttachedAsync(
            written.And(
                application.Answered(Words, GatherFacts.Amended(open), open.Actor, open.Now)
            ),
            ct
        );
        outcome = await second.AnsweredAsync(open, outcome, since, ct);
        if (outcome.Done)
            outcome = outcome.Then(await checks.ForAsync(open, ct));
        await ShowAsync(ct);
        return await this.CommitAsync(
            outcome,
            ApplicationLinks.Show(reference),
            Texts.SaidAnswered,
            ct
        );
    }

    private Task<Outcome> AttachedAsync(Outcome answered, CancellationToken ct) =>
        HttpContext
            .RequestServices.GetRequiredService<AttachFiles>()
            .ToAsync(open.Application, answered, Request, ct);

    // Somebody answered before, or the question was taken back: the words stay here to be copied or sent as a message.
    private async Task<IActionResult> TooLateAsync(string reference, CancellationToken ct)
    {
        var sent = open
            .Program.Questions.Where(question => SaveAnswers.WasSent(question, Request.Form))
            .ToList();
        save.Write(sent, Request.Form);
        save.Problems.Clear();
        await ShowAsync(ct);
        return await this.CommitAsync(
            ApplicationRefusals.NothingAsked,
            ApplicationLinks.Show(reference),
            Texts.SaidAnswered,
            ct
        );
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var fields = open.Application.Asked?.Fields ?? [.. save.Mine.Keys];
        Fields = new FieldsView(
            [
                .. open.Form(complete: false)
                    .Questions.Where(state => fields.Contains(state.Question.Key)),
            ],
            save.Problems,
            save.Mine,
            await checks.OfAsync(open.Application.Id, ct),
            open.Today,
            open.Program.Questions
        );
    }
}
