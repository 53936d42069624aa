using System.Text.Json.Nodes;
using Banyan.Kernel.Web;
using Banyan.Partnering.Credentials.Domain;
using NodaTime;

namespace Banyan.Partnering.Credentials;

/// <summary>The list of those whose partnership does not stand, as a Bitstring Status List (W3C recommendation of 15 May 2025).</summary>
internal static class StatusListCredential
{
    /// <summary>Not revocation, which could never be taken back.</summary>
    public const string Purpose = "suspension";

    /// <summary>Seconds, as in the headers.</summary>
    private const int FreshFor = 300;

    // Between hours it says the same, so that whoever has it need not fetch it again; an old one is worth nothing after a day.
    private static readonly Duration s_validFor = Duration.FromHours(25);

    /// <param name="zipped">The bits by gzip.</param>
    public static JsonObject Of(byte[] zipped, Instant now, SiteAddress site)
    {
        var id = site.Of(CredentialLinks.StatusList);
        var hour = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        var end = hour + s_validFor;
        return new JsonObject
        {
            ["@context"] = new JsonArray(PartnerCredential.Context),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = site.Of("/"),
            ["validFrom"] = PartnerCredential.Stamp(hour),
            ["validUntil"] = PartnerCredential.Stamp(end),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{id}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = Purpose,
                // u: base64url without padding, by the table of multibase.
                ["encodedList"] = $"u{Base64Url.Of(zipped)}",
                ["ttl"] = FreshFor * 1000,
            },
            ["iss"] = site.Of("/"),
            ["nbf"] = hour.ToUnixTimeSeconds(),
            ["exp"] = end.ToUnixTimeSeconds(),
        };
    }
}
