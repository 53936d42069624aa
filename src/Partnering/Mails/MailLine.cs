using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using NodaTime;

namespace Banyan.Partnering.Mails;

/// <summary>One mail of a case, and how it stands with it.</summary>
/// <param name="At">The moment that the state tells of.</param>
/// <param name="More">What one has to know besides; null where nothing.</param>
internal sealed record MailLine(
    string Subject,
    string Address,
    string State,
    Tone Tone,
    Instant At,
    string? More = null
)
{
    /// <summary>Which comes last counts: what was taken can come back.</summary>
    public static MailLine Of(MailTrace trace, DateTimeZone zone)
    {
        var mail = trace.Mail;
        MailLine Line(string state, Tone tone, Instant at, string? more = null) =>
            new(mail.Subject, mail.Address, state, tone, at, more);
        return mail switch
        {
            { ReturnedAt: { } at } => Line(
                Texts.StateCameBack,
                Tone.Stop,
                at,
                (mail.TroubleAt is null ? Texts.MoreCameBackForNow : Texts.MoreCameBack).With(
                    MailReason.WithCode(mail.Status)
                )
            ),
            { RefusedAt: { } at } => Line(
                Texts.StateRefused,
                Tone.Stop,
                at,
                mail.Problem.Length > 0 ? Texts.MoreServerSaid.With(mail.Problem) : null
            ),
            { DelayedAt: { } at } => Line(
                Texts.StateDelayed,
                Tone.Wait,
                at,
                Texts.MoreDelayed.With(MailReason.WithCode(mail.Status))
            ),
            { TakenAt: { } at } => Line(Texts.StateTaken, Tone.Ok, at),
            { ToldAt: { } at } => Line(Texts.StateTold, Tone.Ok, at, Texts.MoreAside),
            { AsideAt: { } at, DroppedAt: null } => Line(
                Texts.StateAside,
                Tone.Plain,
                at,
                Texts.MoreAside
            ),
            { DroppedAt: { } at } => Line(Texts.StateDropped, Tone.Plain, at, Texts.MoreDropped),
            _ when trace.Problem is { } problem => Line(
                Texts.StateTriedAgain,
                Tone.Wait,
                mail.PlannedAt,
                Retried(trace, problem, zone)
            ),
            _ => Line(Texts.StateWaiting, Tone.Plain, mail.PlannedAt),
        };
    }

    private static string Retried(MailTrace trace, string problem, DateTimeZone zone)
    {
        var words = ServerWords.OfProblem(problem);
        var next = trace.NextTry is { } due ? ZonedTime.Say(due.InZone(zone)) : "";
        return words.Length > 0
            ? Texts.MoreTriedAgain.With(trace.Attempts, words, next)
            : Texts.MoreNoServer.With(trace.Attempts, next);
    }
}
