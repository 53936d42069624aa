using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>The moment at which the present step is over: an answer is in time until the end of its day, where the organisation is at home.</summary>
internal static class Deadline
{
    private static readonly LocalTime LastMinute = new(23, 59);

    public static ZonedDateTime? Of(NextFacts facts, DateTimeZone zone) =>
        facts switch
        {
            { Ball: Ball.Applicant, AnswerBy: { } day } => day.At(LastMinute).InZoneLeniently(zone),
            { State: ApplicationState.InReview, Round: { } round } => round.ClosesAt.InZone(zone),
            { LetterLeavesAt: { } leaves } => leaves.InZone(zone),
            _ => null,
        };
}
