using System.Diagnostics;
using System.Text.Json;
using Banyan.Kernel.Mail.Reading;
using Banyan.Testing;

namespace Banyan.Web.Tests.Replies;

/// <summary>Messages that another library wrote, in every charset and encoding that it knows, read as that library meant them.</summary>
public sealed class PeerTests
{
    private const string Writer = """
        import base64, json, sys
        from email.message import EmailMessage
        from email.mime.multipart import MIMEMultipart
        from email.mime.text import MIMEText
        from email.mime.base import MIMEBase
        from email.utils import formataddr
        texts = ["Mike does.", "Zażółć gęślą jaźń", "মাইক উত্তর দেয়", "माइक", "a = b\nfrom here\n.\n..\n" + "x" * 300,
                 "emoji \U0001F333", "tab\tand  spaces   ", "=C3=A9 ?= =?utf-8?q?x?="]
        names = ["plan.pdf", "Übersicht; \"final\".pdf", "পরিকল্পনা.odt", "a" * 120 + " é.txt"]
        out = []
        def add(message, text, files):
            out.append({"source": base64.b64encode(message.as_bytes()).decode(), "text": text, "files": files})
        for text in texts:
            for charset in ("utf-8", "koi8-r", "iso-8859-2", "windows-1252", "cp1251"):
                try: text.encode(charset)
                except UnicodeEncodeError: continue
                for cte in ("quoted-printable", "base64", "8bit"):
                    m = EmailMessage()
                    m["From"] = "Nusrat <nusrat@example.org>"
                    try: m.set_content(text, charset=charset, cte=cte)
                    except Exception: continue
                    add(m, text, [])
                    m.add_alternative("<p>x</p>", subtype="html")
                    add(m, text, [])
                    for name in names:
                        m.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename=name)
                    add(m, text, names)
        for text in texts[:4]:
            m = MIMEMultipart()
            m["From"] = formataddr(("Nusrat জাহান", "nusrat@example.org"))
            m.attach(MIMEText(text, "plain", "utf-8"))
            part = MIMEBase("application", "pdf")
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", names[2]))
            m.attach(part)
            add(m, text, [names[2]])
        json.dump(out, sys.stdout)
        """;

    [Fact]
    public async Task What_pythons_library_writes_is_read_as_it_means_it()
    {
        Assert.SkipWhen(MailServer.Missing is not null, MailServer.Missing ?? "");
        var ct = TestContext.Current.CancellationToken;
        using var python = Process.Start(
            new ProcessStartInfo("python3", ["-c", Writer])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var written = await JsonSerializer.DeserializeAsync<List<Written>>(
            python.StandardOutput.BaseStream,
            JsonSerializerOptions.Web,
            ct
        );
        await python.WaitForExitAsync(ct);
        written!.Count.ShouldBeGreaterThan(150);
        foreach (var message in written)
        {
            var read = ReceivedMail.Read(Convert.FromBase64String(message.Source));
            read.From.ShouldBe("nusrat@example.org");
            (read.Text ?? "").TrimEnd('\n').ShouldBe(message.Text.TrimEnd('\n'));
            read.Attachments.ShouldBe(message.Files);
        }
    }

    private sealed record Written(string Source, string Text, string[] Files);
}
