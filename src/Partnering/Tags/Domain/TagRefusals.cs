using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Tags.Domain;

internal static class TagRefusals
{
    public static Refusal Missing => new("tag-missing", Texts.RefusalMissing, "tag");
    public static Refusal TooLong =>
        new("tag-too-long", Texts.RefusalTooLong.With(CaseTag.WordLength), "tag");
    public static Refusal TooMany =>
        new("tag-too-many", Texts.RefusalTooMany.With(CaseTag.MostOnOne), "tag");

    public static Refusal There(string word) =>
        new("tag-there", Texts.RefusalThere.With(word), "tag");

    public static Refusal NotThere => new("tag-not-there", Texts.RefusalNotThere, "tag");
}
