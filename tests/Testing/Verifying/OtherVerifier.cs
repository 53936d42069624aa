using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Banyan.Testing.Processes;
using NodaTime;
using Xunit;

namespace Banyan.Testing;

/// <summary>Somebody else's program that checks a credential: Python with PyJWT and cryptography.</summary>
public static class OtherVerifier
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What it found, or why it does not believe the token.</summary>
    public sealed record Verdict(JsonElement? Found, string Problem);

    /// <summary>Why a test with it is to be skipped; null when it can run.</summary>
    public static string? Missing =>
        Programs.SkipUnless(
            Directory.Exists("/usr/lib/python3/dist-packages/jwt")
                && Directory.Exists("/usr/lib/python3/dist-packages/cryptography"),
            "python3-jwt and python3-cryptography"
        );

    public static async Task<Verdict> VerifyAsync(Uri site, Instant now, string token)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(
            Python,
            [
                Path.Combine(Repository.Root, "tests/Testing/Verifying/verify_credential.py"),
                site.ToString(),
                now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? new Verdict(JsonDocument.Parse(await output).RootElement, "")
            : new Verdict(null, await error);
    }
}
