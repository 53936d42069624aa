using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>What was answered, as this side of the desk may read it.</summary>
internal static class CaseAnswers
{
    public static async Task<IReadOnlyList<AnswersView>> AnswersAsync(
        this BanyanDb db,
        ApplicationId id,
        ProgramDefinition program,
        bool forStaff,
        LocalDate today,
        CancellationToken ct
    )
    {
        var answers = await db.Set<Answer>()
            .AsNoTracking()
            .Where(answer => answer.Application == id)
            .ToListAsync(ct);
        var form = FormState.Of(
            program,
            answers,
            today,
            CultureInfo.CurrentUICulture,
            complete: false
        );
        return
        [
            .. form
                .Sections.Select(section => new AnswersView(
                    section.Section.Title.In(CultureInfo.CurrentUICulture),
                    [
                        .. section
                            .Questions.Where(state =>
                                forStaff || state.Question.Visibility != Visibility.Staff
                            )
                            .Select(Answer),
                    ]
                ))
                .Where(section => section.Answers.Count > 0),
        ];
    }

    private static AnswerView Answer(QuestionState state) =>
        new(
            state.Question.Label.In(CultureInfo.CurrentUICulture),
            state.InWords,
            state.Question.Type == QuestionType.WebAddress ? state.Reading.Value : null,
            state.Question.Visibility switch
            {
                Visibility.Public => Texts.SeenByAll,
                Visibility.Reviewers => Texts.SeenByReviewers,
                Visibility.Staff => Texts.SeenByStaff,
            }
        );
}
