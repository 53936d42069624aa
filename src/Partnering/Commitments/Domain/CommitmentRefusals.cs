using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Commitments.Domain;

/// <summary>Every expected "no" of the board of commitments.</summary>
internal static class CommitmentRefusals
{
    public static Refusal NotOpen => new("commitment-not-open", Texts.RefusalNotOpen);
    public static Refusal NotKept => new("commitment-not-kept", Texts.RefusalNotKept);
    public static Refusal SayWhatWasDone =>
        new("commitment-say-what", Texts.RefusalSayWhat, "words");
    public static Refusal GiveLink => new("commitment-give-link", Texts.RefusalGiveLink, "link");
    public static Refusal SayWhatOrWhere =>
        new("commitment-say-what-or-where", Texts.RefusalSayWhatOrWhere, "words");
    public static Refusal SayWhy => new("commitment-say-why", Texts.RefusalSayWhy, "reason");

    public static Refusal NoLink(string sentence) => new("commitment-link", sentence, "link");

    public static Refusal TooLong(int length, string field) =>
        new(
            "commitment-too-long",
            string.Format(
                CultureInfo.CurrentCulture,
                Texts.RefusalTooLong,
                PartnerCommitment.Most,
                length
            ),
            field
        );
}
