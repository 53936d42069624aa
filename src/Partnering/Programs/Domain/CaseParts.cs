using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Domain;

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

    /// <summary>Days from sending until staff has looked and sent it on; null where nothing is promised.</summary>
    public int? FirstLookDays { get; init; }

    /// <summary>Days from the vote or the advice until the letter; null where nothing is promised.</summary>
    public int? DecisionDays { get; init; }
    public IReadOnlyList<int> RemindAtWeeks { get; init; } = [];

    /// <summary>Days before the event by which a decision is of use; the earlier of this and the promise is decide-by.</summary>
    public int PromotionLeadDays { get; init; }
}

internal sealed record DecisionSettings
{
    /// <summary>What can be decided, by key; each has its letter.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } =
    ["approved", "approvedWithConditions", "approvedOnTrial", "declined"];
    public bool SecondPerson { get; init; }
}

/// <summary>A question to applicants that stands ready.</summary>
/// <param name="Title">What staff knows it by.</param>
/// <param name="Fields">The keys of the questions whose answers it opens again.</param>
internal sealed record CannedQuestion(
    string Key,
    LocalText Title,
    LocalText Text,
    IReadOnlyList<string> Fields
);

/// <summary>What a conflict of interest takes away. A hard one takes everything; nobody votes with either.</summary>
internal sealed record ConflictSettings
{
    /// <summary>Whether a member with a soft conflict may still read the case.</summary>
    public bool SoftReads { get; init; } = true;
}

/// <summary>Plain text with {placeholders}; paragraphs are parted by an empty line.</summary>
internal sealed record LetterTemplate(LocalText Subject, LocalText Body);
