namespace Banyan.Faults.Tests.PowerCuts;

/// <summary>A disk as a power cut leaves it: what was synced is there, and of the rest anything or nothing, whole or torn.</summary>
/// <param name="logIsSynced">False: as without synchronous=FULL, the log is synced before its pages go into the database and when it begins anew, and at no other time.</param>
internal sealed class Disk(string folder, bool logIsSynced)
{
    public const string Database = "banyan.db";
    private const string Log = "banyan.db-wal";
    private const int Sector = 512;
    private static readonly string[] Files = [Database, Log];
    private readonly Dictionary<string, MemoryStream> durable = Files.ToDictionary(
        file => file,
        _ => new MemoryStream(),
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, List<FileDeed>> pending = Files.ToDictionary(
        file => file,
        _ => new List<FileDeed>(),
        StringComparer.Ordinal
    );

    /// <summary>What lay there before.</summary>
    public void Lay(string file, byte[] bytes) => durable[file].Write(bytes);

    public void Do(FileDeed deed)
    {
        var file = Path.GetFileName(deed.File);
        if (!deed.IsSync)
        {
            if (!logIsSynced && file == Database)
                Sync(Log);
            pending[file].Add(deed);
        }
        else if (logIsSynced || file != Log || BeginsAnew(pending[file]))
            Sync(file);
    }

    private static bool BeginsAnew(List<FileDeed> waiting) =>
        waiting.Exists(deed => deed is { Offset: 0, Data: not null });

    /// <summary>The power goes now; the files stand in the folder afterwards.</summary>
    public void Cut(Random random)
    {
        foreach (var file in Files)
        {
            using var left = new MemoryStream();
            durable[file].WriteTo(left);
            foreach (var deed in pending[file])
                switch (random.Next(5))
                {
                    case 0 or 1:
                        break;
                    case 2:
                        Apply(left, deed, Sector * random.Next(8));
                        break;
                    default:
                        Apply(left, deed, int.MaxValue);
                        break;
                }
            File.WriteAllBytes(Path.Combine(folder, file), left.ToArray());
        }
    }

    private void Sync(string file)
    {
        foreach (var deed in pending[file])
            Apply(durable[file], deed, int.MaxValue);
        pending[file].Clear();
    }

    private static void Apply(MemoryStream file, FileDeed deed, int most)
    {
        if (deed.Length is { } length)
        {
            file.SetLength(length);
            return;
        }
        file.Position = deed.Offset;
        file.Write(deed.Data!, 0, Math.Min(deed.Data!.Length, most));
    }
}
