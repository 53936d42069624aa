using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Banyan.Kernel.Data;
using Banyan.Partnering.Contracts;
using NodaTime;

namespace Banyan.Commands;

/// <summary><c>banyan program check|apply|export</c>: programs as files.</summary>
internal static class ProgramCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = Texts.Json };

    public static Command Make(string[] settings) =>
        new("program", Texts.Program) { Check(), Apply(settings), Export(settings) };

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = Texts.ProgramFile };
        var command = new Command("check", Texts.ProgramCheck) { file, Json };
        command.SetAction(
            async (parsed, ct) =>
            {
                var (path, json) = (parsed.GetRequiredValue(file), parsed.GetValue(Json));
                if (await CommandFiles.ReadAsync(path, ct) is not { } bytes)
                    return CommandLine.Refused;
                var check = ProgramFiles.Check(bytes, path);
                return await ReportAsync(check, json, Say(Texts.ProgramFine, path));
            }
        );
        return command;
    }

    private static Command Apply(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = Texts.ProgramFile };
        var name = new Option<string?>("--organisation-name")
        {
            Description = Texts.OrganisationName,
        };
        var zone = new Option<string>("--zone")
        {
            Description = Texts.OrganisationZone,
            DefaultValueFactory = _ => "UTC",
        };
        var command = new Command("apply", Texts.ProgramApply) { file, name, zone, Json };
        command.SetAction(
            async (parsed, ct) =>
            {
                var (path, json) = (parsed.GetRequiredValue(file), parsed.GetValue(Json));
                if (await CommandFiles.ReadAsync(path, ct) is not { } bytes)
                    return CommandLine.Refused;
                var check = ProgramFiles.Check(bytes, path);
                if (check.Problems.Count > 0)
                    return await ReportAsync(check, json, "");
                await using var app = QuietSite.Build(settings);
                await using var scope = app.Services.CreateAsyncScope();
                var services = scope.ServiceProvider;
                await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
                var applied = await services
                    .GetRequiredService<ProgramFiles>()
                    .ApplyAsync(
                        bytes,
                        new NewOrganisation(parsed.GetValue(name), parsed.GetValue(zone) ?? "UTC"),
                        services.GetRequiredService<IClock>().GetCurrentInstant(),
                        ct
                    );
                if (applied.Refusal is { } refusal)
                {
                    await Console.Error.WriteLineAsync(refusal);
                    return CommandLine.Refused;
                }
                // With --json, standard output is for machines alone.
                var aside = json ? Console.Error : Console.Out;
                if (applied.Unowned is { } unowned)
                    await aside.WriteLineAsync(Say(Texts.ProgramUnowned, unowned));
                return await ReportAsync(
                    check,
                    json,
                    Say(
                        applied.Changed ? Texts.ProgramApplied : Texts.ProgramSame,
                        check.Slug!,
                        applied.Number
                    )
                );
            }
        );
        return command;
    }

    private static Command Export(string[] settings)
    {
        var slug = new Argument<string>("SLUG") { Description = Texts.ProgramSlug };
        var command = new Command("export", Texts.ProgramExport) { slug };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var app = QuietSite.Build(settings);
                await using var scope = app.Services.CreateAsyncScope();
                var services = scope.ServiceProvider;
                await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
                var text = await services
                    .GetRequiredService<ProgramFiles>()
                    .ExportAsync(parsed.GetRequiredValue(slug), ct);
                if (text is null)
                {
                    await Console.Error.WriteLineAsync(
                        Say(Texts.ProgramUnknown, parsed.GetRequiredValue(slug))
                    );
                    return CommandLine.Refused;
                }
                await Console.Out.WriteAsync(text);
                return CommandLine.Done;
            }
        );
        return command;
    }

    private static async Task<int> ReportAsync(ProgramCheck check, bool json, string fine)
    {
        if (json)
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(check, JsonSerializerOptions.Web)
            );
        else if (check.Problems.Count == 0)
            await Console.Out.WriteLineAsync(fine);
        else
            foreach (var line in check.Lines)
                await Console.Out.WriteLineAsync(line);
        return check.Problems.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private static string Say(string words, params object[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
