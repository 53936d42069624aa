using System.Globalization;

namespace Banyan.Commands;

/// <summary>Files that a command names.</summary>
internal static class CommandFiles
{
    /// <summary>Null where it cannot be read; standard error then says why.</summary>
    public static async Task<byte[]?> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(
                string.Format(
                    CultureInfo.CurrentCulture,
                    Texts.FileUnreadable,
                    path,
                    problem.Message
                )
            );
            return null;
        }
    }
}
