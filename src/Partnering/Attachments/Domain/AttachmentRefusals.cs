using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Attachments.Domain;

internal static class AttachmentRefusals
{
    public static Refusal TooMany(string field) =>
        new("files-too-many", Texts.RefusalTooMany.With(Attachment.Most), field);

    public static Refusal TooLarge(string name, string field) =>
        new(
            "file-too-large",
            Texts.RefusalTooLarge.With(name, Attachment.Largest / 1_000_000),
            field
        );

    public static Refusal CaseFull(string field) =>
        new(
            "files-case-full",
            Texts.RefusalCaseFull.With(Attachment.MostOfCase / 1_000_000),
            field
        );

    public static Refusal Unknown(string name, string field) =>
        new("file-kind-unknown", Texts.RefusalUnknown.With(name), field);

    public static Refusal RemovedAlready => new("file-removed-already", Texts.RefusalRemoved);
}
