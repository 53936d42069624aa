namespace Banyan.Commands.Doctor;

/// <summary>Whether the settings read at all, and whether the public address can stand in mail.</summary>
internal static class SettingsCheck
{
    private const string BaseUrl = "base url";

    /// <summary>The settings; null when they do not read, which is then among the findings.</summary>
    public static Settings? Read(WebApplicationBuilder builder, List<Finding> findings)
    {
        Settings settings;
        try
        {
            settings = Settings.From(builder.Configuration, builder.Environment.IsDevelopment());
        }
        catch (SettingProblem problem)
        {
            findings.Add(
                new Finding(Colour.Red, "settings", problem.Message, Texts.SettingsRemedy)
            );
            return null;
        }
        findings.Add(Judge(settings));
        findings.Add(Proxies(settings, builder.Configuration["urls"]));
        return settings;
    }

    private static Finding Judge(Settings settings)
    {
        var address = settings.BaseUrl;
        if (settings.BaseUrlProblem is { } problem)
            return new Finding(Colour.Red, BaseUrl, problem, Texts.BaseUrlRemedy);
        if (address.IsLoopback)
            return new Finding(Colour.Amber, BaseUrl, $"{address}", Texts.BaseUrlLocal);
        return address.Scheme == Uri.UriSchemeHttps
            ? Finding.Fine(BaseUrl, $"{address}")
            : new Finding(Colour.Amber, BaseUrl, $"{address}", Texts.BaseUrlPlain);
    }

    private static Finding Proxies(Settings settings, string? urls)
    {
        const string name = "proxies";
        if (settings.Proxies.Count > 0)
            return Finding.Fine(
                name,
                Finding.Fill(Texts.ProxiesSet, string.Join(", ", settings.Proxies))
            );
        var behindOne =
            settings.BaseUrl.Scheme == Uri.UriSchemeHttps
            && urls?.Contains("https:", StringComparison.OrdinalIgnoreCase) != true;
        return behindOne
            ? new Finding(Colour.Amber, name, Texts.ProxiesNone, Texts.ProxiesRemedy)
            : Finding.Fine(name, Texts.ProxiesNone);
    }
}
