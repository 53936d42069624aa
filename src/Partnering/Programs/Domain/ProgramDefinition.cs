using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>Everything that one published version of a program says: what its file holds, and nothing else.</summary>
internal sealed record ProgramDefinition
{
    /// <summary>The slug of the organisation that runs it.</summary>
    public required string Organisation { get; init; }
    public required string Slug { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>Capital letters and digits in front of a reference, as in PSF-28-K7Q3.</summary>
    public required string ReferencePrefix { get; init; }
    public required LocalText Summary { get; init; }
    public LocalText? Purpose { get; init; }
    public required ProgramState State { get; init; }
    public LocalText? StateReason { get; init; }
    public required ProgramUnit Unit { get; init; }
    public required WindowRule Window { get; init; }
    public IReadOnlyList<LocalText> WhoQualifies { get; init; } = [];
    public IReadOnlyList<LocalText> WhoDoesNot { get; init; } = [];
    public IReadOnlyList<EligibilityQuestion> Eligibility { get; init; } = [];
    public required IReadOnlyList<FormSection> Sections { get; init; }
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];
    public IReadOnlyList<Clause> Clauses { get; init; } = [];
    public Agreement Agreement { get; init; } = new();
    public required IReadOnlyList<Stage> Stages { get; init; }
    public required CaseClocks Clocks { get; init; }
    public required DecisionSettings Decision { get; init; }
    public ConflictSettings Conflicts { get; init; } = new();

    /// <summary>By outcome ("approved", "declined") and occasion ("received"): the organisation's own words inside the letter's frame.</summary>
    public IReadOnlyDictionary<string, LetterTemplate> Letters { get; init; } =
        new Dictionary<string, LetterTemplate>();
    public required Term Term { get; init; }
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
    public ReportForm? Report { get; init; }
    public IReadOnlyList<LocalText> Leaving { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The question that carries a meaning the code relies on, such as the title; null when the program does not ask it.</summary>
    public Question? Asking(Meaning meaning) =>
        Questions.FirstOrDefault(question => question.Means == meaning);

    /// <summary>The questions that another answer to one of these may bring up or make required: by a condition, or because a kind without a date became one with a date.</summary>
    public IReadOnlySet<string> DependingOn(IReadOnlyCollection<string> keys)
    {
        var kind = Asking(Meaning.Kind);
        var undated = kind is not null && kind.Options.Any(option => option.Undated);
        var reached = keys.ToHashSet(StringComparer.Ordinal);
        bool Hangs(Question question) =>
            question.ShowIf is { } condition && reached.Contains(condition.Question)
            || undated && question.Means == Meaning.Date && reached.Contains(kind!.Key);
        for (var before = 0; before < reached.Count; )
        {
            before = reached.Count;
            reached.UnionWith(Questions.Where(Hangs).Select(question => question.Key).ToList());
        }
        reached.ExceptWith(keys);
        return reached;
    }
}

internal enum ProgramState
{
    Open,
    ByInvitation,
    InRounds,
    Paused,
    Closed,
}

internal enum ProgramUnit
{
    Event,
    Initiative,
    Community,
}

/// <summary>When one may apply, counted from the start of the event. Weeks and months are calendar ones; null: no bound.</summary>
internal sealed record WindowRule
{
    public int? LatestWeeksBefore { get; init; }

    /// <summary>What is asked of those who apply for the first time; a wish, never a refusal, while <see cref="FirstTimeSoft"/>.</summary>
    public int? FirstTimeWeeksBefore { get; init; }
    public bool FirstTimeSoft { get; init; } = true;
    public int? EarliestMonthsBefore { get; init; }

    /// <summary>A soft window warns and lets pass.</summary>
    public bool Soft { get; init; }
}

/// <summary>A yes/no question in front of the form. The wrong answer shows <see cref="WayForward"/>.</summary>
internal sealed record EligibilityQuestion
{
    public required string Key { get; init; }
    public required LocalText Text { get; init; }
    public LocalText? Help { get; init; }
    public required bool Qualifies { get; init; }
    public required LocalText WayForward { get; init; }
}

internal sealed record FormSection
{
    public required string Key { get; init; }
    public required LocalText Title { get; init; }
    public LocalText? Intro { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
}

internal sealed record Question
{
    public required string Key { get; init; }
    public required QuestionType Type { get; init; }
    public Meaning Means { get; init; }
    public required LocalText Label { get; init; }
    public LocalText? Help { get; init; }
    public bool Required { get; init; }
    public Visibility Visibility { get; init; } = Visibility.Reviewers;
    public LocalText? Purpose { get; init; }

