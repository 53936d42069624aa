namespace Banyan.Partnering.Programs.Files;

/// <summary>What is shown of a text somebody wrote: never long, never with characters that move the cursor.</summary>
internal static class Excerpt
{
    public static string Of(string text, int longest = 40)
    {
        var shown = new string([
            .. text.Take(longest)
                .Select(character =>
                    char.IsControl(character) || char.IsSurrogate(character) ? '?' : character
                ),
        ]);
        return text.Length > longest ? $"{shown}…" : shown;
    }
}
