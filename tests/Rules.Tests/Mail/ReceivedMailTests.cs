using System.Globalization;
using System.Text;
using Banyan.Kernel.Mail.Reading;

namespace Banyan.Rules.Tests.Mail;

/// <summary>Messages byte for byte, the broken ones too.</summary>
public sealed class ReceivedMailTests
{
    private const string Whole = """
        Return-Path: <nusrat@example.org>
        From: =?utf-8?q?Nusrat_Jah=C4=81n?= <nusrat@example.org>
        To: "The Foundation, replies" <reply+k7q3@example.org>
        Subject: Re: a question
        Message-ID: <1@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="a b"

        This is a message with several parts.
        --a b
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Mike does =E2=80=94 and =
        Asha.
        --inner
        Content-Type: text/html; charset=utf-8

        <p>Mike does</p>
        --inner--
        --a b
        Content-Type: application/pdf; name*=utf-8''plan%20%E2%98%83.pdf
        Content-Transfer-Encoding: base64

        AAAA
        --a b--
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Words_files_and_addresses_are_found(string lineEnd)
    {
        var mail = Read(Whole, lineEnd);
        mail.From.ShouldBe("nusrat@example.org");
        mail.Text.ShouldBe("Mike does — and Asha.");
        mail.Html.ShouldBe("<p>Mike does</p>");
        mail.Attachments.ShouldBe(["plan ☃.pdf"]);
        mail.Recipients.ShouldBe(["\"The Foundation, replies\" <reply+k7q3@example.org>"]);
        mail.MessageId.ShouldBe("<1@example.org>");
        mail.IsAutomatic.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("auto-submitted: auto-generated (vacation)")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Return-Path: <>")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x")]
    public void What_a_program_wrote_is_known_for_it(string field) =>
        Read($"{field}\nFrom: nusrat@example.org\n\nI am away.").IsAutomatic.ShouldBeTrue();

    [Fact]
    public void A_mail_server_that_speaks_for_itself_is_a_program() =>
        Read("From: MAILER-DAEMON@example.org\n\nNo such person.").IsAutomatic.ShouldBeTrue();

    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Precedence: first-class")]
    [InlineData("X-Mailer: something")]
    public void What_a_person_wrote_is_not(string field) =>
        Read($"{field}\nFrom: nusrat@example.org\n\nI am here.").IsAutomatic.ShouldBeFalse();

    [Theory]
    [InlineData("From: a@example.org, b@example.org")]
    [InlineData("From: nobody")]
    [InlineData("From:")]
    [InlineData("Subject: nothing")]
    public void A_sender_that_is_none_or_several_is_nobody(string field) =>
        Read($"{field}\n\nWords").From.ShouldBeNull();

    [Theory]
    [InlineData("charset=iso-8859-1", new byte[] { 0xE9 }, "é")]
    [InlineData("charset=\"windows-1252\"", new byte[] { 0x93 }, "“")]
    [InlineData("charset=us-ascii", new byte[] { 0xC3, 0xA9 }, "é")]
    [InlineData("charset=no-such-thing", new byte[] { 0xE9 }, "é")]
    [InlineData("charset=utf-7", new byte[] { (byte)'+', (byte)'A', (byte)'D' }, "+AD")]
    public void Letters_of_other_charsets_are_read(string charset, byte[] sent, string read) =>
        ReceivedMail
            .Read([.. Encoding.ASCII.GetBytes($"Content-Type: text/plain; {charset}\n\n"), .. sent])
            .Text.ShouldBe(read);

    [Fact]
    public void Any_bytes_can_be_read()
    {
        var random = new Random(2028);
        var whole = Encoding.UTF8.GetBytes(Whole);
        string[] pieces =
        [
            "--a b",
            "--inner--",
            "\n\n",
            "=",
            "=?utf-8?b?",
            "?=",
            ";",
            "\"",
            ": ",
            "\0",
            "*0*=",
        ];
        for (var round = 0; round < 3000; round++)
        {
            var broken = whole.ToList();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(broken.Count);
                switch (random.Next(4))
                {
                    case 0:
                        broken[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        broken.RemoveRange(at, Math.Min(random.Next(40), broken.Count - at - 1));
                        break;
                    case 2:
                        broken.InsertRange(
                            at,
                            Encoding.ASCII.GetBytes(pieces[random.Next(pieces.Length)])
                        );
                        break;
                    default:
                        broken.InsertRange(at, broken.GetRange(at / 2, Math.Min(60, at / 2)));
                        break;
                }
            }
            var mail = ReceivedMail.Read([.. broken]);
            QuotedReply.Cut(mail.Text ?? "").Length.ShouldBeLessThanOrEqualTo(broken.Count);
            mail.Attachments.Count.ShouldBeLessThanOrEqualTo(100);
        }
    }

    [Fact]
    public void Parts_within_parts_and_parts_without_end_are_left_at_some_depth()
    {
        var deep = new StringBuilder();
        for (var depth = 0; depth < 5000; depth++)
            deep.Append(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n".Replace(
                    "b\n",
                    string.Create(CultureInfo.InvariantCulture, $"b{depth}\n")
                )
            );
        Read($"{deep}\n\nWords").Text.ShouldBeNull();
        var wide = string.Concat(Enumerable.Repeat("--x\nContent-Type: image/png\n\n\n", 20_000));
        Read($"Content-Type: multipart/mixed; boundary=x\n\n{wide}").Attachments.Count.ShouldBe(99);
    }

    private static ReceivedMail Read(string message, string lineEnd = "\n") =>
        ReceivedMail.Read(Encoding.UTF8.GetBytes(message.ReplaceLineEndings(lineEnd)));
}
