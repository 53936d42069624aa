namespace Banyan.Kernel.Web;

/// <summary>Our own public address. Links in mail are built from it alone, never from a request.</summary>
public sealed record SiteAddress(Uri Base)
{
    /// <summary>As browsers write it in the header Origin: no port where it is the scheme's own, the host in ASCII.</summary>
    public string Origin { get; } =
        $"{Base.Scheme}://{Base.IdnHost}{(Base.IsDefaultPort ? "" : $":{Base.Port}")}";

    public string Of(string path) => new Uri(Base, path).ToString();
}
