using System.Text;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>What a letter's template may leave open, and the occasions for which a program writes one.</summary>
internal static class LetterPlaceholders
{
    public static readonly IReadOnlyList<string> All =
    [
        "name",
        "title",
        "reference",
        "community",
        "organisation",
        "program",
        "partnerPage",
        "until",
        "term",
        "conditions",
        "conditionsBy",
        "reasons",
        "advice",
        "againFrom",
        "next",
    ];

    public static readonly IReadOnlyList<string> Occasions =
    [
        "received",
        "approved",
        "approvedWithConditions",
        "approvedOnTrial",
        "declined",
    ];

    /// <summary>What stands between braces in the text, in order; a brace without its counterpart is returned as it stands.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = text.AsSpan().IndexOfAny('{', '}'); at >= 0; )
        {
            var rest = text.AsSpan(at + 1);
            var end = rest.IndexOfAny('{', '}', '\n');
            var closed = text[at] == '{' && end >= 0 && rest[end] == '}';
            yield return closed ? rest[..end].ToString() : text[at].ToString();
            var next = closed ? at + end + 2 : at + 1;
            var found = text.AsSpan(next).IndexOfAny('{', '}');
            at = found < 0 ? -1 : next + found;
        }
    }

    /// <summary>Fills in one pass, so that braces in somebody's words are never taken for a placeholder.</summary>
    /// <param name="open">Gets the names for which there is nothing; they stay as they stand.</param>
    public static string Fill(
        string template,
        IReadOnlyDictionary<string, string> values,
        ICollection<string> open
    )
    {
        var filled = new StringBuilder(template.Length * 2);
        for (var at = 0; at < template.Length; at++)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0)
            {
                filled.Append(template[at]);
                continue;
            }
            var name = template[(at + 1)..end];
            if (values.TryGetValue(name, out var value) && value.Length > 0)
                filled.Append(value);
            else
            {
                open.Add(name);
                filled.Append('{').Append(name).Append('}');
            }
            at = end;
        }
        return filled.ToString();
    }
}
