using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>What a program's settings mean, in words.</summary>
internal static class ProgramWords
{
    public static void ShowProgram(
        this PageFrame frame,
        ProgramDefinition program,
        OrganisationFacts organisation
    )
    {
        frame.Title = program.Name.ToString();
        frame.Description = program.Summary.ToString();
        frame.OrganisationName = organisation.Name;
        if (Enum.TryParse<Accent>(organisation.Accent, ignoreCase: true, out var accent))
            frame.Accent = accent;
    }

    public static string Of(ProgramState state) =>
        state switch
        {
            ProgramState.Open => Texts.StateOpen,
            ProgramState.ByInvitation => Texts.StateByInvitation,
            ProgramState.InRounds => Texts.StateInRounds,
            ProgramState.Paused => Texts.StatePaused,
            ProgramState.Closed => Texts.StateClosed,
        };

    public static Tone ToneOf(ProgramState state) =>
        state switch
        {
            ProgramState.Open => Tone.Ok,
            ProgramState.ByInvitation or ProgramState.InRounds => Tone.Open,
            ProgramState.Paused => Tone.Wait,
            ProgramState.Closed => Tone.Plain,
        };

    public static string Of(ProgramUnit unit) =>
        unit switch
        {
            ProgramUnit.Event => Texts.UnitEvent,
            ProgramUnit.Initiative => Texts.UnitInitiative,
            ProgramUnit.Edition => Texts.UnitEdition,
            ProgramUnit.Community => Texts.UnitCommunity,
        };

    public static string Of(ApplicationRound round) =>
        Fill(Texts.RoundDays, round.Title, DayWords.Of(round.Opens), DayWords.Of(round.Closes));

    /// <summary>For which day a figure is true, and who says so.</summary>
    public static string SourceOf(Figure figure) =>
        figure.Source is { } source
            ? Fill(Texts.FigureSource, DayWords.Of(figure.AsOf), source)
            : Fill(Texts.FigureDay, DayWords.Of(figure.AsOf));

    public static string TermOf(ProgramDefinition program) =>
        program.Term.Text?.ToString()
        ?? (
            program.Term.Months is { } months ? Fill(Texts.EndTerm, Months(months))
            : program.Term.Open
                ? program.Review is { } review ? Fill(Texts.EndTermOpenReviewed, Often(review))
                    : Texts.EndTermOpen
            : program.Edition is { LastDay: { } last } edition
                ? Fill(Texts.EndTermEdition, edition.Title, DayWords.Of(last))
            : ""
        );

    /// <summary>How both sides look at it again, where <see cref="TermOf"/> has not said all of it; null where they do not.</summary>
    public static string? ReviewOf(ProgramDefinition program) =>
        program.Review is not { } review ? null
        : review.Text is { } text ? text.ToString()
        : program.Term is { Open: true, Text: null } ? null
        : Fill(Texts.EndReview, Often(review));

    /// <summary>"every year", "every 18 months".</summary>
    public static string Often(PeriodicReview review) =>
        review.EveryMonths % 12 == 0
            ? Count(review.EveryMonths / 12, Texts.EveryYear, Texts.EveryYears)
            : Count(review.EveryMonths, Texts.EveryMonth, Texts.EveryMonths);

    /// <summary>How the decision is taken and how long it takes; null where neither is said.</summary>
    public static string? ClockOfDecision(ProgramDefinition program) =>
        (program.Decision.SecondPerson, program.Clocks.DecisionDays) switch
        {
            (true, { } days) =>
                $"{Texts.ClockSecondPerson} · {Fill(Texts.ClockLetter, Days(days))}",
            (true, null) => Texts.ClockSecondPerson,
            (false, { } days) => Fill(Texts.ClockLetter, Days(days)),
            (false, null) => null,
        };

    /// <summary>The times that the stage promises, by its own rule or the program's limits; null where there are none.</summary>
    public static string? ClockOf(Stage stage, CaseClocks clocks) =>
        stage.Rule switch
        {
            null when stage.Kind == StageKind.PreReview && clocks.FirstLookDays is { } days => Fill(
                Texts.ClockWithin,
                Days(days)
            ),
            DecisionRule.LazyConsensus rule => Fill(
                Texts.ClockLazyConsensus,
                Days(rule.WithinDays),
                BusinessDays(rule.DiscussionBusinessDays)
            ),
            DecisionRule.Majority { ExtendDays: > 0 } rule => Fill(
                Texts.ClockOpenExtended,
                Days(rule.WithinDays),
                Days(rule.ExtendDays)
            ),
            DecisionRule.Majority rule => Fill(Texts.ClockOpen, Days(rule.WithinDays)),
            DecisionRule.ShareFor rule => Fill(Texts.ClockOpen, Days(rule.WithinDays)),
            DecisionRule.NoObjection rule => Fill(Texts.ClockOpen, Days(rule.WithinDays)),
            DecisionRule.Staff { Second: true } => Texts.ClockSecondPerson,
            _ => null,
        };

    public static string RuleOf(Stage stage) =>
        stage.Rule is { } rule
            ? RuleWords.Of(rule)
            : stage.Kind switch
            {
                StageKind.PreReview => Texts.RulePreReview,
                StageKind.Review => Texts.RuleReview,
                StageKind.Consultation => Texts.RuleConsultation,
            };

    public static string Of(QuestionType type) =>
        type switch
        {
            QuestionType.ShortText => Texts.TypeShortText,
            QuestionType.LongText => Texts.TypeLongText,
            QuestionType.Email => Texts.TypeEmail,
            QuestionType.WebAddress => Texts.TypeWebAddress,
            QuestionType.Date => Texts.TypeDate,
            QuestionType.Number => Texts.TypeNumber,
            QuestionType.Percent => Texts.TypePercent,
            QuestionType.Choice => Texts.TypeChoice,
            QuestionType.Choices => Texts.TypeChoices,
            QuestionType.YesNo => Texts.TypeYesNo,
            QuestionType.Place => Texts.TypePlace,
        };

    public static string Of(Visibility visibility) =>
        visibility switch
        {
            Visibility.Public => Texts.ReadByAll,
            Visibility.Reviewers => Texts.ReadByReviewers,
            Visibility.Staff => Texts.ReadByStaff,
        };

    public static string Weeks(int count) => Count(count, Texts.WeeksOne, Texts.WeeksOther);

    public static string Months(int count) => Count(count, Texts.MonthsOne, Texts.MonthsOther);

    public static string Days(int count) => Count(count, Texts.DaysOne, Texts.DaysOther);

    public static string BusinessDays(int count) =>
        Count(count, Texts.BusinessDaysOne, Texts.BusinessDaysOther);

    /// <summary>"2 and 5", "1, 2 and 5".</summary>
    public static string AndList(IReadOnlyList<int> numbers) =>
        numbers.Count < 2
            ? string.Join("", numbers)
            : Fill(Texts.AndList, string.Join(", ", numbers.SkipLast(1)), numbers[^1]);

    public static string Count(int count, string one, string other) =>
        Plural.Of(count, one, other, CultureInfo.CurrentCulture);

    public static string Fill(string words, params object[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
