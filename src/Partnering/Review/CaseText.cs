using System.Globalization;

namespace Banyan.Partnering.Review;

internal static class CaseText
{
    /// <summary>With a capital first letter, where the words stand alone.</summary>
    public static string Alone(string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    public static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