    /// <summary>How long the answer is kept after the case ends, in months; null: as long as the case.</summary>
    public int? RetentionMonths { get; init; }
    public IReadOnlyList<Option> Options { get; init; } = [];
    public ShowIf? ShowIf { get; init; }
    public int? MaxLength { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }
}

internal enum QuestionType
{
    ShortText,
    LongText,
    Email,
    WebAddress,
    Date,
    Number,
    Percent,
    Choice,
    YesNo,
    Place,
}

/// <summary>Meanings that the code knows; every other question is only shown and kept.</summary>
internal enum Meaning
{
    None,
    FirstName,
    LastName,
    Email,
    Kind,
    Title,
    Description,
    Date,
    Website,
    CodeOfConduct,
    Place,
    Attendees,
    TopicShare,
    FirstTime,
}

/// <summary>Who reads the answer: everybody once approved; the reviewers of the case too; staff only.</summary>
internal enum Visibility
{
    Public,
    Reviewers,
    Staff,
}

internal sealed record Option(string Key, LocalText Label)
{
    /// <summary>True where this choice needs no date (an initiative).</summary>
    public bool Undated { get; init; }
}

/// <summary>Ask only when the named choice or yes/no question has one of these answers.</summary>
internal sealed record ShowIf(string Question, IReadOnlyList<string> AnyOf);

internal sealed record Criterion
{
    public required string Key { get; init; }
    public required LocalText Text { get; init; }
    public LocalText? Help { get; init; }
    public bool Mandatory { get; init; } = true;
}

internal sealed record Clause
{
    public required string Key { get; init; }

    /// <summary>A plain sentence above the exact text.</summary>
    public required LocalText Summary { get; init; }
    public required LocalText Text { get; init; }
}

internal sealed record Stage
{
    public required string Key { get; init; }
    public required StageKind Kind { get; init; }
    public required LocalText Title { get; init; }
    public required string Team { get; init; }
    public DecisionRule? Rule { get; init; }
    public LocalText? Description { get; init; }
}

internal enum StageKind
{
    PreReview,
    Review,
    Consultation,
}

/// <summary>Weeks without the time in which the applicant holds the ball; waiting is counted on its own.</summary>
internal sealed record CaseClocks
{
    public required int WholeWeeks { get; init; }
    public required int WaitingClosesAfterWeeks { get; init; }
    public IReadOnlyList<int> RemindAtWeeks { get; init; } = [];

    /// <summary>Days before the event by which a decision is of use; the earlier of this and the promise is decide-by.</summary>
    public int PromotionLeadDays { get; init; }
}

internal sealed record DecisionSettings
{
    public IReadOnlyList<string> Outcomes { get; init; } = ["approved", "declined"];
    public bool SecondPerson { get; init; }
}

/// <summary>What a conflict of interest takes away. A hard one takes everything; nobody votes with either.</summary>
internal sealed record ConflictSettings
{
    /// <summary>Whether a member with a soft conflict may still read the case.</summary>
    public bool SoftReads { get; init; } = true;
}

/// <summary>Plain text with {placeholders}; paragraphs are parted by an empty line.</summary>
internal sealed record LetterTemplate(LocalText Subject, LocalText Body);

internal sealed record Term
{
    public required int Months { get; init; }
    public LocalText? Text { get; init; }
}

internal sealed record Benefit
{
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required LocalText Title { get; init; }
    public LocalText? Text { get; init; }
    public int? Quantity { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<string> Networks { get; init; } = [];
    public IReadOnlyList<LocalText> Eligible { get; init; } = [];
    public IReadOnlyList<LocalText> NotEligible { get; init; } = [];
}

internal sealed record Commitment
{
    public required string Key { get; init; }
    public required Side Side { get; init; }
    public required LocalText Text { get; init; }
}

internal enum Side
{
    Partner,
    Organisation,
}

internal sealed record ReportForm
{
    public required bool Required { get; init; }
    public LocalText? Intro { get; init; }
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

internal sealed record Contact
{
    public required LocalText Role { get; init; }
    public string? Email { get; init; }
    public string? Web { get; init; }
    public LocalText? Text { get; init; }
}
