using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Leaving;

/// <summary>What a page of leaving asks for before the partnership is asked.</summary>
internal static class LeavingRefusals
{
    public static Refusal SayWhatChanges =>
        new("partner-say-what-changes", Texts.RefusalWhatChanges, "what");
    public static Refusal SayWhetherHeard =>
        new("partner-say-whether-heard", Texts.RefusalHearing, "hearing");
    public static Refusal SayVerdict => new("partner-say-verdict", Texts.RefusalVerdict, "verdict");
}
