using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>Every expected "no" of a partnership.</summary>
internal static class PartnershipRefusals
{
    public static Refusal NoSuchCondition => new("condition-none", Texts.RefusalNoSuchCondition);
    public static Refusal NoVerdict => new("condition-no-verdict", Texts.RefusalNoVerdict);
    public static Refusal SayWhatWasDone =>
        new("condition-say-what", Texts.RefusalSayWhatWasDone, "words");
    public static Refusal SayWhyWaived =>
        new("condition-say-why", Texts.RefusalSayWhyWaived, "note");
    public static Refusal SayWhatCameOfIt =>
        new("look-again-say-what", Texts.RefusalSayWhatCameOfIt, "words");
    public static Refusal NothingToLookAt =>
        new("look-again-nothing", Texts.RefusalNothingToLookAt);

    public static Refusal WordsTooLong(int length) =>
        new(
            "condition-words-too-long",
            string.Format(
                CultureInfo.CurrentCulture,
                Texts.RefusalWordsTooLong,
                PartnershipCondition.Most,
                length
            ),
            "words"
        );
}
