using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Banyan.Testing.Browsing;

/// <summary>What a browser would send for a form when this button is pressed.</summary>
internal sealed record SentForm(
    HttpMethod Method,
    string Action,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    HttpContent? Content
)
{
    public static SentForm Of(
        IElement button,
        IReadOnlyDictionary<string, (string Name, string Type, byte[] Bytes)> files
    )
    {
        var form =
            (button as IHtmlButtonElement)?.Form
            ?? (button as IHtmlInputElement)?.Form
            ?? throw new InvalidOperationException("The button belongs to no form.");
        var fields = form
            .Elements.OfType<IElement>()
            .SelectMany(ValuesOf)
            .Concat(ValueOf(button))
            .ToList();
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
            return new SentForm(HttpMethod.Get, action, fields, null);
        return new SentForm(HttpMethod.Post, action, fields, Body(form, fields, files));
    }

    /// <summary>The fields as a query, for forms sent with GET.</summary>
    public string Query =>
        string.Join(
            '&',
            Fields.Select(pair =>
                $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"
            )
        );

    private static HttpContent Body(
        IHtmlFormElement form,
        List<KeyValuePair<string, string>> fields,
        IReadOnlyDictionary<string, (string Name, string Type, byte[] Bytes)> files
    )
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
            return new FormUrlEncodedContent(fields);
        var content = new MultipartFormDataContent();
        foreach (var field in fields)
            content.Add(new StringContent(field.Value, Encoding.UTF8), $"\"{field.Key}\"");
        foreach (var (field, file) in files)
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = new(file.Type);
            content.Add(part, $"\"{field}\"", $"\"{file.Name}\"");
        }
        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValueOf(IElement button)
    {
        if (button.GetAttribute("name") is { Length: > 0 } name)
            yield return new(name, button.GetAttribute("value") ?? "");
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IElement field)
    {
        var name = field.GetAttribute("name");
        if (
            string.IsNullOrEmpty(name)
            || field.HasAttribute("disabled")
            || field.Closest("fieldset[disabled]") is not null
        )
            return [];
        return field switch
        {
            IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" or "file" } => [],
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked
                ? [new(name, box.GetAttribute("value") ?? "on")]
                : [],
            IHtmlInputElement input => [new(name, input.Value)],
            // A browser sends line ends as CRLF.
            IHtmlTextAreaElement area => [new(name, area.Value.ReplaceLineEndings("\r\n"))],
            IHtmlSelectElement select =>
            [
                .. select
                    .Options.Where(option => option.IsSelected)
                    .Select(option => KeyValuePair.Create(name, option.Value)),
            ],
            _ => [],
        };
    }
}
