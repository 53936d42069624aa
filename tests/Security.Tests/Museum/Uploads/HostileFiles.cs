using System.Text;

namespace Banyan.Security.Tests.Museum.Uploads;

/// <summary>Files as somebody sends them who wants them to run in the browser of whoever opens them.</summary>
internal static class HostileFiles
{
    private const string Script = "<script>alert(document.domain)</script>";

    /// <summary>Content that a browser would run if it were shown, under the name and type that would make it so.</summary>
    public static readonly IReadOnlyList<HostileFile> Contents =
    [
        Text("page.html", "text/html", $"<!doctype html><title>x</title>{Script}"),
        Text("page.htm", "text/html; charset=utf-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
        Text(
            "page.xhtml",
            "application/xhtml+xml",
            $"<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>{Script}</body></html>"
        ),
        Text(
            "drawing.svg",
            "image/svg+xml",
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">{Script}</svg>"
        ),
        Text(
            "drawing.svg.png",
            "image/png",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
        ),
        Text(
            "list.xml",
            "text/xml",
            "<?xml-stylesheet type=\"text/xsl\" href=\"#s\"?><x xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>alert(1)</h:script></x>"
        ),
        Text(
            "letter.mht",
            "multipart/related",
            $"MIME-Version: 1.0\nContent-Type: text/html\n\n{Script}"
        ),
        Text("code.js", "text/javascript", "alert(1)"),
        Text("code.mjs", "application/javascript", "export default alert(1)"),
        Text("style.css", "text/css", "body{background:url(javascript:alert(1))}"),
        Text(
            "app.webmanifest",
            "application/manifest+json",
            "{\"start_url\":\"javascript:alert(1)\"}"
        ),
        Text(
            "link.url",
            "application/internet-shortcut",
            "[InternetShortcut]\nURL=javascript:alert(1)"
        ),
        Text("link.desktop", "application/x-desktop", "[Desktop Entry]\nExec=xterm"),
        Text("run.bat", "application/bat", "start calc"),
        Text("run.hta", "application/hta", Script),
        Text(".htaccess", "text/plain", "AddType text/html .txt"),
        Text("web.config", "text/xml", "<configuration/>"),
        Text(
            "crossdomain.xml",
            "text/xml",
            "<cross-domain-policy><allow-access-from domain=\"*\"/></cross-domain-policy>"
        ),
        Text("table.csv", "text/html", $"=cmd|' /C calc'!A0,{Script}"),
        Text("notes.md", "text/html", $"[x](javascript:alert(1)){Script}"),
        // What they begin with makes them what they say, and a browser that guessed would find a page in them.
        new(
            "picture.gif.png",
            "text/html",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Bytes(Script)]
        ),
        new("picture.jpg", "text/html", [0xFF, 0xD8, 0xFF, 0xE0, .. Bytes($"/*{Script}*/")]),
        new(
            "picture.webp",
            "image/svg+xml",
            [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, .. Bytes(Script)]
        ),
        new(
            "paper.pdf",
            "text/html",
            [
                .. "%PDF-1.7\n"u8,
                .. Bytes($"{Script}\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"),
            ]
        ),
        new("paper.pdf.html", "application/pdf", [.. "%PDF-"u8, .. Bytes(Script)]),
        new(
            "archive.pdf",
            "application/java-archive",
            [.. "%PDF-1.4\n"u8, .. "PK\u0003\u0004"u8, .. Bytes("META-INF/MANIFEST.MF")]
        ),
    ];

    /// <summary>What is not taken at all, whatever it is called.</summary>
    public static readonly IReadOnlyList<HostileFile> Refused =
    [
        new("picture.png", "image/png", [.. "GIF89a/*"u8, 0, .. Bytes("*/=1;alert(1)")]),
        new("plan.pdf", "application/pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03]),
        new("plan.pdf", "application/pdf", [0x7F, 0x45, 0x4C, 0x46, 0x02]),
        new("page.txt", "text/plain", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Script)]),
        new("page.txt", "text/plain", [0x3C, 0x00, .. Bytes(Script)]),
        new("archive.docx", "application/zip", [.. "PK\u0003\u0004"u8, .. Bytes("index.html")]),
        new("film.swf", "application/x-shockwave-flash", [.. "FWS"u8, 0x09, 0x00]),
        new("code.class", "application/java", [0xCA, 0xFE, 0xBA, 0xBE]),
        new("font.woff2", "font/woff2", [.. "wOF2"u8, 0x00]),
    ];

    /// <summary>Names that end a header, lead out of a folder, hide what they are, or mean something to a shell.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "a\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>.txt",
        "a\nSet-Cookie: banyan=x.txt",
        "a\rX-Evil: 1.txt",
        "a\0.html",
        "a\u2028b\u2029c.txt",
        "a\u0085b.txt",
        "a\u001b[31mb.txt",
        "\"; filename=\"page.html",
        "a\";filename*=UTF-8''page.html;x=\".txt",
        "a;b=c.txt",
        "a\\\"b.txt",
        "'a'.txt",
        "../../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "/etc/passwd",
        "C:\\autoexec.bat",
        "\\\\server\\share\\x.txt",
        "%2e%2e%2fpasswd",
        "%0d%0aX-Evil:1.txt",
        "invoice\u202Etxt.exe",
        "invoice\u2066fdp\u2069.exe",
        "a\u200Fb.txt",
        "page.html",
        "page.html.",
        "page.html ",
        "page.html::$DATA",
        "page.svg;.txt",
        "CON.txt",
        "nul",
        ".",
        "..",
        "...",
        "~",
        " ",
        "-rf.txt",
        "$(id).txt",
        "`id`.txt",
        "<svg onload=alert(1)>.txt",
        "=?utf-8?q?page=2Ehtml?=",
        "{0}{1}.txt",
        "\U0001D4F9\U0001D4F1\U0001D4F9.txt",
        new string('a', 5000) + ".html",
        string.Concat(Enumerable.Repeat("\U0001F333", 200)) + ".html",
    ];

    private static HostileFile Text(string name, string type, string words) =>
        new(name, type, Bytes(words));

    private static byte[] Bytes(string words) => Encoding.UTF8.GetBytes(words);
}

/// <param name="Type">What the sender says that it is.</param>
internal sealed record HostileFile(string Name, string Type, byte[] Bytes);
