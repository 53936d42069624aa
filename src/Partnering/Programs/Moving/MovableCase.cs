using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs.Moving;

/// <summary>A case under an earlier version, and what the current one would still need of it.</summary>
/// <param name="Missing">In words; it moves only where nothing is missing, since what was sent is not asked for a second time behind the applicants' backs.</param>
internal sealed record MovableCase(Application Application, int From, IReadOnlyList<string> Missing)
{
    public static MovableCase Of(
        Application application,
        int from,
        ProgramDefinition current,
        LocalDate today
    )
    {
        var form = FormState.Of(
            current,
            application.Answers,
            today,
            CultureInfo.CurrentUICulture,
            complete: true
        );
        var missing = form
            .Questions.Where(question => question.Reading.Problem is not null)
            .Select(question => Texts.AnswerMissing.With(question.Question.Label.ToString()))
            .Concat(
                application
                    .ClausesLeft(current)
                    .Select(clause => Texts.ClauseMissing.With(clause.Summary.ToString()))
            )
            .ToList();
        if (application.Edition != current.Edition?.Key)
            missing.Add(Texts.OtherEdition);
        return new MovableCase(application, from, missing);
    }
}
