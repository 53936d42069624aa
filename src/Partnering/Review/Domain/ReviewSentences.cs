using System.Globalization;
using NodaTime;

namespace Banyan.Partnering.Review.Domain;

/// <summary>The one sentence that explains a result with what was counted.</summary>
internal static class ReviewSentences
{
    public static string Stopped => Texts.RoundStopped;

    public static string Objection(Tally tally) =>
        Fill(Texts.RoundObjection, tally.Against, tally.Day);

    public static string Passed(Tally tally, int days) => Fill(Texts.RoundPassed, tally.For, days);

    public static string PassedByAll(Tally tally) => Fill(Texts.RoundPassedByAll, tally.For);

    public static string PassedEarly(Tally tally) =>
        Fill(Texts.RoundPassedEarly, tally.For, tally.Day);

    public static string TooFew(Tally tally) => Fill(Texts.RoundTooFew, tally.For, tally.Needed);

    public static string OpenToObjections(Tally tally, Instant until) =>
        Fill(Texts.RoundOpenToObjections, tally.For, tally.Against, tally.Day, Day(until));

    public static string StillOpen(Tally tally, Instant until) =>
        Fill(Texts.RoundStillOpen, tally.For, tally.Needed, tally.Day, Day(until));

    /// <summary>As in "Thu 14 Feb 2028", by UTC: the sentence is kept, and read in other years.</summary>
    public static string Day(Instant at) =>
        at.InUtc().Date.ToString("ddd d MMM uuuu", CultureInfo.CurrentCulture);

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
