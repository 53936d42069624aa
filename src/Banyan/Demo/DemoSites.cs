using System.Net;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Checks.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Demo;

/// <summary>The websites that the demo's communities would have. They are read and judged as any other; only the way out is left out, for none of them exists.</summary>
internal static class DemoSites
{
    /// <summary>Looks at the addresses that the application names.</summary>
    public static async Task LookAsync(Scene scene, DemoApplication at)
    {
        var kinds = (CheckKind[])[CheckKind.Site, CheckKind.CodeOfConduct];
        foreach (var kind in kinds)
            await scene.AsAsync(
                at.Organiser,
                async services =>
                {
                    var db = services.GetRequiredService<BanyanDb>();
                    var id = await db
                        .Applications.Where(a => a.Reference == at.Reference)
                        .Select(a => a.Id)
                        .SingleAsync(scene.Ct);
                    var check = await db.Checks.SingleAsync(
                        c => c.Application == id && c.Kind == kind,
                        scene.Ct
                    );
                    return check.Found(Judge(at, check, scene.Now), scene.Now);
                }
            );
    }

    /// <summary>What a look at the home page finds.</summary>
    public static CheckFinding Look(DemoApplication at, Instant now) =>
        WebAddress.TryRead(at.Website, out var address, out _)
            ? SiteCheck.Judge(Page(address, Home(at), now))
            : throw new InvalidOperationException(at.Website);

    private static CheckFinding Judge(DemoApplication at, Check check, Instant now)
    {
        if (!WebAddress.TryRead(check.Address, out var address, out _))
            throw new InvalidOperationException(check.Address);
        return check.Kind == CheckKind.CodeOfConduct
            ? CodeOfConductCheck.Judge(Page(address, Conduct(at), now))
            : SiteCheck.Judge(Page(address, Home(at), now));
    }

    private static string Home(DemoApplication at) =>
        $"""
            <!doctype html>
            <title>{WebUtility.HtmlEncode(at.Title)}</title>
            <h1>{WebUtility.HtmlEncode(at.Title)}</h1>
            <p>{WebUtility.HtmlEncode(at.Description)}</p>
            """;

    private static string Conduct(DemoApplication at) =>
        $"""
            <!doctype html>
            <title>Code of conduct</title>
            <h1>Code of conduct of {WebUtility.HtmlEncode(at.Title)}</h1>
            <p>Everybody is welcome here. We treat each other kindly, listen before we speak, and help whoever is new.</p>
            {(at.Receiver is { } receiver
                ? $"<p>To report a problem, write to conduct@{new Uri(at.Website).Host}. {WebUtility.HtmlEncode(receiver)}</p>"
                : "<p>Insults, harassment and unwanted pictures have no place here, on stage and off it.</p>")}
            """;

    private static EgressAnswer Page(WebAddress address, string html, Instant now) =>
        new()
        {
            At = now,
            FinalAddress = address,
            Status = HttpStatusCode.OK,
            ContentType = "text/html",
            Text = html,
            Hops = [address],
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))),
        };
}
