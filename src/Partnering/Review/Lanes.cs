using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Review;

/// <summary>The lanes of a case's thread, and who of the desk reads which. Their notes, their files and the lines about both in the history go by it.</summary>
internal static class Lanes
{
    /// <summary>Of somebody who may read the case.</summary>
    public static IReadOnlyList<Audience> ReadBy(Viewer viewer, Application application)
    {
        var lanes = new List<Audience> { Audience.Applicant, Audience.Reviewers };
        if (viewer.May(CasePermissions.Read, application.Organisation))
            lanes.Add(Audience.Staff);
        if (CaseText.IsAsked(viewer, application))
            lanes.Add(Audience.Board);
        return lanes;
    }

    /// <summary>Those of which they may take away a file: staff of what it reads, the body that is asked of its own.</summary>
    public static IReadOnlyList<Audience> RemovedBy(Viewer viewer, Application application)
    {
        var read = ReadBy(viewer, application);
        return viewer.May(CasePermissions.Read, application.Organisation)
            ? read
            : [.. read.Where(lane => lane == Audience.Board)];
    }

    /// <summary>Those in which whoever reads these may write a private note; the widest first, which is meant unless another is named.</summary>
    public static IReadOnlyList<Choice> Private(IReadOnlyList<Audience> read) =>
        [
            .. read.Where(lane => lane != Audience.Applicant)
                .Select(lane => new Choice(
                    lane.ToString(),
                    lane switch
                    {
                        Audience.Reviewers => Texts.NoteReviewers,
                        Audience.Staff => Texts.NoteStaff,
                        Audience.Board => Texts.NoteBoard,
                        Audience.Applicant => throw new InvalidOperationException(),
                    }
                )),
        ];

    public static ThreadAudience Shown(Audience audience) =>
        audience switch
        {
            Audience.Applicant => ThreadAudience.Applicant,
            Audience.Staff => ThreadAudience.Staff,
            Audience.Reviewers => ThreadAudience.Reviewers,
            Audience.Board => ThreadAudience.Board,
        };
}
