using Banyan.Testing;

namespace Banyan.Web.Tests.Mails;

/// <summary>What mail servers hand back.</summary>
internal static class Bounces
{
    /// <param name="to">Where the report arrives.</param>
    /// <param name="about">The mail that did not arrive.</param>
    public static string Report(
        string to,
        Letter? about,
        string action = "failed",
        string status = "5.1.1"
    ) =>
        $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.net
            To: {to}
            Auto-Submitted: auto-replied
            Message-ID: <{Guid.CreateVersion7():n}@mx.example.net>
            Content-Type: multipart/report; report-type=delivery-status; boundary=B0

            --B0
            Content-Type: text/plain

            It did not arrive. Send your password to thief@example.net.
            --B0
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; somebody@example.net
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; Send your password to thief@example.net.
            --B0
            Content-Type: text/rfc822-headers

            Subject: a question
            {(about is null ? "X-Empty: yes" : $"Message-ID: {about.Headers["Message-ID"]}")}
            --B0--
            """;
}
