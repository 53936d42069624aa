using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Banyan.Commands.Doctor;

/// <summary>One setting as it counts, with secrets masked, and who set it.</summary>
internal sealed record SettingSource(string Name, string Value, string From);

internal static class SettingSources
{
    private const string Masked = "***";

    private static readonly string[] Names =
    [
        "urls",
        "Banyan:BaseUrl",
        "Banyan:Data",
        "Banyan:Database",
        "Banyan:KeyFile",
        "Banyan:Mail",
        "Banyan:MailFrom",
        "Banyan:Proxies",
        "Banyan:FormsPerMinute",
        "Banyan:AllowHttp",
        "Banyan:Demo",
        "Banyan:Worker",
    ];

    public static IReadOnlyList<SettingSource> Of(IConfigurationRoot configuration) =>
        [.. Names.Select(name => Of(configuration, name))];

    internal static string Mask(string name, string value) =>
        name switch
        {
            "Banyan:Database" => MaskConnection(value),
            "Banyan:Mail" => MaskAddress(value),
            _ => value,
        };

    private static SettingSource Of(IConfigurationRoot configuration, string name)
    {
        // The last provider that has it wins.
        foreach (var provider in configuration.Providers.Reverse())
        {
            if (provider.TryGet(name, out var value) && value is not null)
                return new SettingSource(name, Mask(name, value), NameOf(provider));
        }
        return new SettingSource(name, Texts.SettingUnset, Texts.SettingDefault);
    }

    private static string NameOf(IConfigurationProvider provider) =>
        provider switch
        {
            CommandLineConfigurationProvider => Texts.SettingCommandLine,
            EnvironmentVariablesConfigurationProvider => Texts.SettingEnvironment,
            JsonConfigurationProvider { Source.Path: { } path } => path,
            _ => provider.ToString() ?? "",
        };

    private static string MaskConnection(string value)
    {
        if (!value.Contains('=', StringComparison.Ordinal))
            return value;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = value };
            foreach (var key in parts.Keys.Cast<string>().Where(IsSecret).ToList())
                parts[key] = Masked;
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Masked;
        }
    }

    private static bool IsSecret(string key) =>
        CultureInfo.InvariantCulture.CompareInfo.IsPrefix(
            key,
            "passw",
            CompareOptions.OrdinalIgnoreCase
        ) || string.Equals(key, "pwd", StringComparison.OrdinalIgnoreCase);

    private static string MaskAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
            ? address.UserInfo.Length == 0
                ? value
                : value.Replace($"{address.UserInfo}@", $"{Masked}@", StringComparison.Ordinal)
            : Masked;
}
