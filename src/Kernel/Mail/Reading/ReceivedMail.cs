using System.Net.Mail;
using System.Text;

namespace Banyan.Kernel.Mail.Reading;

/// <summary>A mail that somebody sent us, as far as we look at it: who, to whom, in what words. Any bytes can be read; what makes no sense is left out.</summary>
public sealed class ReceivedMail
{
    /// <summary>Bytes of a whole message; a longer one is refused by the caller.</summary>
    public const int MostBytes = 10 * 1024 * 1024;
    private const int MostParts = 100;
    private const int Deepest = 10;

    private static readonly string[] Bulk = ["bulk", "junk", "list", "auto_reply"];
    private readonly HeaderFields header;
    private readonly List<string> attachments = [];
    private string? text;
    private string? html;
    private string? deliveryStatus;
    private string? ours;
    private int parts;

    private ReceivedMail(HeaderFields fields) => header = fields;

    /// <summary>The one address that it says it is from; null where it names none or several.</summary>
    public string? From =>
        header.All("From").ToList() is [var only] && Addresses(only) is [var from]
            ? from.Address
            : null;

    /// <summary>Names the message for ever; empty where it has no name.</summary>
    public string MessageId => header["Message-ID"]?.Trim() ?? "";

    /// <summary>Every field in which an address of ours may stand, as it came.</summary>
    public IEnumerable<string> Recipients =>
        ((string[])["X-Original-To", "Delivered-To", "To", "Cc"]).SelectMany(header.All);

    /// <summary>What its writer wrote as plain text; null where there is only HTML, or nothing.</summary>
    public string? Text => text;
    public string? Html => html;

    /// <summary>Names of the files that came along; a file without a name has its kind for one.</summary>
    public IReadOnlyList<string> Attachments => attachments;

    /// <summary>What became of a mail of ours, where this says so; null where it does not.</summary>
    public DeliveryReport? Report { get; private set; }

    /// <summary>A program wrote it, not a person (RFC 3834, and what programs did before it): answering it would begin a loop.</summary>
    public bool IsAutomatic { get; private set; }

    public static ReceivedMail Read(byte[] message)
    {
        var source = Encoding.Latin1.GetString(message).Replace("\r\n", "\n");
        var fields = HeaderFields.Read(source, out var body);
        var mail = new ReceivedMail(fields);
        mail.Collect(fields, source[body..], 0);
        mail.IsAutomatic = mail.LooksAutomatic();
        if (mail.IsAutomatic)
            mail.Report = DeliveryReport.Of(mail.Sources());
        return mail;
    }

    private static MailAddressCollection Addresses(string field)
    {
        var addresses = new MailAddressCollection();
        try
        {
            if (field.Length > 0)
                addresses.Add(field);
        }
        catch (FormatException)
        {
            // Not an address; so it names none.
        }
        return addresses;
    }

    private bool LooksAutomatic() =>
        header["Auto-Submitted"] is { } auto
            && !auto.Trim().Equals("no", StringComparison.OrdinalIgnoreCase)
        || header["Precedence"] is { } precedence
            && Bulk.Contains(precedence.Trim(), StringComparer.OrdinalIgnoreCase)
        || header["Return-Path"]?.Trim() == "<>"
        || header["X-Autoreply"] is not null
        || header["X-Autorespond"] is not null
        || FieldValue.Read(header["Content-Type"]).Value == "multipart/report"
        || From?.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) == true;

    private ReportSources Sources() =>
        new(
            FieldValue.Read(header["Content-Type"]).Value == "multipart/report"
                ? deliveryStatus
                : null,
            ours,
            [.. header.All("References"), .. header.All("In-Reply-To")],
            header["X-Failed-Recipients"] is not null,
            text ?? ""
        );

    private void Collect(HeaderFields fields, string content, int depth)
    {
        if (++parts > MostParts || depth > Deepest)
            return;
        var type = FieldValue.Read(fields["Content-Type"] ?? "text/plain");
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            if (type.Parameter("boundary") is { Length: > 0 } boundary)
                foreach (var part in Split(content, boundary))
                    Collect(HeaderFields.Read(part, out var body), part[body..], depth + 1);
            return;
        }
        if (type.Value is "message/delivery-status" or "message/global-delivery-status")
            deliveryStatus ??= Decoded(fields, content);
        if (
            type.Value
            is "message/rfc822"
                or "text/rfc822-headers"
                or "message/global"
                or "message/global-headers"
        )
            ours ??= HeaderFields.Read(Decoded(fields, content), out _)["Message-ID"];
        var disposition = FieldValue.Read(fields["Content-Disposition"]);
        var name = disposition.Parameter("filename") ?? type.Parameter("name");
        var isText = type.Value is "text/plain" or "text/html" or "";
        if (disposition.Value == "attachment" || name is not null || !isText)
        {
            attachments.Add(Kernel.Text.Typed.OneLine(name ?? type.Value));
            return;
        }
        var bytes = TransferEncoding.Decode(fields["Content-Transfer-Encoding"], content);
        var words = Charsets.Decode(type.Parameter("charset"), bytes);
        if (type.Value == "text/html")
            html ??= words;
        else
            text = text is null ? words : $"{text}\n{words}";
    }

    // What reports consist of is ASCII, one letter a byte.
    private static string Decoded(HeaderFields fields, string content) =>
        Encoding
            .Latin1.GetString(TransferEncoding.Decode(fields["Content-Transfer-Encoding"], content))
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .TrimStart('\n');

    /// <summary>The parts between the boundary lines (RFC 2046, 5.1.1).</summary>
    private static IEnumerable<string> Split(string content, string boundary)
    {
        var (open, close) = ($"--{boundary}", $"--{boundary}--");
        StringBuilder? part = null;
        foreach (var line in content.Split('\n'))
        {
            var end = line.TrimEnd(' ', '\t');
            if (end == open || end == close)
            {
                if (part is not null)
                    yield return Whole(part);
                if (end == close)
                    yield break;
                part = new StringBuilder();
            }
            else
                part?.Append(line).Append('\n');
        }
        if (part is not null)
            yield return Whole(part);
    }

    // The line end before a boundary belongs to the boundary.
    private static string Whole(StringBuilder part) =>
        part.Length > 0 ? part.ToString(0, part.Length - 1) : "";
}
