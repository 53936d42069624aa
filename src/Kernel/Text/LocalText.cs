using System.Globalization;

namespace Banyan.Kernel.Text;

/// <summary>A text that an organisation wrote, in one or more languages (BCP 47 tag to text). English, or else the first language given, is the fallback.</summary>
public sealed record LocalText(IReadOnlyDictionary<string, string> ByLanguage)
{
    public static LocalText Of(string english) =>
        new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["en"] = english });

    public string In(CultureInfo culture)
    {
        for (var tag = culture; tag.Name.Length > 0; tag = tag.Parent)
        {
            if (ByLanguage.TryGetValue(tag.Name, out var text))
                return text;
        }
        return ByLanguage.TryGetValue("en", out var english)
            ? english
            : ByLanguage.Values.FirstOrDefault("");
    }

    /// <summary>The tag of the text that <see cref="In"/> gives.</summary>
    public string LanguageIn(CultureInfo culture)
    {
        for (var tag = culture; tag.Name.Length > 0; tag = tag.Parent)
        {
            if (ByLanguage.ContainsKey(tag.Name))
                return tag.Name;
        }
        return ByLanguage.ContainsKey("en") ? "en" : ByLanguage.Keys.FirstOrDefault("en");
    }

    public bool Equals(LocalText? other) =>
        other is not null
        && ByLanguage.Count == other.ByLanguage.Count
        && ByLanguage.All(pair =>
            other.ByLanguage.TryGetValue(pair.Key, out var text)
            && string.Equals(text, pair.Value, StringComparison.Ordinal)
        );

    public override int GetHashCode() => ByLanguage.Count;

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
