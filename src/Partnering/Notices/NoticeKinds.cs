using Banyan.Kernel.Access;
using Banyan.Kernel.Mail;
using Banyan.Partnering.Applications.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Notices;

/// <summary>The kinds of mail about cases that may be gathered. Questions, decisions, and what would be too late on Monday are in none.</summary>
internal static class NoticeKinds
{
    /// <summary>To the applicant's side: somebody wrote to them.</summary>
    public const string Messages = "messages";

    /// <summary>To the desk: an applicant wrote.</summary>
    public const string Desk = "desk";

    /// <summary>To those who vote: a round opened, or turned.</summary>
    public const string Rounds = "rounds";

    /// <summary>On Mondays, to those who vote: all that waits for them.</summary>
    public const string Week = "week";

    private static readonly Rhythm[] s_every =
    [
        Rhythm.AtOnce,
        Rhythm.Daily,
        Rhythm.Weekly,
        Rhythm.Never,
    ];

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        new(
            Messages,
            () => Texts.Messages,
            () => Texts.MessagesAbout,
            s_every,
            (db, viewer, ct) =>
                db.Applications.HeldBy(viewer).AnyAsync(a => a.SubmittedAt != null, ct)
        ),
        new(
            Desk,
            () => Texts.Desk,
            () => Texts.DeskAbout,
            s_every,
            (_, viewer, _) => Task.FromResult(viewer.May(CasePermissions.Read))
        ),
        new(
            Rounds,
            () => Texts.Rounds,
            () => Texts.RoundsAbout,
            s_every,
            (_, viewer, _) => Task.FromResult(Votes(viewer))
        ),
        new(
            Week,
            () => Texts.Week,
            () => Texts.WeekAbout,
            [Rhythm.Weekly, Rhythm.Never],
            (_, viewer, _) => Task.FromResult(Votes(viewer))
        ),
    ];

    private static bool Votes(Viewer viewer) =>
        viewer.Seats.Any(seat => seat.Voting && seat.Permissions.Contains(CasePermissions.Vote));

    public static NoticeKind Of(string key) => All.Single(kind => kind.Key == key);
}
