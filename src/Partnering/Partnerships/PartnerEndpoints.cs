using System.Text.Encodings.Web;
using System.Text.Json;
using Banyan.Kernel.Access;
using Banyan.Kernel.Web;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Banyan.Partnering.Partnerships;

/// <summary>Badge and verification for machines. They stand on other sites, so these answers may be read from any origin, and say the truth of this day.</summary>
internal static class PartnerEndpoints
{
    private const string ShortTime = "public, max-age=300";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // People open these answers in a browser; they are JSON, never HTML, so letters beyond ASCII stay readable.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void MapPartnerships(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapMethods("/badge/{code}.svg", Reading, PictureAsync)
            .WithMetadata(new PublicAttribute());
        endpoints
            .MapMethods("/badge/{code}.json", Reading, ShieldAsync)
            .WithMetadata(new PublicAttribute());
        endpoints
            .MapMethods("/verify/{code}.json", Reading, VerifyAsync)
            .WithMetadata(new PublicAttribute());
    }

    private static async Task PictureAsync(string code, PartnerRecords records, HttpContext context)
    {
        AllowEverywhere(context, readable: false);
        if (await records.FindAsync(code, context.RequestAborted) is not { } partner)
            await NotFoundAsync(context);
        else
            await EntityTag.WriteAsync(
                context,
                "image/svg+xml; charset=utf-8",
                Badge.Draw(partner),
                ShortTime
            );
    }

    private static async Task ShieldAsync(string code, PartnerRecords records, HttpContext context)
    {
        AllowEverywhere(context, readable: true);
        if (await records.FindAsync(code, context.RequestAborted) is not { } partner)
            await NotFoundAsync(context);
        else
            await WriteAsync(
                context,
                new Shield(
                    1,
                    partner.Program.Name.ToString(),
                    StandingWords.OnBadge(partner),
                    Badge.Colour(partner.Standing)
                )
            );
    }

    private static async Task VerifyAsync(
        string code,
        PartnerRecords records,
        SiteAddress site,
        HttpContext context
    )
    {
        AllowEverywhere(context, readable: true);
        if (await records.FindAsync(code, context.RequestAborted) is not { } partner)
            await NotFoundAsync(context);
        else
            await WriteAsync(
                context,
                new Verification
                {
                    Id = partner.Code,
                    IsPartner = partner.Standing.IsCurrent(),
                    Standing = StandingWords.Code(partner.Standing),
                    Answer = StandingWords.Answer(partner),
                    Title = partner.Title,
                    Organisation = partner.Organisation,
                    Program = partner.Program.Name.ToString(),
                    From = StandingWords.Iso(partner.Begins),
                    Until = partner.Until is { } until ? StandingWords.Iso(until) : null,
                    Page = site.Of(PartnerLinks.Show(partner.Code)),
                }
            );
    }

    internal static void AllowEverywhere(HttpContext context, bool readable)
    {
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (readable)
            context.Response.Headers.AccessControlAllowOrigin = "*";
    }

    private static Task WriteAsync<T>(HttpContext context, T answer) =>
        EntityTag.WriteAsync(
            context,
            "application/json; charset=utf-8",
            JsonSerializer.SerializeToUtf8Bytes(answer, Json),
            ShortTime
        );

    /// <summary>Words of its own, so that no page is drawn for a picture.</summary>
    internal static Task NotFoundAsync(HttpContext context) =>
        SayAsync(context, StatusCodes.Status404NotFound, Texts.NoSuchPartnership);

    internal static Task SayAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(words + "\n", context.RequestAborted);
    }

    /// <summary>The schema of an endpoint badge of shields.</summary>
    private sealed record Shield(int SchemaVersion, string Label, string Message, string Color);

    private sealed record Verification
    {
        public required string Id { get; init; }
        public required bool IsPartner { get; init; }

        /// <summary>partner, renewal-due, alumni or not-current.</summary>
        public required string Standing { get; init; }
        public required string Answer { get; init; }
        public required string Title { get; init; }
        public required string Organisation { get; init; }
        public required string Program { get; init; }
        public required string From { get; init; }

        /// <summary>The last day of the term; null where it stands until either side ends it.</summary>
        public required string? Until { get; init; }
        public required string Page { get; init; }
    }
}
