using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Programs;

/// <summary>A definition in which everything is said, nothing as the default.</summary>
internal static class FullProgram
{
    private static readonly LocalText s_both = new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["bn"] = "এক\n\nদুই",
            ["en"] = "one\n\ntwo",
        }
    );
    private static readonly LocalText s_line = new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["bn"] = "এক",
            ["pt-BR"] = "um",
        }
    );

    private static readonly LocalText s_short = new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["bn"] = "এক",
            ["en"] = "one",
        }
    );

    public static ProgramDefinition Definition { get; } =
        new()
        {
            Organisation = "umbrella",
            Slug = "full-partner",
            Name = s_line,
            ReferencePrefix = "UM2",
            Summary = s_both,
            Purpose = s_both,
            Chapters =
            [
                new()
                {
                    Key = "aims",
                    Title = s_line,
                    Text = s_both,
                    Points = [s_line, s_both],
                },
            ],
            Figures = [new(s_line, "10,900+", new LocalDate(2030, 1, 31), s_line)],
            State = ProgramState.Paused,
            StateReason = s_both,
            StateUntil = new LocalDate(2030, 3, 1),
            Rounds =
            [
                new()
                {
                    Key = "spring",
                    Title = s_line,
                    Opens = new LocalDate(2030, 4, 1),
                    Closes = new LocalDate(2030, 4, 30),
                },
            ],
            Unit = ProgramUnit.Edition,
            Edition = new()
            {
                Key = "2030",
                Title = s_line,
                FirstDay = new LocalDate(2030, 9, 1),
                LastDay = new LocalDate(2030, 9, 4),
            },
            Window = new()
            {
                LatestWeeksBefore = 4,
                FirstTimeWeeksBefore = 5,
                FirstTimeSoft = false,
                EarliestMonthsBefore = 7,
                Soft = true,
            },
            WhoQualifies = [s_both, LocalText.Of("one")],
            WhoDoesNot = [s_line],
            Eligibility =
            [
                new()
                {
                    Key = "sold",
                    Text = s_both,
                    Help = s_both,
                    Qualifies = false,
                    WayForward = s_both,
                },
            ],
            Sections =
            [
                new()
                {
                    Key = "all",
                    Title = s_line,
                    Intro = s_both,
                    Questions =
                    [
                        new()
                        {
                            Key = "kind",
                            Type = QuestionType.Choice,
                            Means = Meaning.Kind,
                            Label = s_line,
                            Options =
                            [
                                new("club", s_line) { Undated = true },
                                new("school", s_line),
                            ],
                        },
                        new()
                        {
                            Key = "date",
                            Type = QuestionType.Date,
                            Means = Meaning.Date,
                            Label = s_line,
                        },
                        new()
                        {
                            Key = "first",
                            Type = QuestionType.YesNo,
                            Means = Meaning.FirstTime,
                            Label = s_line,
                            Visibility = Visibility.Staff,
                        },
                        new()
                        {
                            Key = "words",
                            Type = QuestionType.LongText,
                            Label = s_both,
                            Help = s_both,
                            Required = true,
                            Visibility = Visibility.Public,
                            Purpose = s_both,
                            RetentionMonths = 0,
                            MaxLength = 50,
                        },
                        new()
                        {
                            Key = "several",
                            Type = QuestionType.Choices,
                            Label = s_line,
                            Options =
                            [
                                new("one", s_line),
                                new("two", s_line),
                                new("three", s_line),
                            ],
                            Min = 1,
                            Max = 2,
                        },
                        new()
                        {
                            Key = "count",
                            Type = QuestionType.Number,
                            Label = s_line,
                            Min = -5,
                            Max = 5,
                            ShowIf = new("first", ["no"]),
                        },
                    ],
                },
            ],
            Criteria =
            [
                new()
                {
                    Key = "good",
                    Text = s_both,
                    Help = s_both,
                    Mandatory = false,
                },
            ],
            Clauses =
            [
                new()
                {
                    Key = "bound",
                    Summary = s_line,
                    Text = s_both,
                },
            ],
            Stages =
            [
                new()
                {
                    Key = "look",
                    Kind = StageKind.PreReview,
                    Title = s_line,
                    Team = "staff",
                    Rule = new DecisionRule.Staff(Second: true),
                    Description = s_both,
                },
                new()
                {
                    Key = "vote",
                    Kind = StageKind.Review,
                    Title = s_line,
                    Team = "group",
                    Rule = new DecisionRule.LazyConsensus(2, 5, 6, Early: true),
                },
                new()
                {
                    Key = "ask",
                    Kind = StageKind.Consultation,
                    Title = s_line,
                    Team = "board",
                },
            ],
            Clocks = new()
            {
                WholeWeeks = 4,
                WaitingClosesAfterWeeks = 3,
                RemindAtWeeks = [1, 2],
                PromotionLeadDays = 10,
            },
            Decision = new() { Outcomes = ["approved"], SecondPerson = true },
            Letters = new Dictionary<string, LetterTemplate>(StringComparer.Ordinal)
            {
                ["declined"] = new(s_short, s_both),
                ["approved"] = new(
                    LocalText.Of("{reference}"),
                    LocalText.Of("Hello {name}\n\n{next}")
                ),
            },
            Term = new(9, false, s_both),
            Review = new(6, s_both),
            Benefits =
            [
                new()
                {
                    Key = "posts",
                    Kind = "posts",
                    Title = s_line,
                    Text = s_both,
                    Quantity = 2,
                    Unit = "posts",
                    Networks = ["Mastodon", "X"],
                    Eligible = [s_line],
                    NotEligible = [s_both, s_line],
                },
            ],
            Commitments =
            [
                new()
                {
                    Key = "answer",
                    Side = Side.Organisation,
                    Text = s_both,
                },
            ],
            Agreement = new()
            {
                BothSides = true,
                LastUpdated = new NodaTime.LocalDate(2026, 11, 21),
                NotContract = s_both,
            },
            Report = new()
            {
                Required = true,
                Intro = s_both,
                Questions =
                [
                    new()
                    {
                        Key = "words",
                        Type = QuestionType.LongText,
                        Label = s_line,
                    },
                ],
            },
            Leaving = [s_both],
            Contacts =
            [
                new()
                {
                    Role = s_line,
                    Email = "staff@example.org",
                    Web = "https://example.org/contact",
                    Text = s_both,
                },
            ],
        };
}
