using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Programs;

/// <summary>A few yes/no questions with an answer at once. The answers stand in the address and nowhere else.</summary>
[Public]
internal sealed class EligibilityPage(BanyanDb db, ProgramShelf shelf, PageFrame frame) : PageModel
{
    /// <summary>Names the question that was on the page, so that going on without an answer is noticed. No key of a question begins like this.</summary>
    public const string AskedField = "_asked";
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);

    public ProgramDefinition Program { get; private set; } = null!;
    public OrganisationFacts Organisation { get; private set; } = null!;
    public QuizStep Step { get; private set; } = null!;

    /// <summary>The answers so far, in the order of the program's questions.</summary>
    public IEnumerable<(EligibilityQuestion Question, bool Yes)> Answers =>
        Program
            .Eligibility.Where(question => answers.ContainsKey(question.Key))
            .Select(question => (question, answers[question.Key]));

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct)
    {
        if (await shelf.FindAsync(program, ct) is not { } found)
            return NotFound();
        Program = found.Definition;
        Organisation = await db
            .OrganisationFacts.AsNoTracking()
            .SingleAsync(facts => facts.Id == found.Organisation, ct);
        foreach (var question in Program.Eligibility)
        {
            switch (Request.Query[question.Key].FirstOrDefault())
            {
                case "yes":
                    answers[question.Key] = true;
                    break;
                case "no":
                    answers[question.Key] = false;
                    break;
                default:
                    break;
            }
        }
        Step = EligibilityQuiz.After(Program, answers);
        if (Step is QuizStep.Ask ask && Request.Query[AskedField] == ask.Question.Key)
            Problem = Texts.EligibilityChoose;
        frame.ShowProgram(Program, Organisation);
        frame.Title = $"{Texts.EligibilityTitle} · {Program.Name}";
        return Page();
    }

    /// <summary>The same page with the answers before this question alone, so that it is asked again.</summary>
    public string AskAgain(EligibilityQuestion question)
    {
        var before = Answers
            .TakeWhile(answer => answer.Question != question)
            .Select(answer =>
                $"{Uri.EscapeDataString(answer.Question.Key)}={(answer.Yes ? "yes" : "no")}"
            );
        var query = string.Join('&', before);
        return ProgramLinks.Eligibility(Program.Slug) + (query.Length > 0 ? $"?{query}" : "");
    }
}
