using Banyan.Kernel.Access;

namespace Banyan.Security.Tests.Leaks;

/// <summary>What somebody said about a conflict of interest.</summary>
internal enum Stand
{
    Silent,
    Nothing,

    /// <summary>Reads and does not vote, by the program's rule.</summary>
    Soft,

    /// <summary>The same under a program that takes the case away then.</summary>
    SoftHidden,
    Aside,

    /// <summary>Stepped aside, and the chair lifted it.</summary>
    Lifted,
}

/// <summary>Somebody who looks for what is not theirs.</summary>
/// <param name="Team">Of the organisation; null: no seat.</param>
internal sealed record Reader(
    string Name,
    string? Organisation = null,
    string? Team = null,
    Stand Stand = Stand.Silent,
    bool Voting = true,
    bool Chair = false
)
{
    public const string North = "north";
    public const string South = "south";
    public const string Staff = "staff";
    public const string Group = "work-group";
    public const string Speakers = "speakers";
    public const string Board = "board";
    public const string Owners = "owners";

    public static readonly Reader Nobody = new("nobody");
    public static readonly Reader Kwame = new("kwame");
    public static readonly Reader Nusrat = new("nusrat");
    public static readonly Reader Ines = new("ines");

    /// <summary>Has an application of her own under the same program.</summary>
    public static readonly Reader Asha = new("asha");
    public static readonly Reader Marie = new("marie", North, Staff, Voting: false);
    public static readonly Reader Stan = new("stan", North, Staff, Stand.Aside, Voting: false);

    /// <summary>Of the staff too; reads, and is not to learn how a vote stood.</summary>
    public static readonly Reader Stella = new("stella", North, Staff, Stand.Soft, Voting: false);

    /// <summary>Changes the program, gives codes and moves cases, and reads none of them.</summary>
    public static readonly Reader Ola = new("ola", North, Owners, Voting: false);
    public static readonly Reader Tomas = new("tomas", North, Group, Stand.Nothing);

    /// <summary>Has declared and not voted. Her name is what one looks for.</summary>
    public static readonly Reader Deb = new("zq-deb-qz", North, Group, Stand.Nothing);
    public static readonly Reader Joey = new("joey", North, Group);
    public static readonly Reader Sol = new("sol", North, Group, Stand.Soft);
    public static readonly Reader Noor = new("noor", North, Group, Stand.SoftHidden);
    public static readonly Reader Hal = new("hal", North, Group, Stand.Aside);
    public static readonly Reader Wanda = new("wanda", North, Group, Stand.Lifted);
    public static readonly Reader Leila = new(
        "leila",
        North,
        Group,
        Stand.Nothing,
        Voting: false,
        Chair: true
    );

    /// <summary>Sat in the work group, declared, and is not in it any more.</summary>
    public static readonly Reader Rem = new("rem", North, Group, Stand.Nothing);
    public static readonly Reader Sam = new("sam", North, Speakers);
    public static readonly Reader Ruth = new("ruth", North, Board, Stand.Nothing, Chair: true);
    public static readonly Reader Hana = new("hana", North, Board, Stand.Nothing);
    public static readonly Reader Paul = new("paul", North, Board);
    public static readonly Reader Bo = new("bo", North, Board, Stand.Aside);
    public static readonly Reader Sven = new("sven", South, Staff);
    public static readonly Reader Uma = new("uma", South, Group, Chair: true);

    public static readonly IReadOnlyList<Reader> All =
    [
        Nobody,
        Kwame,
        Nusrat,
        Ines,
        Asha,
        Marie,
        Stan,
        Stella,
        Ola,
        Tomas,
        Deb,
        Joey,
        Sol,
        Noor,
        Hal,
        Wanda,
        Leila,
        Rem,
        Sam,
        Ruth,
        Hana,
        Paul,
        Bo,
        Sven,
        Uma,
    ];

    public string Address => $"{Name}@example.org";
    public bool IsApplicant => this == Nusrat || this == Ines;

    public bool Sits(string team) => Organisation == North && Team == team && this != Rem;

    public override string ToString() => Name;
}

/// <summary>How far the one case has come.</summary>
internal enum Phase
{
    /// <summary>Tomas has voted in the work group.</summary>
    Voting,

    /// <summary>The work group came to no result; Ruth has voted in the board.</summary>
    Consulted,

    /// <summary>The letter of approval has left.</summary>
    Approved,
}

/// <summary>What not everybody may see of it.</summary>
internal enum Secret
{
    Title,
    AnswerForReviewers,
    AnswerForStaff,
    MessageToApplicant,
    NoteForReviewers,
    NoteForStaff,
    Waiver,
    Reviewer,
    GroupBallot,
    BoardBallot,
    GroupTally,
    BoardTally,

    /// <summary>The table of the round that is shown.</summary>
    TallyTable,

    /// <summary>Of the program, what is not published yet.</summary>
    WorkingCopy,

    /// <summary>A code with which one may apply, and for whom it was made.</summary>
    AdmissionCode,

    /// <summary>What the votes would have come to under the working copy.</summary>
    Rehearsed,

    /// <summary>The title of Asha's application, which could be moved to the current version.</summary>
    MovableTitle,
}
