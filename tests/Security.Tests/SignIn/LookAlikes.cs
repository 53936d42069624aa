namespace Banyan.Security.Tests.SignIn;

/// <summary>Addresses that a person, a database or a library may take for another: folded, composed, of another script, with something hidden in them.</summary>
internal static class LookAlikes
{
    /// <summary>What stands in the place of a letter.</summary>
    private const string Letters =
        "k\u212A s\u017F i\u0131 i\u0130 a\u0430 e\u0435 o\u043E p\u0440 x\u0445 a\uFF41 m\u217F l\u04CF o\u03BF i\u0456 r\u0433 n\u0578 "
        + "d\u2146 e\u212F g\u0261 m\u1D5A k\u1D4F s\u0455 i\u2170 a\u1D43 .\u3002 .\uFF0E .\u2024 .\uFF61 @\uFF20 @\uFE6B";

    private static readonly string[] Hidden =
    [
        "\u200B",
        "\u00AD",
        "\u200D",
        "\u2060",
        "\uFEFF",
        "\u0301",
        "\u034F",
        "\u202E",
        "\u001F",
        "\u2028",
        "\u180E",
        "%00",
    ];

    public static IReadOnlyList<string> Of(string address) =>
        [
            .. Letters
                .Split(' ')
                .Where(pair => address.Contains(pair[0], StringComparison.Ordinal))
                .Select(pair =>
                {
                    var at = address.IndexOf(pair[0], StringComparison.Ordinal);
                    return string.Concat(
                        address.AsSpan(0, at),
                        pair.AsSpan(1),
                        address.AsSpan(at + 1)
                    );
                }),
            .. Letters
                .Split(' ')
                .Where(pair => address.LastIndexOf(pair[0]) > address.IndexOf('@'))
                .Select(pair =>
                {
                    var at = address.LastIndexOf(pair[0]);
                    return string.Concat(
                        address.AsSpan(0, at),
                        pair.AsSpan(1),
                        address.AsSpan(at + 1)
                    );
                }),
            .. Hidden.Select(sign => address.Insert(2, sign)),
            .. Hidden.Select(sign => address.Insert(address.Length - 2, sign)),
        ];
}
