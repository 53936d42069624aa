using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Domain;

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

    /// <summary>A month is enough for a date that is not fixed yet.</summary>
    public bool Approximate { get; init; }

    /// <summary>The smallest number, or how many options one ticks at least.</summary>
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

    /// <summary>Any number of the options, within min and max.</summary>
    Choices,
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
