using Banyan.Kernel.Text;

namespace Banyan.Partnering.Attachments;

/// <summary>What a mail says of the files that came along: it carries none, the page does.</summary>
internal static class FileWords
{
    public static IEnumerable<string> Of(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [Texts.MailFiles.With(string.Join(", ", names))];
}
