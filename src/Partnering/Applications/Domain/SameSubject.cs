using System.Text;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Are two applications about the same thing? By title whatever its capitals, spaces and signs, or by website whatever its scheme, "www." and last slash.</summary>
internal static class SameSubject
{
    public static string Fold(string title) =>
        string.Concat(
            title.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit)
        );

    public static bool Title(string one, string other) =>
        Fold(one) is { Length: > 0 } folded && folded == Fold(other);

    /// <summary>Host and path; null for what is no address.</summary>
    public static string? Place(string? website)
    {
        if (!WebAddress.TryRead(website, out var address, out _))
            return null;
        var host = address.AsciiHost;
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)
            + address.Uri.AbsolutePath.TrimEnd('/');
    }
}
