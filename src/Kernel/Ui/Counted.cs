using System.Globalization;

namespace Banyan.Kernel.Ui;

/// <summary>Plural forms by CLDR for the languages of the interface: English counts 1 as "one", Hindi and Bangla 0 and 1.</summary>
internal static class Counted
{
    public static string Choose(int count, string one, string other) => IsOne(count) ? one : other;

    private static bool IsOne(int count) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "bn" or "hi"
            ? count is 0 or 1
            : count == 1;
}
