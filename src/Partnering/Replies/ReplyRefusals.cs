using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Replies;

/// <summary>What the mail server tells the sender of an answer that we do not take.</summary>
internal static class ReplyRefusals
{
    public static Refusal NotRead => new("reply-not-read", Texts.NotRead);
    public static Refusal NoKey => new("reply-no-key", Texts.NoKey);
    public static Refusal NoSuchCase => new("reply-no-such-case", Texts.NoSuchCase);
    public static Refusal OtherSender => new("reply-other-sender", Texts.OtherSender);
    public static Refusal NoWords => new("reply-no-words", Texts.NoWords);

    public static Refusal TooLong(int letters) =>
        new("reply-too-long", Texts.TooLong.With(letters, ThreadEntry.Most));

    public static Refusal TooMany => new("reply-too-many", Texts.TooMany);
    public static Refusal TooLarge => new("reply-too-large", Texts.TooLarge);
}
