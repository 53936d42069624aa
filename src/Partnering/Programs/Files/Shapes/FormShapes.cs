using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>The quiz, the form and what the report asks.</summary>
internal static class FormShapes
{
    public static readonly ObjectShape<EligibilityQuestion> Eligibility = new(fields =>
    {
        var key = fields.Required("key", Common.Key, question => question.Key);
        var text = fields.Required("text", Common.Text, question => question.Text);
        var help = fields.Maybe("help", Common.Text, question => question.Help);
        var qualifies = fields.Required(
            "qualifies",
            Common.TrueOrFalse,
            question => question.Qualifies
        );
        var wayForward = fields.Required(
            "wayForward",
            Common.Text,
            question => question.WayForward
        );
        return values => new EligibilityQuestion
        {
            Key = values.Of(key),
            Text = values.Of(text),
            Help = values.Of(help),
            Qualifies = values.Of(qualifies),
            WayForward = values.Of(wayForward),
        };
    });

    private static readonly ObjectShape<Option> s_option = new(fields =>
    {
        var key = fields.Required("key", Common.Key, option => option.Key);
        var label = fields.Required("label", Common.Line, option => option.Label);
        var undated = fields.Optional(
            "undated",
            Common.TrueOrFalse,
            option => option.Undated,
            absent: false
        );
        return values => new Option(values.Of(key), values.Of(label))
        {
            Undated = values.Of(undated),
        };
    });

    private static readonly ObjectShape<ShowIf> s_showIf = new(fields =>
    {
        var question = fields.Required("question", Common.Key, condition => condition.Question);
        var anyOf = fields.Required(
            "anyOf",
            new ListShape<string>(Common.Key, fewest: 1),
            condition => condition.AnyOf
        );
        return values => new ShowIf(values.Of(question), values.Of(anyOf));
    });

    private static readonly ObjectShape<int> s_retention = new(fields =>
    {
        var months = fields.Required("months", Common.Number(0, 240), kept => kept);
        return values => values.Of(months);
    });

    public static readonly ObjectShape<Question> Question = new(
        fields =>
        {
            var key = fields.Required("key", Common.Key, question => question.Key);
            var type = fields.Required(
                "type",
                Choice.Of<QuestionType>(),
                question => question.Type
            );
            var means = fields.Optional(
                "means",
                Choice.Of(except: Meaning.None),
                question => question.Means,
                Meaning.None
            );
            var label = fields.Required("label", Common.Text, question => question.Label);
            var help = fields.Maybe("help", Common.Text, question => question.Help);
            var required = fields.Optional(
                "required",
                Common.TrueOrFalse,
                question => question.Required,
                absent: false
            );
            var visibility = fields.Optional(
                "visibility",
                Choice.Of<Visibility>(),
                question => question.Visibility,
                Visibility.Reviewers
            );
            var purpose = fields.Maybe("purpose", Common.Text, question => question.Purpose);
            var retention = fields.MaybeValue(
                "retention",
                s_retention,
                question => question.RetentionMonths
            );
            var options = fields.List(
                "options",
                new ListShape<Option>(s_option, uniqueBy: "key"),
                question => question.Options
            );
            var showIf = fields.Maybe("showIf", s_showIf, question => question.ShowIf);
            var maxLength = fields.MaybeValue(
                "maxLength",
                Common.Number(1, Common.LongestText),
                question => question.MaxLength
            );
            var approximate = fields.Optional(
                "approximate",
                Common.TrueOrFalse,
                question => question.Approximate,
                absent: false
            );
            var min = fields.MaybeValue(
                "min",
                Common.Number(-1_000_000_000, 1_000_000_000),
                question => question.Min
            );
            var max = fields.MaybeValue(
                "max",
                Common.Number(-1_000_000_000, 1_000_000_000),
                question => question.Max
            );
            return values => new Question
            {
                Key = values.Of(key),
                Type = values.Of(type),
                Means = values.Of(means),
                Label = values.Of(label),
                Help = values.Of(help),
                Required = values.Of(required),
                Visibility = values.Of(visibility),
                Purpose = values.Of(purpose),
                RetentionMonths = values.Of(retention),
                Options = values.Of(options),
                ShowIf = values.Of(showIf),
                MaxLength = values.Of(maxLength),
                Approximate = values.Of(approximate),
                Min = values.Of(min),
                Max = values.Of(max),
            };
        },
        QuestionRules.Check
    );

    // Keys of questions are held against each other over all sections, so not here.
    public static readonly ListShape<Question> Questions = new(Question, fewest: 1);

    private static readonly ObjectShape<FormSection> s_section = new(fields =>
    {
        var key = fields.Required("key", Common.Key, section => section.Key);
        var title = fields.Required("title", Common.Line, section => section.Title);
        var intro = fields.Maybe("intro", Common.Text, section => section.Intro);
        var questions = fields.Required("questions", Questions, section => section.Questions);
        return values => new FormSection
        {
            Key = values.Of(key),
            Title = values.Of(title),
            Intro = values.Of(intro),
            Questions = values.Of(questions),
        };
    });

    public static readonly ObjectShape<IReadOnlyList<FormSection>> Form = new(fields =>
    {
        var sections = fields.Required(
            "sections",
            new ListShape<FormSection>(s_section, fewest: 1, uniqueBy: "key"),
            form => form
        );
        return values => values.Of(sections);
    });

    public static readonly ObjectShape<ReportForm> Report = new(fields =>
    {
        var required = fields.Required("required", Common.TrueOrFalse, report => report.Required);
        var due = fields.Maybe("due", PartnershipShapes.ReportDue, report => report.Due);
        var intro = fields.Maybe("intro", Common.Text, report => report.Intro);
        var questions = fields.List(
            "questions",
            new ListShape<Question>(Question),
            report => report.Questions
        );
        return values => new ReportForm
        {
            Required = values.Of(required),
            Due = values.Of(due),
            Intro = values.Of(intro),
            Questions = values.Of(questions),
        };
    });
}
