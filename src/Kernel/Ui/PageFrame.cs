namespace Banyan.Kernel.Ui;

public enum Accent
{
    Green,
    Blue,
    Teal,
    Ochre,
    Plum,
    Brick,
}

public static class Accents
{
    /// <summary>The class on the body that sets the accent colour; the stylesheet keeps both schemes readable for each of them.</summary>
    public static string CssClass(this Accent accent) =>
        accent switch
        {
            Accent.Green => "accent-green",
            Accent.Blue => "accent-blue",
            Accent.Teal => "accent-teal",
            Accent.Ochre => "accent-ochre",
            Accent.Plum => "accent-plum",
            Accent.Brick => "accent-brick",
        };

    /// <summary>The colour on white paper as mails give it, where no stylesheet goes: that of the light scheme, dark enough for white letters on it.</summary>
    public static string InMail(this Accent accent) =>
        accent switch
        {
            Accent.Green => "#1b5e40",
            Accent.Blue => "#1d4f91",
            Accent.Teal => "#0a5963",
            Accent.Ochre => "#754700",
            Accent.Plum => "#772a5b",
            Accent.Brick => "#8c3117",
        };
}

/// <summary>Who reads: the name of the person, where their own page is and where they leave, or, without a name, where to sign in.</summary>
public sealed record SignInState(string? Name, string Href, string? Leave = null);

/// <summary>
/// What stands around the content of a page. One per request: the host fills in organisation, navigation and person,
/// the page sets its title, the layout draws.
/// </summary>
public sealed class PageFrame
{
    /// <summary>What stands at the head where no one organisation is meant.</summary>
    public const string Platform = "Banyan";

    public string? Title { get; set; }
    public string? Description { get; set; }
    public string OrganisationName { get; set; } = Platform;
    public string HomeHref { get; set; } = "/";
    public Accent Accent { get; set; } = Accent.Green;

    /// <summary>Desks of staff and volunteers use a smaller type and the whole width.</summary>
    public bool IsDesk { get; set; }

    public IReadOnlyList<NavigationItem> Navigation { get; set; } = [];
    public IReadOnlyList<NavigationItem> Footer { get; set; } = [];
    public IReadOnlyList<LanguageLink> Languages { get; set; } = [];
    public SignInState? SignIn { get; set; }

    /// <summary>What the last action did, said once on the page that follows it.</summary>
    public string? Said { get; set; }

    public string FullTitle => Title is null ? OrganisationName : $"{Title} · {OrganisationName}";
}
