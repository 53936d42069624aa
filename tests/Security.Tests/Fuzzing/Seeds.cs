using Banyan.Testing;

namespace Banyan.Security.Tests.Fuzzing;

/// <summary>Good examples of what each parser reads, and pieces of its grammar.</summary>
internal static class Seeds
{
    public const string YamlPieces =
        "&a *a !!str | > ? - : # { } [ ] , ' \" %TAG --- ... << ~ null true 0x1F .inf @ `";
    public const string CsvPieces = ", ; \t \" \"\" \n \r =1+1 @SUM ' 01/02/2027 2027-02-30";
    public const string MarkdownPieces =
        "[a](javascript:x) ![a](x) <script> <xmp> </xmp> <!-- --> ``` ` * _ ** > # 1. - &#0; &colon; \\ <a@b> [a]: <http://x ]( )[ <svg/onload=x>";
    public const string AddressPieces =
        "http:// https:// @ : / // \\ [ ] ::1 % ? # . .. xn-- 127.0.0.1 0x7f 。 ＠ mailto: < > , ; www.";
    public const string MailPieces =
        "From: To: Content-Type: multipart/mixed; boundary=x --x --x-- message/rfc822 =?utf-8?B? ?= =? base64 quoted-printable = =0D charset= filename*0*= \" ; ( ) < > -- On wrote: >";
    public const string DatePieces =
        "1 31 13 february Feb 2027 27 / . - , st nd th monday T00:00Z + 二〇二七年";
    public const string HtmlPieces =
        "<div> </div> <p> <title> <script> </script> <style> <!-- --> <![CDATA[ ]]> & &#x; <a href= <table> <svg> <math> <template> < > \" '";

    public static IReadOnlyList<string> Programs { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "programs"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
        "program: {slug: a, title: A}\n",
    ];

    public static IReadOnlyList<string> Tables { get; } =
    [
        "Title,Day,Result\nFair,2027-03-01,yes\n\"Fair, second\",01/02/2027,\"no \"\"really\"\"\"\n",
        "a;b;c\r\n1;2;3\r\n",
        "a\tb\n=1+1\t@x\n",
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "# Heading\n\nA *text* with [a link](https://example.org \"t\") and `code`.\n\n- one\n- two\n\n> said\n\n1. first\n",
        "[a][r] <https://example.org> <a@example.org>\n\n[r]: https://example.org\n",
        "```\n<script>\n```\n***\n![x](y.png)",
    ];

    public static IReadOnlyList<string> Addresses { get; } =
    [
        "https://pycon.example.org:8443/coc?x=1#y",
        "http://bücher.example.org/",
        "Nusrat <nusrat@example.org>",
        "mailto:nusrat@example.org?cc=x",
        "example.org",
    ];

    public static IReadOnlyList<string> Mails { get; } =
    [
        "From: Nusrat <nusrat@example.org>\nTo: reply@example.org\nSubject: =?utf-8?Q?=C3=A4?=\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nHello=20you\n\nOn Tue, 2 March 2027, Marie wrote:\n> old\n--x\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"a.html\"\n\n<p>x</p>\n--x--\n",
        "From: mailer-daemon@example.net\nReturn-Path: <>\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.1.1\n\n--r\nContent-Type: message/rfc822\n\nMessage-ID: <0190f3c2a1b27000a000000000000001@example.org>\n\nx\n--r--\n",
    ];

    public static IReadOnlyList<string> Dates { get; } =
    ["7 June 2028", "2028-06-07", "07/06/2028", "June 7th, 2028", "Wednesday 7.6.2028"];

    public static IReadOnlyList<string> Pages { get; } =
    [
        "<!doctype html><title>Fair</title><body><h1>Fair</h1><p>Write to conduct@example.org or +49 30 123456.</p><script>x</script>",
        "<meta charset=\"windows-1252\"><table><tr><td>x<div><ul><li>y</table>",
    ];

    public static IReadOnlyList<string> Maps { get; } =
    [
        "{\"banyan\":\"import-map/1\",\"program\":\"a\",\"columns\":[{\"column\":\"Title\",\"to\":\"title\",\"values\":{\"a\":\"b\"}}]}",
    ];

    public static IReadOnlyList<string> Holidays { get; } =
    [
        "2027-12-25,Christmas\n2027-01-01;New Year\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20271225\nDTEND;VALUE=DATE:20271227\nSUMMARY:Feast\n day\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n",
    ];
}
