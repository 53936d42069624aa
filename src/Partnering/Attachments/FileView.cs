using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Attachments.Domain;

namespace Banyan.Partnering.Attachments;

/// <summary>A file as it stands below an entry.</summary>
/// <param name="Href">Null once its content is gone.</param>
/// <param name="RemoveHref">For whoever may take its content away.</param>
internal sealed record FileView(string Name, string Size, string? Href, string? RemoveHref)
{
    /// <param name="page">Of the case or application.</param>
    public static FileView Of(Attachment file, string page, bool mayRemove)
    {
        var href = string.Create(CultureInfo.InvariantCulture, $"{page}/files/{file.Id:n}");
        var there = file.RemovedAt is null;
        return new(
            file.Name,
            SizeOf(file.Size),
            there ? href : null,
            there && mayRemove ? $"{href}/remove" : null
        );
    }

    private static string SizeOf(int bytes) =>
        bytes < 1_000_000
            ? Texts.SizeKilobytes.With(Math.Max(1, (bytes + 500) / 1000))
            : Texts.SizeMegabytes.With(bytes / 1_000_000.0);
}
