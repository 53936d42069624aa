using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>What leads from the application to its letter: window, criteria, clauses, stages, clocks, decision.</summary>
internal static class CaseShapes
{
    public static readonly ObjectShape<WindowRule> Window = new(
        fields =>
        {
            var latest = fields.MaybeValue(
                "latestWeeksBefore",
                Common.Number(0, 104),
                window => window.LatestWeeksBefore
            );
            var firstTime = fields.MaybeValue(
                "firstTimeWeeksBefore",
                Common.Number(0, 104),
                window => window.FirstTimeWeeksBefore
            );
            var firstTimeSoft = fields.Optional(
                "firstTimeSoft",
                Common.TrueOrFalse,
                window => window.FirstTimeSoft,
                absent: true
            );
            var earliest = fields.MaybeValue(
                "earliestMonthsBefore",
                Common.Number(1, 36),
                window => window.EarliestMonthsBefore
            );
            var soft = fields.Optional(
                "soft",
                Common.TrueOrFalse,
                window => window.Soft,
                absent: false
            );
            return values => new WindowRule
            {
                LatestWeeksBefore = values.Of(latest),
                FirstTimeWeeksBefore = values.Of(firstTime),
                FirstTimeSoft = values.Of(firstTimeSoft),
                EarliestMonthsBefore = values.Of(earliest),
                Soft = values.Of(soft),
            };
        },
        CaseRules.CheckWindow
    );

    public static readonly ObjectShape<Criterion> Criterion = new(fields =>
    {
        var key = fields.Required("key", Common.Key, criterion => criterion.Key);
        var text = fields.Required("text", Common.Text, criterion => criterion.Text);
        var help = fields.Maybe("help", Common.Text, criterion => criterion.Help);
        var mandatory = fields.Optional(
            "mandatory",
            Common.TrueOrFalse,
            criterion => criterion.Mandatory,
            absent: true
        );
        return values => new Criterion
        {
            Key = values.Of(key),
            Text = values.Of(text),
            Help = values.Of(help),
            Mandatory = values.Of(mandatory),
        };
    });

    public static readonly ObjectShape<Clause> Clause = new(fields =>
    {
        var key = fields.Required("key", Common.Key, clause => clause.Key);
        var summary = fields.Required("summary", Common.Text, clause => clause.Summary);
        var text = fields.Required("text", Common.Text, clause => clause.Text);
        return values => new Clause
        {
            Key = values.Of(key),
            Summary = values.Of(summary),
            Text = values.Of(text),
        };
    });

    public static readonly ObjectShape<Stage> Stage = new(
        fields =>
        {
            var key = fields.Required("key", Common.Key, stage => stage.Key);
            var kind = fields.Required("kind", Choice.Of<StageKind>(), stage => stage.Kind);
            var title = fields.Required("title", Common.Line, stage => stage.Title);
            var team = fields.Required("team", Common.Slug, stage => stage.Team);
            var rule = fields.Maybe("rule", RuleShapes.Rule, stage => stage.Rule);
            var description = fields.Maybe("description", Common.Text, stage => stage.Description);
            return values => new Stage
            {
                Key = values.Of(key),
                Kind = values.Of(kind),
                Title = values.Of(title),
                Team = values.Of(team),
                Rule = values.Of(rule),
                Description = values.Of(description),
            };
        },
        CaseRules.CheckStage
    );

    public static readonly ObjectShape<CaseClocks> Clocks = new(
        fields =>
        {
            var whole = fields.Required(
                "wholeWeeks",
                Common.Number(1, 104),
                clocks => clocks.WholeWeeks
            );
            var firstLook = fields.MaybeValue(
                "firstLookDays",
                Common.Number(1, 365),
                clocks => clocks.FirstLookDays
            );
            var decision = fields.MaybeValue(
                "decisionDays",
                Common.Number(1, 365),
                clocks => clocks.DecisionDays
            );
            var waiting = fields.Required(
                "waitingClosesAfterWeeks",
                Common.Number(1, 52),
                clocks => clocks.WaitingClosesAfterWeeks
            );
            var remind = fields.List(
                "remindAtWeeks",
                new ListShape<int>(Common.Number(1, 51)),
                clocks => clocks.RemindAtWeeks
            );
            var lead = fields.Optional(
                "promotionLeadDays",
                Common.Number(0, 365),
                clocks => clocks.PromotionLeadDays,
                absent: 0
            );
            return values => new CaseClocks
            {
                WholeWeeks = values.Of(whole),
                FirstLookDays = values.Of(firstLook),
                DecisionDays = values.Of(decision),
                WaitingClosesAfterWeeks = values.Of(waiting),
                RemindAtWeeks = values.Of(remind),
                PromotionLeadDays = values.Of(lead),
            };
        },
        CaseRules.CheckClocks
    );

    private static readonly DecisionSettings s_ordinary = new();

    public static readonly ObjectShape<DecisionSettings> Decision = new(fields =>
    {
        var word = Choice.Of(s_ordinary.Outcomes);
        var outcomes = fields.List(
            "outcomes",
            new ListShape<string>(word, fewest: 1),
            decision => decision.Outcomes,
            s_ordinary.Outcomes
        );
        var second = fields.Optional(
            "secondPerson",
            Common.TrueOrFalse,
            decision => decision.SecondPerson,
            absent: false
        );
        return values => new DecisionSettings
        {
            Outcomes = values.Of(outcomes),
            SecondPerson = values.Of(second),
        };
    });

    public static readonly ObjectShape<ConflictSettings> Conflicts = new(fields =>
    {
        var softReads = fields.Optional(
            "softReads",
            Common.TrueOrFalse,
            conflicts => conflicts.SoftReads,
            absent: true
        );
        return values => new ConflictSettings { SoftReads = values.Of(softReads) };
    });

    public static readonly ObjectShape<CannedQuestion> CannedQuestion = new(fields =>
    {
        var key = fields.Required("key", Common.Key, canned => canned.Key);
        var title = fields.Required("title", Common.Line, canned => canned.Title);
        var text = fields.Required("text", Common.Text, canned => canned.Text);
        var opens = fields.List(
            "fields",
            new ListShape<string>(Common.Key),
            canned => canned.Fields
        );
        return values => new CannedQuestion(
            values.Of(key),
            values.Of(title),
            values.Of(text),
            values.Of(opens)
        );
    });

    private static readonly ObjectShape<LetterTemplate> s_letter = new(
        fields =>
        {
            var subject = new LocalTextShape(
                new TextShape(200, @"^[^\n]*$", Texts.NeedsOneLine),
                LetterRules.Check
            );
            var body = new LocalTextShape(Common.AnyText, LetterRules.Check);
            var heading = fields.Required("subject", subject, letter => letter.Subject);
            var words = fields.Required("body", body, letter => letter.Body);
            return values => new LetterTemplate(values.Of(heading), values.Of(words));
        },
        LetterRules.CheckWhole
    );

    public static readonly ObjectShape<IReadOnlyDictionary<string, LetterTemplate>> Letters = new(
        fields =>
        {
            var byOccasion = LetterPlaceholders
                .Occasions.Select(occasion =>
                    (
                        occasion,
                        Field: fields.Maybe(
                            occasion,
                            s_letter,
                            letters => letters.GetValueOrDefault(occasion)
                        )
                    )
                )
                .ToList();
            return values =>
            {
                var letters = new Dictionary<string, LetterTemplate>(StringComparer.Ordinal);
                foreach (var (occasion, field) in byOccasion)
                {
                    if (values.Of(field) is { } letter)
                        letters[occasion] = letter;
                }
                return letters;
            };
        }
    );
}
