using System.Text;
using Banyan.Kernel.Data;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Importing;

/// <summary>The foundation with its program, and Marie of the staff with a file.</summary>
internal static class ImportWorld
{
    public const string Imports = "/settings/programs/psf-community-partner/imports";

    /// <summary>A row for each title, sent by the same number of people on the days of January 2024.</summary>
    public static string Simple(params IReadOnlyList<string> titles) =>
        "Timestamp,Email,Title,Outcome\n"
        + string.Concat(
            titles.Select(
                (title, at) => $"2024-01-{at + 1:00},past{at}@example.org,{title},approved\n"
            )
        );

    public static byte[] Table(string name) =>
        File.ReadAllBytes(
            Path.Combine(Repository.Root, "tests", "Rules.Tests", "Importing", "Tables", name)
        );

    public static async Task<(BanyanHost Host, Visitor Marie)> StartAsync(DatabaseKind database)
    {
        var host = await BanyanHost.StartAsync(database);
        await host.FoundAsync();
        return (host, await host.SignedInAsync(World.Marie.Address));
    }

    /// <summary>Uploads a file and has it read.</summary>
    public static async Task<Visitor> UploadAsync(
        this Visitor visitor,
        BanyanHost host,
        string name,
        byte[] bytes
    )
    {
        await visitor.Visit($"{Imports}/upload");
        await visitor.Attach("File", name, "text/csv", bytes).Press("Upload");
        visitor.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        return await visitor.Visit(visitor.Path);
    }

    public static Task<Visitor> UploadAsync(this Visitor visitor, BanyanHost host, string text) =>
        visitor.UploadAsync(host, "past.csv", Encoding.UTF8.GetBytes(text));

    /// <summary>Says that the columns mean what is suggested, and has the rows looked through.</summary>
    public static async Task<Visitor> CheckAsync(this Visitor visitor, BanyanHost host)
    {
        await visitor.Follow("Say what the columns mean");
        await visitor.Press("Look what would come of it");
        visitor.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        return await visitor.Visit(visitor.Path);
    }

    public static async Task<Visitor> TakeInAsync(
        this Visitor visitor,
        BanyanHost host,
        string? like = null
    )
    {
        await visitor.Follow("Take the rows in");
        if (like is not null)
            visitor.ChooseByName("like", like);
        await visitor.Press("Take them in");
        visitor.Problems().ShouldBeEmpty();
        await host.WorkAsync();
        return await visitor.Visit(visitor.Path);
    }

    /// <summary>All four steps.</summary>
    public static async Task<Visitor> ImportAsync(
        this Visitor visitor,
        BanyanHost host,
        string text
    )
    {
        await visitor.UploadAsync(host, text);
        await visitor.CheckAsync(host);
        return await visitor.TakeInAsync(host);
    }

    public static Task<PastImport> LatestAsync(this BanyanHost host) =>
        host.DbAsync(db =>
            db.Imports.AsNoTracking()
                .OrderByDescending(import => import.Id)
                .FirstAsync(TestContext.Current.CancellationToken)
        );
}
