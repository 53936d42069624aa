using NodaTime;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Is the topic of the program at least half of what happens?</summary>
internal static class TopicShareCheck
{
    public const int LeastPercent = 50;

    /// <param name="percent">From 0 to 100; null where the form was not answered.</param>
    public static CheckFinding Judge(int? percent, Instant at) =>
        percent switch
        {
            null or < 0 or > 100 => Finding(CheckResult.CouldNotLook, Texts.TopicShareUnknown, at),
            < LeastPercent => Finding(
                CheckResult.NotFound,
                SiteCheck.Fill(Texts.TopicShareTooSmall, percent, LeastPercent),
                at
            ),
            _ => Finding(
                CheckResult.Found,
                SiteCheck.Fill(Texts.TopicShareEnough, percent, LeastPercent),
                at
            ),
        };

    private static CheckFinding Finding(CheckResult result, string sentence, Instant at) =>
        CheckFinding.WithoutPage(CheckKind.TopicShare, result, sentence, at);
}
