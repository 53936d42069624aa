using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Importing;

/// <summary>The file of an import, read as its map says, with the program that it is for.</summary>
internal sealed record OpenedFile(
    PastFile? File,
    Refusal? Refusal,
    ProgramDefinition Program,
    ProgramVersionId Version,
    DateTimeZone Zone
)
{
    /// <summary>The rows without the header, as the map says.</summary>
    public IEnumerable<PastRow> Rows(ImportMap map, Instant now)
    {
        var reader = new PastRowReader(Program, map, File!.Survey, now.InZone(Zone).Date);
        return File.Table.Rows.Skip(1).Select(reader.Of);
    }
}

internal sealed class OpenFile(BanyanDb db, ProgramShelf shelf)
{
    public async Task<OpenedFile> OfAsync(PastImport import, CancellationToken ct)
    {
        var id = import.Id;
        var bytes = await db
            .ImportFiles.AsNoTracking()
            .Where(file => file.Import == id)
            .Select(file => file.Bytes)
            .SingleOrDefaultAsync(ct);
        return await OfAsync(import, bytes, import.Map, ct);
    }

    /// <param name="bytes">Null: not kept any more.</param>
    public async Task<OpenedFile> OfAsync(
        PastImport import,
        byte[]? bytes,
        ImportMap? map,
        CancellationToken ct
    )
    {
        var program = import.Program;
        var version = await db
            .Programs.Where(known => known.Id == program)
            .Select(known => known.CurrentVersion)
            .SingleAsync(ct);
        var organisation = import.Organisation;
        var home = await db.OrganisationFacts.SingleAsync(o => o.Id == organisation, ct);
        var (file, refusal) = bytes is null
            ? (null, ImportRefusals.FileGone)
            : PastFile.Read(bytes, map?.Encoding, map?.Separator, map?.Mend);
        return new OpenedFile(
            file,
            refusal,
            await shelf.DefinitionAsync(version, ct),
            version,
            home.Zone
        );
    }
}
