using System.Buffers.Binary;
using System.Text;

namespace Banyan.Partnering.Attachments.Domain;

/// <summary>The names in the directory at the end of a ZIP file (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Nothing of it is unpacked.</summary>
internal static class ZipNames
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int MostNames = 10_000;
    private const int LongestComment = 65_535;

    /// <returns>Empty for what holds no readable directory.</returns>
    public static List<string> Of(ReadOnlySpan<byte> file)
    {
        var names = new List<string>();
        var end = EndOf(file);
        if (end < 0)
            return names;
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        while (at + EntrySize <= end && names.Count < MostNames)
        {
            var entry = file[(int)at..end];
            if (!entry.StartsWith("PK\u0001\u0002"u8))
                break;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            var extra = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            if (EntrySize + name > entry.Length)
                break;
            names.Add(Encoding.UTF8.GetString(entry.Slice(EntrySize, name)));
            at += EntrySize + name + extra + comment;
        }
        return names;
    }

    private static int EndOf(ReadOnlySpan<byte> file)
    {
        var first = Math.Max(0, file.Length - EndSize - LongestComment);
        for (var at = file.Length - EndSize; at >= first; at--)
            if (file[at..].StartsWith("PK\u0005\u0006"u8))
                return at;
        return -1;
    }
}
