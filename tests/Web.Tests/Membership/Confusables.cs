namespace Banyan.Web.Tests.Membership;

/// <summary>Addresses that look like another, fold to another, or hide something in it.</summary>
internal static class Confusables
{
    private static readonly (string Plain, string Other)[] Letters =
    [
        ("k", "\u212A"), // Kelvin sign
        ("s", "\u017F"), // long s
        ("i", "\u0131"), // dotless i
        ("i", "\u0130"), // dotted capital I
        ("a", "\u0430"), // Cyrillic a
        ("e", "\u0435"), // Cyrillic ie
        ("o", "\u043E"), // Cyrillic o
        ("p", "\u0440"), // Cyrillic er
        ("x", "\u0445"), // Cyrillic ha
        ("a", "\uFF41"), // full-width a
        ("m", "\u217F"), // Roman numeral
        ("l", "\u04CF"), // palochka
        ("g", "\u0261"), // script g
        ("o", "\u03BF"), // omicron
        ("i", "i\u0307"), // combining dot
        ("a", "a\u0301"), // combining acute
        ("e", "\u00E9"),
        ("n", "\u00F1"),
        ("d", "\u2146"),
        ("r", "\u1D5F"),
        ("@", "\uFF20"),
        ("@", "\uFE6B"),
        (".", "\u3002"),
        (".", "\uFF0E"),
        (".", "\u2024"),
        ("mike", "mi\u200Bke"),
        ("mike", "mi\u00ADke"),
        ("mike", "mi\u200Dke"),
        ("mike", "\"mike\""),
        ("mike", "mike+tag"),
        ("mike.", "mike"),
        ("mike", "m\u0456ke"),
        ("org", "org.example.net"),
        ("@example", "@example.org@example"),
        ("example.org", "exam\u00ADple.net"),
        ("example.org", "xn--example-org"),
        ("example.org", "example.org,kwame@example.org"),
        ("example.org", "example.org;kwame@example.org"),
        ("example.org", "example.org kwame@example.org"),
        ("example.org", "example.org\u2028bcc:kwame@example.org"),
    ];

    public static IEnumerable<string> Of(string address) =>
        Letters.Select(pair =>
        {
            var at = address.IndexOf(pair.Plain, StringComparison.Ordinal);
            return at < 0
                ? $"{pair.Other}{address}"
                : address[..at] + pair.Other + address[(at + pair.Plain.Length)..];
        });
}
