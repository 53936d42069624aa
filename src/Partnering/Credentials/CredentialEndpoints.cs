using System.Text.Json;
using System.Text.Json.Nodes;
using Banyan.Kernel.Access;
using Banyan.Kernel.Secrets;
using Banyan.Kernel.Web;
using Banyan.Partnering.Credentials.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Banyan.Partnering.Credentials;

/// <summary>The credential of a partnership, the list of those that do not stand, and the public keys of both. Any origin may read them.</summary>
internal static partial class CredentialEndpoints
{
    private const string ShortTime = "public, max-age=300";
    private const string Token = "application/vc+jwt";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void MapCredentials(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/verify/{code}/credential.jwt", CredentialAsync);
        Map(endpoints, CredentialLinks.StatusList, StatusListAsync);
        Map(endpoints, CredentialLinks.Keys, KeysAsync);
        Map(endpoints, "/.well-known/jwks/{thumbprint}.json", KeyAsync);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string pattern, Delegate answer) =>
        endpoints.MapMethods(pattern, Reading, answer).WithMetadata(new PublicAttribute());

    private static async Task CredentialAsync(
        string code,
        PartnerRecords records,
        SignCredentials sign,
        HttpContext context
    )
    {
        if (await records.FindAsync(code, context.RequestAborted) is not { } partner)
            await PartnerEndpoints.NotFoundAsync(context);
        else
            await SignedAsync(context, () => sign.PartnerAsync(partner, context.RequestAborted));
    }

    private static Task StatusListAsync(SignCredentials sign, HttpContext context) =>
        SignedAsync(context, () => sign.StatusListAsync(context.RequestAborted));

    private static async Task KeysAsync(SigningKeys keys, SiteAddress site, HttpContext context)
    {
        var all = await keys.AllAsync(context.RequestAborted);
        await WriteAsync(
            context,
            new JsonObject { ["keys"] = new JsonArray([.. all.Select(key => Public(key, site))]) }
        );
    }

    private static async Task KeyAsync(
        string thumbprint,
        SigningKeys keys,
        SiteAddress site,
        HttpContext context
    )
    {
        if (await keys.FindAsync(thumbprint, context.RequestAborted) is { } key)
            await WriteAsync(context, Public(key, site));
        else
            await PartnerEndpoints.SayAsync(
                context,
                StatusCodes.Status404NotFound,
                Texts.NoSuchKey
            );
    }

    private static JsonObject Public(SigningKey key, SiteAddress site) =>
        new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = site.Of(CredentialLinks.Key(key.Thumbprint)),
            ["n"] = key.Modulus,
            ["e"] = key.Exponent,
        };

    private static async Task SignedAsync(HttpContext context, Func<Task<byte[]?>> sign)
    {
        byte[]? token;
        try
        {
            token = await sign();
        }
        catch (SecretException problem)
        {
            CannotSign(
                context.RequestServices.GetRequiredService<ILogger<SigningKeys>>(),
                problem.Message
            );
            context.Response.Headers.RetryAfter = "300";
            await PartnerEndpoints.SayAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                Texts.CannotSign
            );
            return;
        }
        if (token is null)
        {
            await PartnerEndpoints.SayAsync(
                context,
                StatusCodes.Status404NotFound,
                Texts.NothingSigned
            );
            return;
        }
        PartnerEndpoints.AllowEverywhere(context, readable: true);
        await EntityTag.WriteAsync(context, Token, token, ShortTime);
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        PartnerEndpoints.AllowEverywhere(context, readable: true);
        return EntityTag.WriteAsync(
            context,
            "application/json; charset=utf-8",
            JsonSerializer.SerializeToUtf8Bytes(answer, Indented),
            ShortTime
        );
    }

    [LoggerMessage(LogLevel.Error, "nothing can be signed: {Problem}")]
    private static partial void CannotSign(ILogger log, string problem);
}
