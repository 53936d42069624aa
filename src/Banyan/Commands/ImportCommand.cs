using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Commands;

/// <summary><c>banyan import applications FILE --map MAP</c>: what was decided before this site was used.</summary>
internal static class ImportCommand
{
    public static Command Make(string[] settings) =>
        new("import", Texts.Import) { Applications(settings) };

    private static Command Applications(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = Texts.ImportFile };
        var map = new Option<string>("--map") { Description = Texts.ImportMap, Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.ImportDryRun };
        var like = new Option<string?>("--like") { Description = Texts.ImportLike };
        like.AcceptOnlyFromAmong("take", "leave");
        var json = new Option<bool>("--json") { Description = Texts.Json };
        var command = new Command("applications", Texts.ImportApplications)
        {
            file,
            map,
            dryRun,
            like,
            json,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var (path, mapPath) = (parsed.GetRequiredValue(file), parsed.GetRequiredValue(map));
                if (
                    await CommandFiles.ReadAsync(path, ct) is not { } bytes
                    || await CommandFiles.ReadAsync(mapPath, ct) is not { } mapBytes
                )
                    return CommandLine.Refused;
                await using var app = QuietSite.Build(settings);
                await using var scope = app.Services.CreateAsyncScope();
                var services = scope.ServiceProvider;
                await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
                var choice = new ImportChoice(
                    parsed.GetValue(dryRun),
                    parsed.GetValue(like) is { } said ? said == "take" : null
                );
                var report = await services
                    .GetRequiredService<PastApplications>()
                    .ImportAsync(
                        bytes,
                        path,
                        System.Text.Encoding.UTF8.GetString(mapBytes).TrimStart('\uFEFF'),
                        choice,
                        services.GetRequiredService<IClock>().GetCurrentInstant(),
                        ct
                    );
                await PrintAsync(report, choice, parsed.GetValue(json));
                return report.Refusals.Count > 0 || report.Bad > 0
                    ? CommandLine.Refused
                    : CommandLine.Done;
            }
        );
        return command;
    }

    private static async Task PrintAsync(ImportReport report, ImportChoice choice, bool json)
    {
        if (json)
        {
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(report, JsonSerializerOptions.Web)
            );
            return;
        }
        foreach (var row in report.Rows)
            await Console.Out.WriteLineAsync(
                Say(Texts.ImportRow, row.Line, row.Verdict, row.Title, row.Words)
            );
        if (report.Rows.Count > 0)
            await Console.Out.WriteLineAsync(
                Say(Texts.ImportCounts, report.New, report.Same, report.Like, report.Bad)
            );
        foreach (var refusal in report.Refusals)
            await Console.Error.WriteLineAsync(refusal);
        if (report.Refusals.Count == 0)
            await Console.Out.WriteLineAsync(
                choice.DryRun
                    ? Texts.ImportNothingKept
                    : Plural.Of(
                        report.Taken,
                        Texts.ImportDoneOne,
                        Texts.ImportDone,
                        CultureInfo.CurrentCulture
                    )
            );
    }

    private static string Say(string words, params object[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
