using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements.Domain;

internal static class CampaignRefusals
{
    public static Refusal NothingChanged =>
        new("campaign-nothing-changed", Texts.RefusalNothingChanged);
    public static Refusal NobodyToAsk => new("campaign-nobody", Texts.RefusalNobodyToAsk);
    public static Refusal OpenAlready => new("campaign-open-already", Texts.RefusalOpenAlready);
    public static Refusal NothingAsked => new("campaign-nothing-asked", Texts.RefusalNothingAsked);
    public static Refusal NothingTicked =>
        new("campaign-nothing-ticked", Texts.RefusalNothingTicked);
    public static Refusal OneSideOnly => new("clause-one-side-only", Texts.RefusalOneSideOnly);
    public static Refusal OrganisationAcceptedAll =>
        new("clause-organisation-accepted-all", Texts.RefusalOrganisationAcceptedAll);
    public static Refusal NothingToRemind =>
        new("campaign-nothing-to-remind", Texts.RefusalNothingToRemind);
    public static Refusal NoteTooLong =>
        new("campaign-note-too-long", Texts.RefusalNoteTooLong.With(Campaign.LongestNote), "note");

    public static Refusal EndedAlready(string by) =>
        new("campaign-ended-already", Texts.RefusalEndedAlready.With(by));

    public static Refusal TooSoon(LocalDate first) =>
        new(
            "campaign-too-soon",
            Texts.RefusalTooSoon.With(Campaign.FewestDays, Day(first)),
            "answerBy"
        );

    public static Refusal TooLate(LocalDate last) =>
        new("campaign-too-late", Texts.RefusalTooLate.With(Day(last)), "answerBy");

    public static Refusal DayUnreadable(string sentence) =>
        new("campaign-day-unreadable", sentence, "answerBy");

    private static string Day(LocalDate day) =>
        day.ToString(Texts.LongDay, CultureInfo.CurrentCulture);
}
