namespace Banyan.Membership.People.Domain;

/// <summary>Enough of a browser's name to tell one's own sessions apart; the rest of it is not kept.</summary>
internal static class Device
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var parts = new[] { First(Browsers, userAgent), First(Systems, userAgent) };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string First((string Mark, string Name)[] known, string? userAgent) =>
        known
            .FirstOrDefault(entry =>
                userAgent?.Contains(entry.Mark, StringComparison.Ordinal) == true
            )
            .Name
        ?? "";
}
