using Banyan.Kernel.Text;
using NodaTime;

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

    /// <summary>What else people should know: objectives, values, areas of working together; each with a heading of its own.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Figures of reach, each with its day and source.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public required ProgramState State { get; init; }
    public LocalText? StateReason { get; init; }

    /// <summary>Until when it is paused, as far as that is known.</summary>
    public LocalDate? StateUntil { get; init; }

    /// <summary>When one may apply to a program that runs in rounds.</summary>
    public IReadOnlyList<ApplicationRound> Rounds { get; init; } = [];
    public required ProgramUnit Unit { get; init; }

    /// <summary>The year or round for which one applies now; null for a program that rolls on.</summary>
    public Edition? Edition { get; init; }
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

    /// <summary>Questions that staff asks applicants again and again, ready to be sent or changed.</summary>
    public IReadOnlyList<CannedQuestion> CannedQuestions { get; init; } = [];

    /// <summary>By outcome ("approved", "declined") and occasion ("received"): the organisation's own words inside the letter's frame.</summary>
    public IReadOnlyDictionary<string, LetterTemplate> Letters { get; init; } =
        new Dictionary<string, LetterTemplate>();
    public required Term Term { get; init; }
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
    public ReportForm? Report { get; init; }
    public PeriodicReview? Review { get; init; }
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

/// <summary>What a partnership is for: one event, one initiative, one edition of what the organisation runs, or the community as a whole.</summary>
internal enum ProgramUnit
{
    Event,
    Initiative,
    Edition,
    Community,
}

/// <summary>One year or round of what the organisation runs. <see cref="Key"/> stands in keys and lists, as in 2026.</summary>
internal sealed record Edition
{
    public required string Key { get; init; }
    public required LocalText Title { get; init; }
    public LocalDate? FirstDay { get; init; }
    public LocalDate? LastDay { get; init; }
}

/// <summary>Both days belong to the round, by the clock of the organisation.</summary>
internal sealed record ApplicationRound
{
    public required string Key { get; init; }
    public required LocalText Title { get; init; }
    public required LocalDate Opens { get; init; }
    public required LocalDate Closes { get; init; }

    public bool Has(LocalDate day) => Opens <= day && day <= Closes;
}

internal sealed record Chapter
{
    public required string Key { get; init; }
    public required LocalText Title { get; init; }
    public LocalText? Text { get; init; }
    public IReadOnlyList<LocalText> Points { get; init; } = [];
}

/// <param name="Value">As it is written, for example "10,900+".</param>
/// <param name="AsOf">The day for which it was true.</param>
internal sealed record Figure(LocalText Label, string Value, LocalDate AsOf, LocalText? Source);

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
