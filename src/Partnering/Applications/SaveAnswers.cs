using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Http;

namespace Banyan.Partnering.Applications;

/// <summary>Takes the answers of a posted form, keeps all of them as typed, and tells what is to be mended.</summary>
internal sealed class SaveAnswers(BanyanDb db, OpenApplication open, CheckRequests checks)
{
    private const int Rounds = 5;

    /// <summary>The answer of somebody else that stands against ours, by question; ours stays in the field.</summary>
    public Dictionary<string, string> Mine { get; } = new(StringComparer.Ordinal);

    public List<FieldProblem> Problems { get; } = [];

    /// <summary>Keeps the answers of a draft. When somebody was faster at the same moment it is done again on what stands then, so that both texts are shown.</summary>
    public async Task KeepAsync(
        IReadOnlyList<Question> questions,
        IFormCollection form,
        CancellationToken ct
    )
    {
        for (var round = 1; ; round++)
        {
            if (open.Application.State != ApplicationState.Draft)
            {
                Hold(questions, form, ApplicationRefusals.NotYourTurn(open.Application.State));
                return;
            }
            var kept = await CommitAsync(Write(questions, form), ct);
            if (kept.Done)
                return;
            Mine.Clear();
            Problems.Clear();
            await open.LoadAsync(open.Application.Reference, ct);
            if (round == Rounds)
            {
                Hold(questions, form, kept.Refusal!);
                return;
            }
        }
    }

    /// <summary>Writes what may be written, one refusal a field at most; the caller commits what is left.</summary>
    public Outcome Write(IEnumerable<Question> questions, IFormCollection form)
    {
        var outcome = Outcome.Of(open.Actor, open.Now);
        foreach (var question in questions)
        {
            if (!WasSent(question, form))
                continue;
            var typed = Read(question, form);
            var based = int.TryParse(form[VersionField(question.Key)].ToString(), out var version)
                ? version
                : default(int?);
            var written = open.Application.Write(question.Key, typed, based, open.Actor, open.Now);
            if (written.Refusal is { } refusal)
            {
                Mine[question.Key] = typed;
                Problems.Add(new FieldProblem(question.Key, refusal.Sentence));
            }
            else
                outcome = outcome.And(written);
        }
        return outcome;
    }

    /// <summary>Keeps the answers, and asks for a look at addresses that changed.</summary>
    public async Task<Outcome> CommitAsync(Outcome outcome, CancellationToken ct) =>
        await db.CommitAsync(outcome.Then(await checks.ForAsync(open, ct)), ct);

    /// <summary>What a reader of the form finds wrong in the given questions; missing answers count only where asked.</summary>
    public void Judge(IEnumerable<string> keys, bool complete)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        foreach (
            var question in open.Form(complete)
                .Questions.Where(q => wanted.Contains(q.Question.Key))
        )
        {
            if (
                question.Reading.Problem is { } problem
                && Problems.TrueForAll(known => known.Field != question.Question.Key)
            )
                Problems.Add(new FieldProblem(question.Question.Key, problem));
        }
    }

    public static string VersionField(string question) => $"v.{question}";

    /// <summary>Nothing can be written; what was typed stays in the fields.</summary>
    private void Hold(IEnumerable<Question> questions, IFormCollection form, Refusal refusal)
    {
        foreach (var question in questions.Where(question => WasSent(question, form)))
            Mine[question.Key] = Read(question, form);
        Problems.Add(new FieldProblem("", refusal.Sentence));
    }

    public static bool WasSent(Question question, IFormCollection form) =>
        question.Type switch
        {
            QuestionType.Date => form.ContainsKey($"{question.Key}.day"),
            // A browser sends nothing for boxes of which none is ticked; the version beside them says that they were there.
            QuestionType.Choices => form.ContainsKey(question.Key)
                || form.ContainsKey(VersionField(question.Key)),
            _ => form.ContainsKey(question.Key),
        };

    public static string Read(Question question, IFormCollection form)
    {
        if (question.Type == QuestionType.Date)
            return new DateParts(
                Typed.OneLine(form[$"{question.Key}.day"].FirstOrDefault()),
                Typed.OneLine(form[$"{question.Key}.month"].FirstOrDefault()),
                Typed.OneLine(form[$"{question.Key}.year"].FirstOrDefault())
            ).Kept;
        if (question.Type == QuestionType.Choices)
            return string.Join(
                '|',
                form[question.Key]
                    .Select(sent => Typed.OneLine(sent).Replace('|', '/'))
                    .Where(sent => sent.Length > 0)
                    .Distinct(StringComparer.Ordinal)
            );
        var sent = form[question.Key].FirstOrDefault();
        return question.Type == QuestionType.LongText
            ? Typed.Clean(sent).Trim()
            : Typed.OneLine(sent);
    }
}
