using System.Net;
using System.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Kernel.Mail;

/// <summary>What one mail says, once; text and HTML are both made from it.</summary>
/// <param name="Paragraphs">Plain text. It is escaped in HTML, and no word of it becomes a link.</param>
/// <param name="Next">The one line that says who acts next and by when.</param>
/// <param name="Button">One place to go, an address of this site only.</param>
public sealed record MailText(
    string Subject,
    IReadOnlyList<string> Paragraphs,
    string? Next = null,
    MailButton? Button = null
);

public sealed record MailButton(string Text, string Href);

/// <summary>A mail on its way. <paramref name="Id"/> names it for ever: sent twice after a crash, it carries the same Message-ID.</summary>
/// <param name="Thread">The record it belongs to; all its mails form one thread.</param>
/// <param name="Until">From then on it would only mislead, and is not sent any more.</param>
/// <param name="Voice">In whose name it speaks; null: the site's own, or that of the record it belongs to.</param>
/// <param name="Unsubscribe">An address of this site to which mail programs post to get no more of the kind (RFC 8058).</param>
/// <param name="Notice">Of which kind it is, where its reader may have it gathered; null: it always leaves at once.</param>
public sealed record Mail(
    Guid Id,
    string To,
    string ToName,
    string Subject,
    string Text,
    string Html,
    Guid? Thread,
    DateTimeOffset? Until = null,
    string? Unsubscribe = null,
    MailVoice? Voice = null,
    string? Notice = null
)
{
    private static readonly string s_bar =
        $"<p style=\"border-left:3px solid {Accent.Green.InMail()}";
    private static readonly string s_button = $"<a style=\"background:{Accent.Green.InMail()}";

    /// <summary>In somebody's name and colour. What people wrote holds no bare angle bracket in the HTML, so only our own marks change.</summary>
    public Mail SpokenBy(MailVoice voice) =>
        this with
        {
            Voice = voice,
            Html = Coloured(Coloured(Html, s_bar, voice.Accent), s_button, voice.Accent),
        };

    public static Mail Of(
        string to,
        string name,
        MailText text,
        string language,
        Guid? thread = null
    ) =>
        new(
            Guid.CreateVersion7(),
            to,
            name,
            OneLine(text.Subject),
            AsText(text),
            AsHtml(text, language),
            thread
        );

    /// <summary>The work that sends it, committed with its cause.</summary>
    public WorkChange Send(Instant at) =>
        new WorkChange.Plan(MailHandler.Kind, KeyOf(Id), at, Thread, this);

    internal static string KeyOf(Guid id) => $"mail/{id:n}";

    private static string OneLine(string text) => Banyan.Kernel.Text.Typed.OneLine(text);

    private static string AsText(MailText mail)
    {
        var text = new StringBuilder();
        foreach (var paragraph in mail.Paragraphs)
            text.Append(paragraph).Append("\n\n");
        if (mail.Next is not null)
            text.Append(mail.Next).Append("\n\n");
        if (mail.Button is not null)
            text.Append(mail.Button.Text).Append(":\n").Append(mail.Button.Href).Append('\n');
        return text.ToString().TrimEnd() + "\n";
    }

    private static string AsHtml(MailText mail, string language)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"")
            .Append(Encoded(language))
            .Append("\"><head><meta charset=\"utf-8\"><title>");
        html.Append(Encoded(mail.Subject)).Append("</title></head>");
        html.Append(
            "<body style=\"font:16px/1.55 system-ui,sans-serif;color:#1b1f1d;max-width:36em;margin:0;padding:16px;overflow-wrap:anywhere\">"
        );
        foreach (var paragraph in mail.Paragraphs)
            html.Append("<p>")
                .Append(Encoded(paragraph).Replace("\n", "<br>", StringComparison.Ordinal))
                .Append("</p>");
        if (mail.Next is not null)
            html.Append(s_bar)
                .Append(";padding-left:12px\"><strong>")
                .Append(Encoded(mail.Next))
                .Append("</strong></p>");
        if (mail.Button is not null)
        {
            html.Append("<p>")
                .Append(s_button)
                .Append(";color:#fff;padding:10px 18px;text-decoration:none\" href=\"");
            html.Append(Encoded(mail.Button.Href))
                .Append("\">")
                .Append(Encoded(mail.Button.Text))
                .Append("</a></p>");
        }
        return html.Append("</body></html>\n").ToString();
    }

    private static string Coloured(string html, string mark, Accent accent) =>
        html.Replace(
            mark,
            mark.Replace(Accent.Green.InMail(), accent.InMail(), StringComparison.Ordinal),
            StringComparison.Ordinal
        );

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
