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
}
