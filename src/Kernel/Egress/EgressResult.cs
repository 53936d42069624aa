using System.Net;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Kernel.Egress;

/// <summary>Why something outside is read. It chooses the Accept header and stands in the log.</summary>
public enum EgressPurpose
{
    SiteCheck,
    CodeOfConductCheck,
    CalendarFeed,
}

/// <summary>Either an <see cref="EgressAnswer"/> or an <see cref="EgressProblem"/>.</summary>
public abstract record EgressResult
{
    private protected EgressResult() { }

    public required Instant At { get; init; }
}

/// <summary>An answer of the outside, of any status.</summary>
public sealed record EgressAnswer : EgressResult
{
    public required WebAddress FinalAddress { get; init; }
    public required HttpStatusCode Status { get; init; }

    /// <summary>Lower case, without parameters; "" when the server names none.</summary>
    public required string ContentType { get; init; }

    /// <summary>The decoded body; "" for what is no text, such as a picture.</summary>
    public required string Text { get; init; }

    /// <summary>Every address that was asked, the first one included.</summary>
    public required IReadOnlyList<WebAddress> Hops { get; init; }

    /// <summary>SHA-256 of the body after decompression, lower-case hexadecimal.</summary>
    public required string BodyHash { get; init; }
}

public enum EgressProblemKind
{
    NoSuchName,

    /// <summary>Our own side: no name service or no route. It says nothing of the site.</summary>
    NoNetwork,
    ForbiddenAddress,
    ForbiddenPort,
    Timeout,
    TooLarge,
    TooManyHops,
    NotHttp,
    Downgrade,
    TlsFailed,
    ConnectionFailed,
    BadAnswer,
}

/// <summary>No answer, and the sentence that says why to the person who gave the address.</summary>
public sealed record EgressProblem : EgressResult
{
    public required EgressProblemKind Kind { get; init; }

    /// <summary>The address at which it went wrong: the given one or one that it redirects to.</summary>
    public required WebAddress Address { get; init; }

    public string Sentence =>
        Kind switch
        {
            EgressProblemKind.NoSuchName => Fill(Texts.NoSuchName),
            EgressProblemKind.NoNetwork => Fill(Texts.NoNetwork),
            EgressProblemKind.ForbiddenAddress => Fill(Texts.ForbiddenAddress),
            EgressProblemKind.ForbiddenPort => Fill(Texts.ForbiddenPort),
            EgressProblemKind.Timeout => Fill(Texts.Timeout),
            EgressProblemKind.TooLarge => Fill(Texts.TooLarge),
            EgressProblemKind.TooManyHops => Fill(Texts.TooManyHops),
            EgressProblemKind.NotHttp => Fill(Texts.NotHttp),
            EgressProblemKind.Downgrade => Fill(Texts.Downgrade),
            EgressProblemKind.TlsFailed => Fill(Texts.TlsFailed),
            EgressProblemKind.ConnectionFailed => Fill(Texts.ConnectionFailed),
            EgressProblemKind.BadAnswer => Fill(Texts.BadAnswer),
        };

    private string Fill(string text) =>
        string.Format(System.Globalization.CultureInfo.CurrentCulture, text, Address.Host);
}
