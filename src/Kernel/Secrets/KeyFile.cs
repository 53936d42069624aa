using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Banyan.Kernel.Secrets;

/// <summary>The keys of all secrets, outside the database: a line each, its number and 256 bits in Base64. The last one seals, all of them open.</summary>
public sealed class KeyFile(string path)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    public string Path => path;

    /// <summary>True where somebody else than its owner may read or write it. Windows is not asked.</summary>
    public bool IsOpenToOthers =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;

    /// <returns>Null where there is no file.</returns>
    /// <exception cref="SecretException">It is there and is no file of keys, or may not be read.</exception>
    public KeyRing? Read()
    {
        try
        {
            return Parse(File.ReadAllLines(path));
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable();
        }
    }

    /// <summary>Makes the file with its first key. Whoever made it at the same moment was first.</summary>
    internal KeyRing Begin()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        using (var file = new FileStream(beside, options))
            Write(file, $"# {Texts.FileHead}\n{NewLine(1)}");
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
        return Read()!;
    }

    /// <summary>Adds a key, which seals from now on. The file keeps its owner, whoever runs this.</summary>
    /// <exception cref="SecretException">It may not be written, or somebody else is writing.</exception>
    internal KeyRing Add()
    {
        try
        {
            using var turn = new FileStream(
                $"{path}.lock",
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            var next = Read()!.Newest + 1;
            using (
                var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)
            )
                Write(file, NewLine(next));
            return Read()!;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SecretException(
                SecretException.Fill(Texts.FileNotWritten, path, problem.Message)
            );
        }
    }

    private KeyRing Parse(string[] lines)
    {
        var keys = new SortedDictionary<int, byte[]>();
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (ParseLine(line) is not var (number, key) || !keys.TryAdd(number, key))
                throw Unreadable();
        }
        return keys.Count > 0 ? new KeyRing(keys) : throw Unreadable();
    }

    private static (int Number, byte[] Key)? ParseLine(string line)
    {
        var key = new byte[KeyRing.KeySize];
        return
            line.Split(' ') is [var number, var text]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            && Convert.TryFromBase64String(text, key, out var length)
            && length == key.Length
            ? (read, key)
            : null;
    }

    private static string NewLine(int number) =>
        FormattableString.Invariant(
            $"{number} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyRing.KeySize))}\n"
        );

    // On the disk before anything is sealed with it.
    private static void Write(FileStream file, string text)
    {
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private SecretException Unreadable() => new(SecretException.Fill(Texts.FileUnreadable, path));
}
