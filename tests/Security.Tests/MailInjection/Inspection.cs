using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Testing;

namespace Banyan.Security.Tests.MailInjection;

/// <summary>Looks at every mail that a real server took: whom it went to, which fields it has, what its HTML consists of.</summary>
internal static class Inspection
{
    private static readonly string[] Fields =
    [
        "Auto-Submitted",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Message-ID",
        "References",
        "Reply-To",
        "Subject",
        "To",
        // What the receiving server writes down of the envelope.
        "X-MailFrom",
        "X-Peer",
        "X-RcptTo",
    ];

    private static readonly string[] Elements =
    [
        "a",
        "body",
        "br",
        "head",
        "html",
        "meta",
        "p",
        "strong",
        "title",
    ];

    private static readonly string[] Attributes = ["charset", "href", "lang", "style"];

    /// <summary>What is wrong with these mails; empty where nothing is.</summary>
    /// <param name="site">Where links may lead.</param>
    /// <param name="meant">The addresses that may get mail.</param>
    public static List<string> Of(Mailbox box, string site, IReadOnlyList<string> meant)
    {
        var wrong = new List<string>();
        foreach (var source in box.Sources)
            wrong.AddRange(Header(source, meant));
        foreach (var mail in box.All)
            wrong.AddRange(Page(mail, site));
        return wrong;
    }

    private static IEnumerable<string> Header(string source, IReadOnlyList<string> meant)
    {
        var text = source.ReplaceLineEndings("\n");
        var head = text[..text.IndexOf("\n\n", StringComparison.Ordinal)];
        var names = new List<string>();
        foreach (var line in head.Split('\n'))
        {
            if (line.Any(letter => letter is < ' ' and not '\t' or > '~'))
                yield return $"a sign that belongs in no header: {line}";
            if (line is [' ' or '\t', ..])
                continue;
            var name = line.Split(':')[0];
            names.Add(name);
            if (!Fields.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return $"a field that is not ours: {line}";
            if (name == "X-RcptTo" && !meant.Contains(line.Split(':', 2)[1].Trim()))
                yield return $"an envelope to somebody else: {line}";
        }
        foreach (var twice in names.CountBy(name => name).Where(pair => pair.Value > 1))
            yield return $"a field twice: {twice.Key}";
    }

    private static IEnumerable<string> Page(Letter mail, string site)
    {
        // A name may hold angle brackets of its own, within its quotation marks; the address comes last.
        var (envelope, to) = (mail.Headers.GetValueOrDefault("X-RcptTo", ""), mail.Headers["To"]);
        if (to != envelope && !to.EndsWith($"<{envelope}>", StringComparison.Ordinal))
            yield return $"the envelope says {envelope}, the mail {to}";
        var page = new HtmlParser().ParseDocument(mail.Html);
        foreach (var element in page.All)
        {
            if (!Elements.Contains(element.LocalName))
                yield return $"an element that is not ours: {element.OuterHtml}";
            foreach (var attribute in element.Attributes)
                if (!Attributes.Contains(attribute.Name))
                    yield return $"an attribute that is not ours: {attribute.Name} in {element.OuterHtml}";
        }
        foreach (var link in page.QuerySelectorAll("[href]"))
            if (!link.GetAttribute("href")!.StartsWith(site, StringComparison.Ordinal))
                yield return $"a link that is not ours: {link.OuterHtml}";
        if (page.QuerySelectorAll("a").Length > 1)
            yield return $"more than one link: {mail.Subject}";
    }
}
