using System.Globalization;

namespace Banyan.Partnering.Review;

internal static class CaseText
{
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
