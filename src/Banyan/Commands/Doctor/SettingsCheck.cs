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
        catch (Exception problem) when (problem is UriFormatException or ArgumentException)
        {
            findings.Add(
                new Finding(Colour.Red, "settings", problem.Message, Texts.SettingsRemedy)
            );
            return null;
        }
        findings.Add(Judge(settings.BaseUrl));
        return settings;
    }

    private static Finding Judge(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return new Finding(Colour.Red, BaseUrl, $"{address}", Texts.BaseUrlRemedy);
        if (address.IsLoopback)
            return new Finding(Colour.Amber, BaseUrl, $"{address}", Texts.BaseUrlLocal);
        return address.Scheme == Uri.UriSchemeHttps
            ? Finding.Fine(BaseUrl, $"{address}")
            : new Finding(Colour.Amber, BaseUrl, $"{address}", Texts.BaseUrlPlain);
    }
}
