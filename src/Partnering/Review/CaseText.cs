using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Review;

internal static class CaseText
{
    /// <summary>On whose behalf somebody reads a case.</summary>
    public static Ball ReaderOf(Viewer viewer, Application application) =>
        viewer.May(CasePermissions.Read, application.Organisation) ? Ball.Staff
        : IsAsked(viewer, application) ? Ball.Board
        : Ball.WorkGroup;

    /// <summary>True for a member of the body that is or was asked about the case.</summary>
    public static bool IsAsked(Viewer viewer, Application application) =>
        viewer.Seats.Any(seat =>
            seat.Organisation == application.Organisation && seat.Team == application.ConsultedTeam
        );

    /// <summary>With a capital first letter, where the words stand alone.</summary>
    public static string Alone(string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    public static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
