using Banyan.Kernel.Data;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Attachments.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Attachments;

/// <summary>Hands a file out to be kept, never to be shown: whatever else it may be besides what it says, no browser runs it here.</summary>
internal static class FileDownload
{
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <param name="files">Those that the viewer may have.</param>
    public static async Task<IActionResult> OfAsync(
        BanyanDb db,
        IQueryable<Attachment> files,
        Guid id,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var found = await (
            from file in files.AsNoTracking()
            where file.Id == id && file.RemovedAt == null
            join content in db.AttachedBytes on file.Id equals content.Attachment
            select new
            {
                file.Name,
                file.Kind,
                content.Bytes,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return new NotFoundResult();
        response.Headers.ContentSecurityPolicy = Policy;
        return new FileContentResult(found.Bytes, found.Kind.MediaType())
        {
            FileDownloadName = found.Name,
        };
    }
}
