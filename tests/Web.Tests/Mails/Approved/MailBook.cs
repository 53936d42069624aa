using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Testing;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Compares mails that have left with the approved ones in docs/mails. BANYAN_WRITE_DOCS=1 writes them anew, to be read in the diff.</summary>
internal sealed partial class MailBook
{
    public static readonly string Folder = Path.Combine(Repository.Root, "docs", "mails");
    private static readonly string[] s_headers =
    [
        "From",
        "Reply-To",
        "To",
        "Subject",
        "List-Unsubscribe",
    ];

    private readonly List<string> kept = [];
    private readonly List<string> differences = [];
    private readonly Dictionary<string, string> known = [];

    public static bool Writes => Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1";
    public IReadOnlyList<string> Kept => kept;
    public IReadOnlyList<string> Differences => differences;

    /// <summary>Shows what differs from run to run, a reference made by chance, always in the same way.</summary>
    public void Show(string actual, string shown) => known[actual] = shown;

    /// <summary>The newest mail to this address, after all that is due.</summary>
    public async Task KeepAsync(BanyanHost host, string name, string address)
    {
        await host.WorkAsync();
        Keep(host, name, host.Mailbox.Last(address));
    }

    public void Keep(BanyanHost host, string name, Letter mail)
    {
        kept.Add(name);
        if (SaidInHtml(mail.Html) != mail.Text.TrimEnd())
            differences.Add($"{name}: the HTML says\n{SaidInHtml(mail.Html)}");
        var printed = Print(host, mail);
        var file = Path.Combine(Folder, $"{name}.txt");
        if (Writes)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, printed);
        }
        if (!File.Exists(file))
            differences.Add($"{name}: is not approved yet");
        else if (File.ReadAllText(file) != printed)
            differences.Add($"{name}: now reads\n{printed}");
    }

    /// <summary>The HTML part read aloud, in the form of the text part: a paragraph each, and the one button with its address.</summary>
    public static string SaidInHtml(string html) =>
        string.Join(
            "\n\n",
            new HtmlParser()
                .ParseDocument(html)
                .Body!.Children.Select(part =>
                    part.QuerySelector("a") is { } button
                        ? $"{button.TextContent}:\n{button.GetAttribute("href")}"
                        : Words(part)
                )
        );

    private static string Words(IElement part) =>
        string.Concat(
            part.GetDescendants()
                .Select(node =>
                    node switch
                    {
                        IText text => text.Data,
                        IElement { LocalName: "br" } => "\n",
                        _ => "",
                    }
                )
        );

    private string Print(BanyanHost host, Letter mail)
    {
        var text = new StringBuilder();
        foreach (var name in s_headers)
            if (mail.Headers.TryGetValue(name, out var value))
                text.Append(name).Append(": ").Append(value).Append('\n');
        text.Append('\n').Append(mail.Text.TrimEnd()).Append('\n');
        text.Replace(host.BaseUrl.ToString(), "https://partners.example.org/");
        text.Replace($"{host.BaseUrl.Host}.localdomain", "partners.example.org");
        foreach (var (actual, shown) in known)
            text.Replace(actual, shown);
        return Lasting(text.ToString());
    }

    private static string Lasting(string text)
    {
        text = Ids().Replace(text, "0192f5c8a0b17c3e8d4f6a5b7c8d9e0f");
        text = Codes().Replace(text, "\n123 456\n");
        text = Partners().Replace(text, "/partners/7K3Q9ZTD");
        text = Keys().Replace(text, "reply+k7q3m9x2@");
        return Stops().Replace(text, "${before}k7q3m9x2/");
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Ids();

    [GeneratedRegex("\n[0-9]{6}\n", RegexOptions.NonBacktracking)]
    private static partial Regex Codes();

    [GeneratedRegex("/partners/[0-9A-Z]{8}", RegexOptions.NonBacktracking)]
    private static partial Regex Partners();

    [GeneratedRegex("reply\\+[0-9a-z]+@", RegexOptions.NonBacktracking)]
    private static partial Regex Keys();

    [GeneratedRegex(
        "(?<before>/unsubscribe/)[0-9A-Za-z_-]+/",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Stops();
}
