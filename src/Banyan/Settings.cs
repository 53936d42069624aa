using Banyan.Kernel.Data;

namespace Banyan;

/// <summary>The settings of one start, read once. docs/configuration.md lists them.</summary>
internal sealed record Settings
{
    public required Uri BaseUrl { get; init; }
    public required string Data { get; init; }
    public required DatabaseChoice Database { get; init; }
    public string? Mail { get; init; }
    public required string MailFrom { get; init; }

    /// <summary>Development or demo mode: the component page, the mail page and sign-in codes on the page exist.</summary>
    public required bool Development { get; init; }

    public static Settings From(IConfiguration configuration, bool development)
    {
        var urls = configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080";
        var baseUrl = new Uri(
            configuration["Banyan:BaseUrl"]
                ?? urls.Replace("//*", "//localhost", StringComparison.Ordinal)
        );
        var data = Path.GetFullPath(configuration["Banyan:Data"] ?? "data");
        return new Settings
        {
            BaseUrl = baseUrl,
            Data = data,
            Database = DatabaseChoice.From(configuration["Banyan:Database"], data),
            Mail = configuration["Banyan:Mail"] is { Length: > 0 } mail ? mail : null,
            MailFrom =
                configuration["Banyan:MailFrom"]
                ?? $"banyan@{(baseUrl.Host.Contains('.', StringComparison.Ordinal) ? baseUrl.Host : "localhost.localdomain")}",
            Development = development || configuration.GetValue("Banyan:Demo", false),
        };
    }
}
