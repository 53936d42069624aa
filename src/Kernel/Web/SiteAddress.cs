namespace Banyan.Kernel.Web;

/// <summary>Our own public address. Links in mail are built from it alone, never from a request.</summary>
public sealed record SiteAddress(Uri Base)
{
    public string Of(string path) => new Uri(Base, path).ToString();
}
