namespace Banyan.Testing.Browsing;

/// <summary>A browser's cookies of one site. Browsers count http://localhost as secure, so Secure and __Host- cookies are kept and sent; .NET's own container would not.</summary>
public sealed class Cookies
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie lines as they came, for tests of their attributes.</summary>
    public IList<string> Received { get; } = [];

    public string? this[string name] => values.GetValueOrDefault(name);

    public IReadOnlyCollection<string> Names => values.Keys;

    public string Header => string.Join("; ", values.Select(pair => $"{pair.Key}={pair.Value}"));

    public void Set(string name, string value) => values[name] = value;

    public void Forget(string name) => values.Remove(name);

    public void Clear() => values.Clear();

    internal void Take(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
        {
            Received.Add(line);
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            var pair = parts[0].Split('=', 2);
            if (parts.Skip(1).Any(IsOver))
                values.Remove(pair[0]);
            else
                values[pair[0]] = pair[1];
        }
    }

    // Only a deletion counts: the host's clock is a test's, and other dates mean nothing here.
    private static bool IsOver(string attribute) =>
        attribute.Equals("max-age=0", StringComparison.OrdinalIgnoreCase)
        || (
            attribute.StartsWith("expires=", StringComparison.OrdinalIgnoreCase)
            && attribute.Contains("1970", StringComparison.Ordinal)
        );
}
