using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Attachments.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>The thread as the desk reads it, with its files, in one statement.</summary>
internal static class ReadThread
{
    /// <param name="lanes">Those that the viewer reads.</param>
    /// <param name="removing">Those of which they may take away a file.</param>
    public static async Task<IReadOnlyList<EntryView>> OfAsync(
        BanyanDb db,
        Application application,
        IReadOnlyList<Audience> lanes,
        IReadOnlyList<Audience> removing,
        CancellationToken ct
    )
    {
        var id = application.Id;
        var files = db.Attachments.AsNoTracking();
        var entries = await db.Set<ThreadEntry>()
            .AsNoTracking()
            .Where(entry => entry.Application == id && lanes.Contains(entry.Audience))
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Id)
            .Select(entry => new
            {
                Entry = entry,
                Files = files
                    .Where(file => file.Entry == entry.Id)
                    .OrderBy(file => file.Id)
                    .ToList(),
            })
            .ToListAsync(ct);
        var page = CaseLinks.Show(application.Reference);
        return
        [
            .. entries.Select(each => new EntryView(
                Lanes.Shown(each.Entry.Audience),
                each.Entry.Name,
                each.Entry.At,
                each.Entry.Words,
                [
                    .. each.Files.Select(file =>
                        FileView.Of(file, page, removing.Contains(each.Entry.Audience))
                    ),
                ]
            )),
        ];
    }
}
