using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Programs;

/// <summary>The program file that comes with Banyan, installed on a host.</summary>
internal static class PsfProgram
{
    public const string Page = "/programs/psf-community-partner";
    public const string Eligibility = "/programs/psf-community-partner/eligibility";

    public static string Path
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (
                !Directory.Exists(System.IO.Path.Combine(folder!.FullName, "programs"))
                || !File.Exists(
                    System.IO.Path.Combine(
                        folder.FullName,
                        "programs",
                        "psf-community-partner.yaml"
                    )
                )
            )
                folder = folder.Parent;
            return System.IO.Path.Combine(
                folder.FullName,
                "programs",
                "psf-community-partner.yaml"
            );
        }
    }

    public static Task<BanyanHost> HostAsync(DatabaseKind database = DatabaseKind.Sqlite) =>
        HostAsync(database, text => text);

    /// <param name="change">What a test wants other than the file has it.</param>
    public static async Task<BanyanHost> HostAsync(
        DatabaseKind database,
        Func<string, string> change
    )
    {
        var host = await BanyanHost.StartAsync(database);
        var ct = TestContext.Current.CancellationToken;
        var text = change(await File.ReadAllTextAsync(Path, ct));
        await using var scope = host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                System.Text.Encoding.UTF8.GetBytes(text),
                new NewOrganisation("Python Software Foundation", "UTC"),
                host.Clock.Now,
                ct
            );
        applied.Refusal.ShouldBeNull();
        return host;
    }
}
