using System.Text;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Mail.Reading;

namespace Banyan.Rules.Tests.Mail;

/// <summary>Reports of mail servers, as they write them.</summary>
public sealed class DeliveryReportTests
{
    private const string Ours = "0190a1b2c3d44e5f8a6b7c8d9e0f1a2b";

    /// <summary>As Postfix writes it.</summary>
    private static string Standard(string action, string status) =>
        $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
            Auto-Submitted: auto-replied
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="B0"

            --B0
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.example.net. <script>x</script>

            --B0
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net
            X-Postfix-Queue-ID: 1A2B3C4D5E
            Arrival-Date: Mon, 20 Mar 2028 10:42:00 +0000 (UTC)

            Final-Recipient: rfc822; nusrat@example.org
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; 550 5.1.1 unknown

            --B0
            Content-Type: text/rfc822-headers

            Message-ID: <{Ours}@umbrella.example.org>
            Subject: a question

            --B0--
            """;

    [Theory]
    [InlineData("failed", "5.1.1", "5.1.1", false, true)]
    [InlineData("Failed", "5.2.2 (mailbox full)", "5.2.2", false, true)]
    [InlineData("failed", "4.4.7", "4.4.7", false, false)]
    [InlineData("delayed", "4.4.1", "4.4.1", true, false)]
    [InlineData("failed", "nonsense", "", false, true)]
    public void A_standard_report_says_which_mail_and_why(
        string action,
        string status,
        string code,
        bool isDelay,
        bool forGood
    )
    {
        var mail = Read(Standard(action, status));
        mail.IsAutomatic.ShouldBeTrue();
        var report = mail.Report.ShouldNotBeNull();
        report.Failure.ShouldBe(new Failure(code, isDelay));
        report.Failure.IsForGood.ShouldBe(forGood);
        report.About("umbrella.example.org").ShouldBe(Guid.Parse(Ours));
        report.About("elsewhere.example.org").ShouldBeNull();
    }

    [Theory]
    [InlineData("delivered", "2.0.0")]
    [InlineData("relayed", "2.0.0")]
    [InlineData("expanded", "2.0.0")]
    public void A_report_of_success_is_none(string action, string status) =>
        Read(Standard(action, status)).Report.ShouldBeNull();

    [Fact]
    public void A_failure_counts_before_a_delay_of_another_receiver()
    {
        var both = Standard("delayed", "4.4.1")
            .Replace(
                "Diagnostic-Code: smtp; 550 5.1.1 unknown",
                "\nFinal-Recipient: rfc822; other@example.org\nAction: failed\nStatus: 5.1.2",
                StringComparison.Ordinal
            );
        Read(both).Report!.Failure.ShouldBe(new Failure("5.1.2", false));
    }

    [Fact]
    public void What_exim_writes_is_known_by_its_field()
    {
        var report = Read(
            $"""
            Return-Path: <>
            From: Mail Delivery System <Mailer-Daemon@mx.example.net>
            X-Failed-Recipients: nusrat@example.org
            Auto-Submitted: auto-replied
            Subject: Mail delivery failed: returning message to sender

            A message that you sent could not be delivered to one or more of its recipients.

              nusrat@example.org
                host mx.example.org [192.0.2.1]
                SMTP error from remote mail server after RCPT TO:<nusrat@example.org>:
                550 5.1.1 <nusrat@example.org>: no such user

            ------ This is a copy of the message, including all the headers. ------

            Message-ID: <{Ours}@umbrella.example.org>
            Subject: a question
            """
        ).Report;
        report!.Failure.ShouldBe(new Failure("5.1.1", false));
        report.About("umbrella.example.org").ShouldBe(Guid.Parse(Ours));
    }

    [Fact]
    public void What_qmail_writes_is_known_by_its_first_line()
    {
        var report = Read(
            $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.net
            Subject: failure notice

            Hi. This is the qmail-send program at mx.example.net.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <nusrat@example.org>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            Message-ID:
             <{Ours}@umbrella.example.org>
            """
        ).Report;
        report!.Failure.ShouldBe(new Failure("5.1.1", false));
        report.About("umbrella.example.org").ShouldBe(Guid.Parse(Ours));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "I am away until Monday.")]
    [InlineData("Precedence: bulk", "Your ticket 5.1.1 was opened.")]
    [InlineData("Return-Path: <>", "Undeliverable, says whoever wrote this. 550 5.1.1")]
    public void Another_programs_mail_is_no_report(string field, string words)
    {
        var mail = Read(
            $"{field}\nFrom: nusrat@example.org\nReferences: <{Ours}@umbrella.example.org>\n\n{words}"
        );
        mail.IsAutomatic.ShouldBeTrue();
        mail.Report.ShouldBeNull();
    }

    [Fact]
    public void What_a_person_writes_is_no_report_whatever_it_holds() =>
        Read(
            $"From: nusrat@example.org\nX-Failed-Recipients: a@b\n\nHi. This is the qmail-send program\nMessage-ID: <{Ours}@umbrella.example.org>"
        )
            .Report.ShouldBeNull();

    private static ReceivedMail Read(string message) =>
        ReceivedMail.Read(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));
}
