namespace Banyan.Security.Tests.Leaks;

/// <summary>Who may see what, when: written by hand, and compared with what the site shows. What it allows has to be shown too.</summary>
internal static class LeakRules
{
    public static bool MaySee(Reader reader, Secret secret, Phase phase) =>
        secret switch
        {
            // A partnership is public; before a declaration the name of a case is all there is.
            Secret.Title => phase == Phase.Approved
                || reader.IsApplicant
                || Reaches(reader, phase) && !IsAside(reader),
            Secret.AnswerForReviewers => reader.IsApplicant || Reads(reader, phase),
            Secret.AnswerForStaff => reader.IsApplicant || ReadsAsStaff(reader, phase),
            Secret.MessageToApplicant => reader.IsApplicant || Reads(reader, phase),
            Secret.NoteForReviewers => Reads(reader, phase),
            // The board reads every waiver, but for the cases from which one stepped aside.
            Secret.Waiver => Reads(reader, phase)
                || reader.Sits(Reader.Board) && (phase == Phase.Voting || !IsAside(reader)),
            Secret.NoteForStaff => ReadsAsStaff(reader, phase),
            // She is shown her own name.
            Secret.Reviewer => Reads(reader, phase) || reader == Reader.Deb,
            // One's own vote first; once the round is over it stands in the file for all who read.
            Secret.GroupBallot => phase == Phase.Voting
                ? reader == Reader.Tomas
                : Learns(reader, phase),
            Secret.BoardBallot => phase switch
            {
                Phase.Voting => false,
                Phase.Consulted => reader == Reader.Ruth,
                Phase.Approved => Learns(reader, phase),
            },
            Secret.GroupTally => phase switch
            {
                Phase.Voting => reader == Reader.Tomas,
                Phase.Consulted or Phase.Approved => Learns(reader, phase),
            },
            Secret.BoardTally => phase switch
            {
                Phase.Voting => false,
                Phase.Consulted => reader == Reader.Ruth,
                Phase.Approved => Learns(reader, phase),
            },
            Secret.TallyTable => phase switch
            {
                Phase.Voting => reader == Reader.Tomas,
                Phase.Consulted or Phase.Approved => Learns(reader, phase),
            },
            Secret.WorkingCopy or Secret.AdmissionCode => reader.Sits(Reader.Staff)
                || reader.Sits(Reader.Owners),
            // Who stepped aside never learns how a vote stood, so not by trying rules on it either.
            Secret.Rehearsed => reader == Reader.Marie && phase == Phase.Approved,
            Secret.MovableTitle => reader == Reader.Asha || reader.Sits(Reader.Staff),
        };

    /// <summary>What the mails of the whole story may hold. A mail to members names the case and nothing else.</summary>
    public static bool MayBeMailed(Reader reader, Secret secret) =>
        secret switch
        {
            Secret.Title => reader.IsApplicant || reader.Voting && HasSeat(reader),
            Secret.MessageToApplicant => reader.IsApplicant,
            Secret.Reviewer => reader == Reader.Deb,
            Secret.AnswerForReviewers
            or Secret.AnswerForStaff
            or Secret.NoteForReviewers
            or Secret.NoteForStaff
            or Secret.Waiver
            or Secret.GroupBallot
            or Secret.BoardBallot
            or Secret.GroupTally
            or Secret.BoardTally
            or Secret.TallyTable
            or Secret.WorkingCopy
            or Secret.AdmissionCode
            or Secret.Rehearsed
            or Secret.MovableTitle => false,
        };

    /// <summary>Their place in the organisation brings the case to them.</summary>
    private static bool Reaches(Reader reader, Phase phase) =>
        reader.Sits(Reader.Staff)
        || reader.Sits(Reader.Group)
        || reader.Sits(Reader.Board) && phase != Phase.Voting;

    private static bool IsAside(Reader reader) => reader.Stand is Stand.Aside or Stand.SoftHidden;

    private static bool Reads(Reader reader, Phase phase) =>
        Reaches(reader, phase)
        && (reader == Reader.Marie || reader.Stand is Stand.Nothing or Stand.Soft or Stand.Lifted);

    private static bool ReadsAsStaff(Reader reader, Phase phase) =>
        reader.Sits(Reader.Staff) && Reads(reader, phase);

    /// <summary>Reads, and may know how a vote stood once it is over; who does not vote for a conflict of interest never does.</summary>
    private static bool Learns(Reader reader, Phase phase) =>
        Reads(reader, phase) && reader.Stand != Stand.Soft;

    private static bool HasSeat(Reader reader) =>
        reader.Organisation == Reader.North && reader.Team is Reader.Group or Reader.Board;
}
