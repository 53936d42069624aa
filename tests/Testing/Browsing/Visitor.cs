using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Banyan.Testing.Browsing;
using Xunit;

namespace Banyan.Testing;

/// <summary>Somebody at a browser without JavaScript: cookies, the page that is open, its fields and buttons by the words a person reads.</summary>
public sealed class Visitor : IDisposable
{
    private const int MostRedirects = 10;
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient client;
    private readonly Dictionary<string, (string Name, string Type, byte[] Bytes)> files = new(
        StringComparer.Ordinal
    );
    private IHtmlDocument? page;

    public Visitor(Uri site)
    {
        Site = site;
        Address = site;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
        };
#pragma warning disable RS0030 // the client of the tests, to the host under test alone
        client = new HttpClient(handler) { BaseAddress = site };
#pragma warning restore RS0030
    }

    public Uri Site { get; }
    public Cookies Cookies { get; } = new();

    /// <summary>Sent with every request; <c>Accept-Language</c>, for example.</summary>
    public IDictionary<string, string> Headers { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the visitor is, after redirects.</summary>
    public Uri Address { get; private set; }
    public string Path => Address.PathAndQuery;
    public HttpStatusCode Status { get; private set; }
    public string Source { get; private set; } = "";

    public IHtmlDocument Page => page ?? throw new InvalidOperationException("No page is open.");

    /// <summary>All words of the page's main part, with single spaces.</summary>
    public string Text => FormFields.Words(Page.QuerySelector("main") ?? (IElement?)Page.Body);

    public string Heading => FormFields.Words(Page.QuerySelector("h1"));

    public async Task<Visitor> Visit(string path)
    {
        await GoAsync(HttpMethod.Get, new Uri(Address, path), null);
        return this;
    }

    /// <summary>Types into the field with this label, or this name.</summary>
    public Visitor Fill(string field, string value)
    {
        switch (FormFields.Find(Page, field))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" or "file" } input:
                throw new InvalidOperationException(
                    $"\"{field}\" is a {input.Type}; use Choose or Attach."
                );
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            default:
                throw new InvalidOperationException($"\"{field}\" is a list; use Choose.");
        }
        return this;
    }

    /// <summary>Ticks the checkbox, or picks the radio button, with this label.</summary>
    public Visitor Choose(string label)
    {
        Pick((IHtmlInputElement)FormFields.Find(Page, label));
        return this;
    }

    /// <summary>Picks an option of a list, or of the radio buttons or checkboxes under a legend.</summary>
    public Visitor Choose(string field, string option)
    {
        if (
            Page.QuerySelectorAll("legend").Any(legend => FormFields.Words(legend) == field)
            || FormFields.Find(Page, field) is not IHtmlSelectElement select
        )
        {
            Pick(FormFields.FindOption(Page, field, option));
            return this;
        }
        var chosen =
            select.Options.FirstOrDefault(o => FormFields.Words(o) == option || o.Value == option)
            ?? throw new InvalidOperationException(
                $"\"{field}\" has no \"{option}\". There is: {string.Join(" | ", select.Options.Select(FormFields.Words))}"
            );
        if (!select.IsMultiple)
            foreach (var other in select.Options)
                other.IsSelected = false;
        chosen.IsSelected = true;
        return this;
    }

    /// <summary>Chooses a radio button or ticks a box by the name and the value that are sent.</summary>
    public Visitor ChooseByName(string name, string value)
    {
        var found =
            Page.QuerySelectorAll("input[type=radio], input[type=checkbox]")
                .OfType<IHtmlInputElement>()
                .FirstOrDefault(input => input.Name == name && input.Value == value)
            ?? throw new InvalidOperationException(
                $"No choice \"{value}\" is named \"{name}\" at {Path}: {Text}"
            );
        if (found.Type == "radio")
        {
            foreach (
                var other in Page.QuerySelectorAll("input[type=radio]")
                    .OfType<IHtmlInputElement>()
                    .Where(o => o.Name == name)
            )
                other.IsChecked = false;
        }
        found.IsChecked = true;
        return this;
    }

    public Visitor Untick(string label)
    {
        ((IHtmlInputElement)FormFields.Find(Page, label)).IsChecked = false;
        return this;
    }

    public Visitor Attach(string field, string fileName, string type, byte[] bytes)
    {
        files[FormFields.Find(Page, field).GetAttribute("name")!] = (fileName, type, bytes);
        return this;
    }

    /// <summary>Presses the button with this text and follows where it leads.</summary>
    public async Task<Visitor> Press(string button)
    {
        var form = SentForm.Of(FormFields.FindButton(Page, button), files);
        var target = new Uri(Address, form.Action.Length > 0 ? form.Action : Path);
        if (form.Method == HttpMethod.Get)
            target = new UriBuilder(target) { Query = form.Query }.Uri;
        files.Clear();
        await GoAsync(form.Method, target, form.Content);
        return this;
    }

    /// <summary>Follows the link with this text.</summary>
    public async Task<Visitor> Follow(string link)
    {
        var links = Page.QuerySelectorAll("a[href]");
        var found =
            links.FirstOrDefault(a =>
                FormFields.Words(a) == link || a.GetAttribute("aria-label") == link
            )
            ?? throw new InvalidOperationException(
                $"No link says \"{link}\". There is: {string.Join(" | ", links.Select(FormFields.Words))}"
            );
        return await Visit(found.GetAttribute("href")!);
    }

    /// <summary>What the error summary says, line by line; empty when there is none.</summary>
    public IReadOnlyList<string> Problems()
    {
        var summary = Page.QuerySelector(
            ".error-summary, .problems, [data-problems], main [role=alert]"
        );
        if (summary is null)
            return [];
        var lines = summary.QuerySelectorAll("li");
        return lines.Length > 0 ? [.. lines.Select(FormFields.Words)] : [FormFields.Words(summary)];
    }

    /// <summary>One request with the visitor's cookies and headers and nothing of a browser's own; redirects are not followed.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Names.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", Cookies.Header);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Cookies.Take(response);
        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Site, path)));

    /// <summary>Posts fields as a browser on our own page would, redirects not followed.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string path,
        params IReadOnlyList<(string Name, string Value)> fields
    ) =>
        SendAsync(
            AsOurPage(
                new HttpRequestMessage(HttpMethod.Post, new Uri(Site, path))
                {
                    Content = new FormUrlEncodedContent(
                        fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                    ),
                }
            )
        );

    public void Dispose() => client.Dispose();

    private async Task GoAsync(HttpMethod method, Uri target, HttpContent? content)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (target.Authority != Site.Authority)
                throw new InvalidOperationException($"That leads away from the site: {target}");
            var request = new HttpRequestMessage(method, target) { Content = content };
            using var response = await SendAsync(
                method == HttpMethod.Get ? request : AsOurPage(request)
            );
            if (
                (int)response.StatusCode is 301 or 302 or 303
                && response.Headers.Location is { } next
            )
            {
                target = new Uri(target, next);
                (method, content) = (HttpMethod.Get, null);
                continue;
            }
            await OpenAsync(target, response);
            return;
        }
        throw new InvalidOperationException($"More than {MostRedirects} redirects, at {target}");
    }

    private async Task OpenAsync(Uri target, HttpResponseMessage response)
    {
        Address = target;
        Status = response.StatusCode;
        Source = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page = Parser.ParseDocument(Source);
    }

    private HttpRequestMessage AsOurPage(HttpRequestMessage request)
    {
        request.Headers.Add("Origin", Site.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    private void Pick(IHtmlInputElement box)
    {
        if (box.Type == "radio")
            foreach (
                var other in Page.QuerySelectorAll("input[type=radio]")
                    .OfType<IHtmlInputElement>()
                    .Where(other => other.Name == box.Name && other.Form == box.Form)
            )
                other.IsChecked = false;
        box.IsChecked = true;
    }

    // The site is called localhost but listens on 127.0.0.1 only.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken ct
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
