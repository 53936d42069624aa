using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Membership.People.Domain;

internal static class Refusals
{
    public static Refusal RhythmMissing(string kind) =>
        new("rhythm-missing", Texts.RefusalRhythmMissing, kind);

    public static Refusal ZoneUnknown(string zone) =>
        new("zone-unknown", Texts.RefusalZoneUnknown.With(zone), "zone");

    public static Refusal NameMissing => new("name-missing", Texts.RefusalNameMissing, "name");
    public static Refusal NameTooLong => new("name-too-long", Texts.RefusalNameTooLong, "name");

    /// <summary>One sentence for a wrong code, an old one, one used already and one tried too often: it tells nothing to somebody who guesses.</summary>
    public static Refusal CodeWrong => new("code-wrong", Texts.RefusalCodeWrong, "code");

    public static Refusal CodeUnreadable =>
        new("code-unreadable", Texts.RefusalCodeUnreadable, "code");

    public static Refusal Email(EmailProblem problem) =>
        new("email-unreadable", problem.Sentence(), "email");
}
