using System.Globalization;

namespace Banyan.Kernel.Text;

/// <summary>Fills the places of a text from a resource file, by the reader's culture.</summary>
public static class Filled
{
    public static string With(this string text, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
