using Banyan.Security.Tests.Matrix;

namespace Banyan.Security.Tests.Headers;

/// <summary>One answer, with what has to be known of its question.</summary>
/// <param name="ForEverybody">It says the same to everybody, whoever has signed in.</param>
/// <param name="Embedded">It stands on other sites: badges, and verification for machines.</param>
/// <param name="WithCookie">The question came with a session.</param>
/// <param name="SignedIn">The session is that of a person.</param>
internal sealed record Heard(
    string What,
    int Status,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Headers,
    string Body,
    bool ForEverybody = false,
    bool Embedded = false,
    bool WithCookie = false,
    bool SignedIn = false
)
{
    public string? Header(string name) =>
        Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    public IReadOnlyList<string> SetCookies => Headers.GetValueOrDefault("Set-Cookie") ?? [];

    public static async Task<Heard> OfAsync(string what, HttpResponseMessage response) =>
        new(
            what,
            (int)response.StatusCode,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    IReadOnlyList<string> (header) => [.. header.Value],
                    StringComparer.OrdinalIgnoreCase
                ),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>The same, as an answer of this page.</summary>
    public Heard At(KnownPage page, bool isPublic, bool withCookie) =>
        this with
        {
            ForEverybody = isPublic,
            Embedded =
                page.Pattern.StartsWith("/badge/", StringComparison.Ordinal)
                || page.Pattern.StartsWith("/.well-known/jwks", StringComparison.Ordinal)
                || page.Pattern.EndsWith(".jwt", StringComparison.Ordinal)
                || page.Pattern.StartsWith("/verify/", StringComparison.Ordinal)
                    && page.Pattern.EndsWith(".json", StringComparison.Ordinal),
            WithCookie = withCookie,
        };
}
