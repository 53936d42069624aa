using System.Globalization;
using System.Net;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Texts = Banyan.Commands.Texts;

namespace Banyan;

/// <summary>The settings of one start, read once. docs/configuration.md lists them.</summary>
internal sealed record Settings
{
    // A room full of people behind one address, each with a form every half minute, stays below it.
    private const int DefaultForms = 120;

    public required Uri BaseUrl { get; init; }
    public required string Data { get; init; }
    public required DatabaseChoice Database { get; init; }

    /// <summary>The file of the keys that open what is sealed in the database.</summary>
    public required string KeyFile { get; init; }
    public string? Mail { get; init; }
    public required string MailFrom { get; init; }

    /// <summary>The mailbox whose messages are handed to <c>banyan mail receive</c>; null: answers to our mails are not read.</summary>
    public EmailAddress? MailReplies { get; init; }

    /// <summary>Whose X-Forwarded-For and X-Forwarded-Proto are taken; empty for nobody's.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>How many forms of people who have not signed in are taken from one network in a minute; 0 for any number.</summary>
    public required int FormsPerMinute { get; init; }

    /// <summary>Why the site does not start with the public address that it was given; null when it does.</summary>
    public string? BaseUrlProblem { get; init; }

    /// <summary>Development or demo mode: the component page, the mail page and sign-in codes on the page exist.</summary>
    public required bool Development { get; init; }

    /// <exception cref="SettingProblem">A setting does not read.</exception>
    public static Settings From(IConfiguration configuration, bool development)
    {
        // The framework's own switch believes whoever connects.
        if (configuration.GetValue("ForwardedHeaders_Enabled", false))
            throw new SettingProblem(Texts.ForwardedForAll);
        var given = configuration["Banyan:BaseUrl"] ?? Listening(configuration["urls"]);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var baseUrl))
            throw new SettingProblem(
                string.Format(CultureInfo.CurrentCulture, Texts.BaseUrlUnreadable, given)
            );
        var data = Path.GetFullPath(configuration["Banyan:Data"] ?? "data");
        return new Settings
        {
            BaseUrl = baseUrl,
            Data = data,
            Database = DatabaseChoice.From(configuration["Banyan:Database"], data),
            KeyFile = Path.GetFullPath(
                configuration["Banyan:KeyFile"] ?? Path.Combine(data, "secrets.keys")
            ),
            Mail = ReadMail(configuration["Banyan:Mail"]),
            MailFrom = ReadMailFrom(configuration["Banyan:MailFrom"], baseUrl),
            MailReplies = ReadMailReplies(configuration["Banyan:MailReplies"]),
            Proxies = Banyan.Proxies.Read(configuration["Banyan:Proxies"]),
            FormsPerMinute = ReadForms(configuration["Banyan:FormsPerMinute"]),
            BaseUrlProblem = Judge(baseUrl, configuration.GetValue("Banyan:AllowHttp", false)),
            // A forgotten environment variable must not show sign-in codes to the world; on a public host only the demo may.
            Development =
                development && baseUrl.IsLoopback || configuration.GetValue("Banyan:Demo", false),
        };
    }

    // Not said back: there may be a password in it.
    private static string? ReadMail(string? given) =>
        string.IsNullOrEmpty(given) ? null
        : SmtpServer.TryRead(given, out _) ? given
        : throw new SettingProblem(Texts.MailUnreadable);

    private static string ReadMailFrom(string? given, Uri baseUrl)
    {
        if (string.IsNullOrEmpty(given))
            return
                baseUrl.HostNameType == UriHostNameType.Dns
                && baseUrl.IdnHost.Contains('.', StringComparison.Ordinal)
                ? $"banyan@{baseUrl.IdnHost}"
                : "banyan@localhost.localdomain";
        return EmailAddress.TryParse(given, out var address, out var problem)
            ? address.Envelope
            : throw new SettingProblem(
                string.Format(
                    CultureInfo.CurrentCulture,
                    Texts.MailFromUnreadable,
                    given,
                    problem.Sentence()
                )
            );
    }

    private static EmailAddress? ReadMailReplies(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return null;
        // Behind a plus comes the key of each mail.
        return
            EmailAddress.TryParse(given, out var address, out _)
            && !address.Envelope.Contains('+', StringComparison.Ordinal)
            ? address
            : throw new SettingProblem(
                string.Format(CultureInfo.CurrentCulture, Texts.MailRepliesUnreadable, given)
            );
    }

    private static int ReadForms(string? given) =>
        string.IsNullOrEmpty(given) ? DefaultForms
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var forms)
            ? forms
        : throw new SettingProblem(
            string.Format(CultureInfo.CurrentCulture, Texts.FormsUnreadable, given)
        );

    // The first address that the program listens on; every address of the machine is called localhost.
    private static string Listening(string? urls)
    {
        var first = urls?.Split(';')[0] ?? "http://localhost:5080";
        foreach (var every in (string[])["//*", "//+", "//0.0.0.0", "//[::]"])
            first = first.Replace(every, "//localhost", StringComparison.Ordinal);
        return first;
    }

    // Codes and sessions would go over the net for everybody to read.
    private static string? Judge(Uri address, bool allowHttp)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return string.Format(CultureInfo.CurrentCulture, Texts.BaseUrlUnreadable, address);
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback || allowHttp
            ? null
            : string.Format(CultureInfo.CurrentCulture, Texts.BaseUrlPlain, address);
    }
}
