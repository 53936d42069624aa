using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Banyan.Testing.Browsing;

namespace Banyan.Security.Tests.Matrix;

/// <summary>One form as a persona finds it, filled in as somebody would who means it well.</summary>
/// <param name="Pattern">Of the page on which it stands.</param>
/// <param name="Action">Where it is sent to.</param>
internal sealed record FoundForm(
    Persona Persona,
    string Pattern,
    string Action,
    IReadOnlyList<(string Name, string Value)> Fields
)
{
    private static readonly string[] OfOurs = ["_form", "_once"];

    private static readonly Dictionary<string, string> Known = Walk
        .Fields.GroupBy(field => field.Item1, StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.First().Item2, StringComparer.Ordinal);

    /// <summary>The names that one fills in, each once.</summary>
    public IReadOnlyList<string> Names { get; } =
    [.. Fields.Select(field => field.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Forms with the same key are the same form about another record.</summary>
    public string Key => $"{Pattern} {string.Join(' ', Names.Order(StringComparer.Ordinal))}";

    public override string ToString() => $"{Action} by {Persona}";

    /// <summary>All forms of a page that are posted, once for each button.</summary>
    public static IEnumerable<FoundForm> On(
        IHtmlDocument page,
        string path,
        string pattern,
        Persona persona
    )
    {
        foreach (var form in page.Forms.Where(form => form.Method == "post"))
        {
            foreach (var field in form.Elements.OfType<IElement>())
                Fill(field);
            foreach (var button in form.QuerySelectorAll("button:not([type=button])"))
            {
                var sent = SentForm.Of(
                    button,
                    new Dictionary<string, (string, string, byte[])>(StringComparer.Ordinal)
                );
                yield return new FoundForm(
                    persona,
                    pattern,
                    sent.Action.Length > 0 ? sent.Action : path,
                    [
                        .. sent
                            .Fields.Where(field => !OfOurs.Contains(field.Key))
                            .Select(field => (field.Key, field.Value)),
                    ]
                );
            }
        }
    }

    private static void Fill(IElement field)
    {
        var name = field.GetAttribute("name") ?? "";
        switch (field)
        {
            case IHtmlInputElement { Type: "radio" } radio when !IsChosen(radio):
                radio.IsChecked = true;
                break;
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = true;
                break;
            case IHtmlInputElement
            {
                Type: "text" or "email" or "number" or "url" or "search"
            } input when input.Value.Length == 0:
                input.Value =
                    Known.GetValueOrDefault(name)
                    ?? input.Type switch
                    {
                        "email" => "somebody@example.org",
                        "number" => "3",
                        "url" => "https://example.org/",
                        _ => "Words",
                    };
                break;
            case IHtmlTextAreaElement area when area.Value.Length == 0:
                area.Value = Known.GetValueOrDefault(name) ?? "Some words.";
                break;
            default:
                break;
        }
    }

    private static bool IsChosen(IHtmlInputElement radio) =>
        radio.Form is { } form
        && form.Elements.OfType<IHtmlInputElement>()
            .Any(other => other.Type == "radio" && other.Name == radio.Name && other.IsChecked);
}
