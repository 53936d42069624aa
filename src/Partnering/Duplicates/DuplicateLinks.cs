namespace Banyan.Partnering.Duplicates;

internal static class DuplicateLinks
{
    public static string Merge(string reference, string? kept = null) =>
        kept is null
            ? $"/cases/{reference}/duplicate"
            : $"/cases/{reference}/duplicate?of={Uri.EscapeDataString(kept)}";
}
