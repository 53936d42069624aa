using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Banyan.Commands.Doctor;

namespace Banyan.Commands;

/// <summary><c>banyan doctor</c>: one line per check with its remedy, then where each setting came from. Changes nothing.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Make(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = Texts.Json };
        var command = new Command("doctor", Texts.Doctor) { json };
        command.SetAction((parsed, ct) => RunAsync(settings, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, bool json, CancellationToken ct)
    {
        var builder = Site.NewBuilder(arguments);
        IConfigurationRoot configuration = builder.Configuration;
        var findings = new List<Finding>();
        if (SettingsCheck.Read(builder, findings) is { } settings)
        {
            findings.AddRange(MachineChecks.All(settings));
            findings.AddRange(await MailCheck.RunAsync(settings, ct));
            findings.AddRange(await DatabaseChecks.RunAsync(settings, ct));
        }
        var sources = SettingSources.Of(configuration);
        if (json)
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(new { checks = findings, settings = sources }, Written)
            );
        else
            await PrintAsync(findings, sources);
        return findings.Exists(finding => finding.Colour == Colour.Red)
            ? CommandLine.Refused
            : CommandLine.Done;
    }

    private static async Task PrintAsync(
        IEnumerable<Finding> findings,
        IReadOnlyList<SettingSource> sources
    )
    {
        foreach (var finding in findings)
        {
            var remedy = finding.Remedy is null ? "" : $" -> {finding.Remedy}";
            await Console.Out.WriteLineAsync(
                $"{Word(finding.Colour), -5}  {finding.Name, -16}  {finding.Says}{remedy}"
            );
        }
        await Console.Out.WriteLineAsync();
        foreach (var source in sources)
            await Console.Out.WriteLineAsync(
                $"{source.Name, -16} = {source.Value}  ({source.From})"
            );
    }

    private static string Word(Colour colour) =>
        colour switch
        {
            Colour.Green => "green",
            Colour.Amber => "amber",
            Colour.Red => "RED",
        };
}
