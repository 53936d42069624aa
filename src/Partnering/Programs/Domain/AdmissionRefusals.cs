using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>Every "no" at the door of a program.</summary>
internal static class AdmissionRefusals
{
    private const string Field = "code";

    public static Refusal InvitationNeeded =>
        new("invitation-needed", Texts.RefusalInvitationNeeded, Field);

    public static Refusal RoundOpens(string title, LocalDate day) =>
        new("round-not-open", Texts.RefusalRoundOpens.With(title, Day(day)), Field);

    public static Refusal NoRoundAhead => new("round-none-ahead", Texts.RefusalNoRoundAhead, Field);

    public static Refusal Paused(LocalDate? until) =>
        new(
            "program-paused",
            until is { } day ? Texts.RefusalPausedUntil.With(Day(day)) : Texts.RefusalPaused,
            Field
        );

    public static Refusal Closed => new("program-closed", Texts.RefusalClosed, Field);
    public static Refusal Unknown => new("code-unknown", Texts.RefusalCodeUnknown, Field);
    public static Refusal Withdrawn => new("code-withdrawn", Texts.RefusalCodeWithdrawn, Field);
    public static Refusal WaiverHeld => new("code-waiver-held", Texts.RefusalWaiverHeld, Field);
    public static Refusal UsedUp => new("code-used-up", Texts.RefusalCodeUsedUp, Field);

    public static Refusal Over(LocalDate lastDay) =>
        new("code-over", Texts.RefusalCodeOver.With(Day(lastDay)), Field);

    public static Refusal NoReason => new("code-no-reason", Texts.RefusalCodeNoReason, "reason");
    public static Refusal ReasonTooLong =>
        new(
            "code-reason-too-long",
            Texts.RefusalCodeReasonTooLong.With(AdmissionCode.LongestReason),
            "reason"
        );
    public static Refusal HowOften =>
        new(
            "code-how-often",
            Texts.RefusalCodeHowOften.With(AdmissionCode.MostUsesEver),
            "mostUses"
        );
    public static Refusal LastDayPast =>
        new("code-last-day-past", Texts.RefusalCodeLastDayPast, "lastDay");

    private static string Day(LocalDate day) =>
        day.ToString("d MMMM uuuu", CultureInfo.CurrentCulture);
}
