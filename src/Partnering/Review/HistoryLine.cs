using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Banyan.Kernel.Audit;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Review;

/// <summary>One event of a case as a sentence, with the names as they were then.</summary>
internal sealed partial record HistoryLine(Instant At, string Action, string Sentence)
{
    /// <summary>The turns of a case; the rest stands in the full history only.</summary>
    public bool IsTurn => !HistorySentences.Small.Contains(Action);

    /// <summary>The lane of the thread that it is about, for the eyes of its readers only; null where it is about none.</summary>
    public Audience? Audience { get; private init; }

    public bool IsFor(IReadOnlyList<Audience> lanes) =>
        Audience is not { } lane || lanes.Contains(lane);

    /// <param name="tallies">False for somebody recused, who never learns how a vote stood.</param>
    public static HistoryLine Of(EventRow row, ProgramDefinition program, bool tallies)
    {
        var text = HistorySentences.Of(row.Action, tallies) ?? row.Action;
        using var data = JsonDocument.Parse(row.Words.Data.Length == 0 ? "{}" : row.Words.Data);
        return new HistoryLine(
            row.At,
            row.Action,
            Gap()
                .Replace(
                    text,
                    gap =>
                        gap.Groups["name"].Value is "actor"
                            ? ActorName(row)
                            : Word(gap.Groups["name"].Value, data.RootElement, program)
                )
        )
        {
            Audience =
                data.RootElement.TryGetProperty("audience", out var lane)
                && Enum.TryParse<Audience>(lane.GetString(), out var audience)
                    ? audience
                    : null,
        };
    }

    private static string ActorName(EventRow row) =>
        row.ActorKind == ActorKind.Rule ? Texts.TheRule
        : row.Words.ActorName.Length > 0 ? row.Words.ActorName
        : Texts.Somebody;

    private static string Word(string name, JsonElement data, ProgramDefinition program)
    {
        if (!data.TryGetProperty(name, out var found))
            return "";
        var value = found.ToString();
        var culture = CultureInfo.CurrentUICulture;
        return name switch
        {
            "question" => program
                .Questions.FirstOrDefault(question => question.Key == value)
                ?.Label.In(culture)
                ?? value,
            "criterion" => program
                .Criteria.FirstOrDefault(criterion => criterion.Key == value)
                ?.Text.In(culture)
                ?? value,
            "clause" => program
                .Clauses.FirstOrDefault(clause => clause.Key == value)
                ?.Summary.In(culture)
                ?? value,
            "stage" => program.Stages.FirstOrDefault(stage => stage.Key == value)?.Title.In(culture)
                ?? value,
            "answerBy" or "until" => LocalDatePattern.Iso.Parse(value)
                is { Success: true, Value: var day }
                ? Kernel.Ui.DayWords.Of(day)
                : value,
            "verdict" => Enum.TryParse<Domain.Verdict>(value, out var verdict)
                ? VerdictWords.Of(verdict).ToLower(culture)
                : value,
            "conflict" => Enum.TryParse<Conflict>(value, out var conflict)
                ? ConflictWords.Of(conflict)
                : value,
            "audience" => Enum.TryParse<Audience>(value, out var audience)
                ? AudienceWords(audience)
                : value,
            _ => value,
        };
    }

    private static string AudienceWords(Audience audience) =>
        audience switch
        {
            Applications.Domain.Audience.Applicant => Texts.AudienceApplicant,
            Applications.Domain.Audience.Staff => Texts.AudienceStaff,
            Applications.Domain.Audience.Reviewers => Texts.AudienceReviewers,
            Applications.Domain.Audience.Board => Texts.AudienceBoard,
        };

    [GeneratedRegex(
        @"\{(?<name>[a-zA-Z]+)\}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Gap();
}
