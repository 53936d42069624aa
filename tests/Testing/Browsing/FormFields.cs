using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Banyan.Testing.Browsing;

/// <summary>Finds the fields of a page by what a person reads beside them, and says what is there when a name fits nothing.</summary>
internal static class FormFields
{
    private const string Controls = "input:not([type=hidden]), textarea, select";

    /// <summary>The field whose label, aria-label or name is <paramref name="name"/>.</summary>
    public static IElement Find(IHtmlDocument page, string name)
    {
        var fields = page.QuerySelectorAll(Controls);
        var found = fields.Where(field => LabelsOf(page, field).Contains(name)).ToList();
        if (found.Count == 0)
            found = [.. fields.Where(field => field.GetAttribute("name") == name)];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new InvalidOperationException(
                $"No field is called \"{name}\". There is: {List(page, fields)}"
            ),
            _ => throw new InvalidOperationException(
                $"{found.Count} fields are called \"{name}\". There is: {List(page, fields)}"
            ),
        };
    }

    /// <summary>A radio button or checkbox within the group (the legend of a fieldset).</summary>
    public static IHtmlInputElement FindOption(IHtmlDocument page, string group, string option)
    {
        var sets = page.QuerySelectorAll("fieldset")
            .Where(set => Words(set.QuerySelector("legend")) == group)
            .ToList();
        var options = sets.SelectMany(set =>
                set.QuerySelectorAll("input[type=radio], input[type=checkbox]")
            )
            .OfType<IHtmlInputElement>()
            .ToList();
        return options.FirstOrDefault(input => LabelsOf(page, input).Contains(option))
            ?? options.FirstOrDefault(input => input.Value == option)
            ?? throw new InvalidOperationException(
                $"No choice \"{option}\" under \"{group}\". Groups: {string.Join(" | ", page.QuerySelectorAll("legend").Select(Words))}; choices: {List(page, options)}"
            );
    }

    public static IElement FindButton(IHtmlDocument page, string text)
    {
        var buttons = page.QuerySelectorAll("button:not([type=button]), input[type=submit]");
        return buttons.FirstOrDefault(button => TextOf(button) == text)
            ?? throw new InvalidOperationException(
                $"No button says \"{text}\". There is: {string.Join(" | ", buttons.Select(TextOf))}"
            );
    }

    public static string Words(IElement? element) =>
        string.Join(
            ' ',
            (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static string TextOf(IElement button) =>
        button is IHtmlInputElement input
            ? input.Value
            : button.GetAttribute("aria-label") ?? Words(button);

    // A label may hold a hint beside its words; the words alone are enough to name the field.
    private static IEnumerable<string> LabelsOf(IHtmlDocument page, IElement field)
    {
        if (field.GetAttribute("aria-label") is { } spoken)
            yield return spoken;
        var labels = field.Id is { Length: > 0 } id
            ? page.QuerySelectorAll("label").Where(label => label.GetAttribute("for") == id)
            : [];
        if (field.Closest("label") is { } around)
            labels = labels.Append(around);
        foreach (var label in labels)
        {
            yield return Words(label);
            var plain = (IElement)label.Clone(deep: true);
            foreach (var hint in plain.QuerySelectorAll(".hint, small, select, textarea").ToList())
                hint.Remove();
            yield return Words(plain);
        }
    }

    private static string List(IHtmlDocument page, IEnumerable<IElement> fields) =>
        string.Join(
            " | ",
            fields.Select(field =>
                $"{LabelsOf(page, field).FirstOrDefault("(no label)")} [{field.GetAttribute("name")}]"
            )
        );
}
