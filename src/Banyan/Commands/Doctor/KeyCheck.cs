using Banyan.Kernel.Data;
using Banyan.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Commands.Doctor;

/// <summary>Whether the file of keys is there, holds what the database was sealed with, and is nobody else's to read.</summary>
internal static class KeyCheck
{
    private const string Name = "secret keys";

    public static async Task<Finding> RunAsync(BanyanDb db, string path, CancellationToken ct)
    {
        var file = new KeyFile(path);
        var known = await db.SecretKeys.AsNoTracking().ToListAsync(ct);
        try
        {
            if (file.Read() is not { } ring)
                return known.Count == 0
                    ? Finding.Fine(Name, Texts.KeysLater)
                    : new Finding(
                        Colour.Red,
                        Name,
                        Finding.Fill(Texts.KeysMissing, path),
                        Texts.KeysRemedy
                    );
            if (KeysFound.Missing(ring, known) is { } missing)
                return new Finding(
                    Colour.Red,
                    Name,
                    Finding.Fill(Texts.KeysOther, path, missing),
                    Texts.KeysRemedy
                );
            return file.IsOpenToOthers
                ? new Finding(
                    Colour.Red,
                    Name,
                    Finding.Fill(Texts.KeysOpen, path),
                    Finding.Fill(Texts.KeysOpenRemedy, path)
                )
                : Finding.Fine(Name, Finding.Fill(Texts.KeysFine, path, ring.Newest));
        }
        catch (SecretException problem)
        {
            return new Finding(Colour.Red, Name, problem.Message, Texts.KeysRemedy);
        }
    }
}
