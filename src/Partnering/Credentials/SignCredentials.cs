using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Partnering.Credentials.Domain;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Credentials;

/// <summary>Signed answers, as compact tokens (RFC 7515). The same facts and the same key give the same bytes.</summary>
internal sealed class SignCredentials(BanyanDb db, SigningKeys keys, SiteAddress site, IClock clock)
{
    // The payload is what gets signed, never markup: names in other letters stay readable.
    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>Null where the site has no key to sign with.</returns>
    public Task<byte[]?> PartnerAsync(PartnerFacts partner, CancellationToken ct) =>
        SignAsync("JWT", PartnerCredential.Of(partner, site), ct);

    /// <returns>Null where the site has no key to sign with.</returns>
    public async Task<byte[]?> StatusListAsync(CancellationToken ct)
    {
        var setting = StatusBits.Setting;
        var places = await db
            .Partnerships.Where(partner => setting.Contains(partner.State))
            .Select(partner => partner.StatusIndex)
            .ToListAsync(ct);
        var now = clock.GetCurrentInstant();
        return await SignAsync(
            "vc+jwt",
            StatusListCredential.Of(Zipped(StatusBits.Of(places)), now, site),
            ct
        );
    }

    private async Task<byte[]?> SignAsync(string type, JsonObject payload, CancellationToken ct)
    {
        if (await keys.CurrentAsync(ct) is not { } key)
            return null;
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = site.Of(CredentialLinks.Key(key.Thumbprint)),
            ["typ"] = type,
        };
        var signed = $"{Part(header)}.{Part(payload)}";
        var signature = keys.Sign(key, Encoding.ASCII.GetBytes(signed));
        return Encoding.ASCII.GetBytes($"{signed}.{Base64Url.Of(signature)}");
    }

    private static string Part(JsonObject json) =>
        Base64Url.Of(Encoding.UTF8.GetBytes(json.ToJsonString(Written)));

    private static byte[] Zipped(byte[] bits)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bits);
        return zipped.ToArray();
    }
}
