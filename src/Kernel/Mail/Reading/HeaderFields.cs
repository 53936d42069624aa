namespace Banyan.Kernel.Mail.Reading;

/// <summary>The fields in front of a message or of one of its parts (RFC 5322, 2.2), unfolded and otherwise as they came.</summary>
internal sealed class HeaderFields
{
    private const int MostFields = 500;
    private const int MostLetters = 128 * 1024;
    private readonly List<(string Name, string Value)> fields = [];

    private HeaderFields() { }

    /// <returns>The first value of the field; null where there is none.</returns>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        fields
            .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Value);

    /// <param name="source">Lines end with LF; each letter is one byte.</param>
    /// <param name="body">Where the content begins.</param>
    public static HeaderFields Read(string source, out int body)
    {
        var header = new HeaderFields();
        var at = 0;
        while (at < source.Length && source[at] != '\n')
        {
            var line = Line(source, ref at);
            if (line[0] is ' ' or '\t')
                header.Continue(line);
            else if (line.IndexOf(':') is var colon and > 0)
                header.Add(line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
        }
        body = Math.Min(at + 1, source.Length);
        return header;
    }

    private static string Line(string source, ref int at)
    {
        var end = source.IndexOf('\n', at);
        if (end < 0)
            end = source.Length;
        var line = source[at..end];
        at = Math.Min(end + 1, source.Length);
        return line;
    }

    private void Add(string name, string value)
    {
        if (fields.Count < MostFields)
            fields.Add((name, value));
    }

    private void Continue(string line)
    {
        if (fields is [.., var last] && last.Value.Length < MostLetters)
            fields[^1] = (last.Name, $"{last.Value} {line.Trim()}");
    }
}
