using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Declarations;

/// <summary>All that a member sees of a case before declaring: enough to know whether something stands between, and nothing else.</summary>
internal sealed record CaseNotice(
    string Reference,
    string Title,
    string Place,
    string Organisers,
    string Website
)
{
    private static readonly Meaning[] s_shown =
    [
        Meaning.Place,
        Meaning.FirstName,
        Meaning.LastName,
        Meaning.Website,
    ];

    public static async Task<CaseNotice> OfAsync(
        BanyanDb db,
        Application application,
        ProgramDefinition program,
        LocalDate today,
        CancellationToken ct
    )
    {
        var asked = program
            .Questions.Where(question => s_shown.Contains(question.Means))
            .Select(question => question.Key)
            .ToList();
        var id = application.Id;
        var answers = await db.Set<Answer>()
            .AsNoTracking()
            .Where(answer => answer.Application == id && asked.Contains(answer.Question))
            .ToListAsync(ct);
        var form = FormState.Of(
            program,
            answers,
            today,
            CultureInfo.CurrentUICulture,
            complete: false
        );
        string Shown(Meaning meaning) =>
            form.Questions.FirstOrDefault(state => state.Question.Means == meaning)?.Reading.Shown
            ?? "";
        return new CaseNotice(
            application.Reference,
            application.Title,
            Shown(Meaning.Place),
            $"{Shown(Meaning.FirstName)} {Shown(Meaning.LastName)}".Trim(),
            Shown(Meaning.Website)
        );
    }
}
