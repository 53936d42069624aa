using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>What the window says about a date: too early with the first day, too late with the way forward, or what is asked of a first application.</summary>
internal sealed record WindowNotice(string Sentence, bool Against)
{
    public static WindowNotice? Of(WindowJudgement window, LocalDate? date) =>
        date is not { } day
            ? null
            : window.Standing switch
            {
                WindowStanding.TooEarly => new(
                    Texts.WindowTooEarly.With(Long(window.FirstDay), Long(window.LastDay)),
                    !window.Soft
                ),
                WindowStanding.TooLate => new(
                    Texts.WindowTooLate.With(Long(window.LastDay), Long(day)),
                    !window.Soft
                ),
                WindowStanding.Open when window.FirstTimeDayPassed => new(
                    Texts.WindowFirstTime.With(Long(window.FirstTimeDay)),
                    false
                ),
                WindowStanding.Open => null,
            };

    public static Refusal? RefusalOf(WindowJudgement window, LocalDate? date) =>
        Of(window, date) is { Against: true } notice
            ? new Refusal("window-closed", notice.Sentence)
            : null;

    private static string Long(LocalDate? day) =>
        day?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "";
}
