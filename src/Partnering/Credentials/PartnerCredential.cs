using System.Globalization;
using System.Text.Json.Nodes;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Partnering.Credentials.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Credentials;

/// <summary>What a badge says of a partnership to machines: an Open Badges 3.0 credential in the model of Verifiable Credentials 2.0. docs/reference/credential.md tells each member.</summary>
internal static class PartnerCredential
{
    public const string Context = "https://www.w3.org/ns/credentials/v2";
    private const string BadgeContext =
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private const string BadgeSchema =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    public static JsonObject Of(PartnerFacts partner, SiteAddress site)
    {
        var id = site.Of(CredentialLinks.Credential(partner.Code));
        var issuer = site.Of(CredentialLinks.Issuer(partner.Program.Organisation));
        var subject = WebAddress.TryRead(partner.Website, out var website, out _)
            ? website.Canonical
            : site.Of(PartnerLinks.Show(partner.Code));
        var program = site.Of(ProgramLinks.Show(partner.Program.Slug));
        var list = site.Of(CredentialLinks.StatusList);
        var from = partner.Zone.AtStartOfDay(partner.Begins).ToInstant();
        // The last day counts whole.
        var until = partner.Until is { } last
            ? partner.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant()
            : (Instant?)null;
        var credential = new JsonObject
        {
            ["@context"] = new JsonArray(Context, BadgeContext),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = StandingWords.Fill(
                Texts.CredentialName,
                partner.Title,
                partner.Organisation
            ),
            ["issuer"] = new JsonObject
            {
                ["id"] = issuer,
                ["type"] = new JsonArray("Profile"),
                ["name"] = partner.Organisation,
                ["url"] = issuer,
            },
            ["validFrom"] = Stamp(from),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = subject,
                ["type"] = new JsonArray("AchievementSubject"),
                ["achievement"] = new JsonObject
                {
                    ["id"] = program,
                    ["type"] = new JsonArray("Achievement"),
                    ["name"] = In(partner.Program.Name),
                    ["description"] = In(partner.Program.Summary),
                    ["criteria"] = new JsonObject { ["id"] = program },
                    ["image"] = new JsonObject
                    {
                        ["id"] = site.Of(PartnerLinks.Badge(partner.Code)),
                        ["type"] = "Image",
                    },
                },
            },
            ["credentialStatus"] = new JsonObject
            {
                ["id"] = $"{list}#{Place(partner)}",
                ["type"] = "BitstringStatusListEntry",
                ["statusPurpose"] = StatusListCredential.Purpose,
                ["statusListIndex"] = Place(partner),
                ["statusListCredential"] = list,
            },
            ["credentialSchema"] = new JsonArray(
                new JsonObject { ["id"] = BadgeSchema, ["type"] = "1EdTechJsonSchemaValidator2019" }
            ),
            ["iss"] = issuer,
            ["jti"] = id,
            ["sub"] = subject,
            ["nbf"] = from.ToUnixTimeSeconds(),
        };
        if (until is { } end)
        {
            credential["validUntil"] = Stamp(end);
            credential["exp"] = end.ToUnixTimeSeconds();
        }
        return credential;
    }

    internal static string Stamp(Instant at) => InstantPattern.General.Format(at);

    private static string Place(PartnerFacts partner) =>
        partner.StatusIndex.ToString(CultureInfo.InvariantCulture);

    // What is signed says the same to everybody.
    private static string In(Kernel.Text.LocalText text) =>
        text.In(CultureInfo.GetCultureInfo("en-GB"));
}
