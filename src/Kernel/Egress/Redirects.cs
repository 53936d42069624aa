using System.Diagnostics.CodeAnalysis;
using System.Net;
using Banyan.Kernel.Domain;

namespace Banyan.Kernel.Egress;

/// <summary>Reads where an answer sends us. The next address passes the same rules as one that a person typed.</summary>
internal static class Redirects
{
    public static bool Is(HttpResponseMessage response, [NotNullWhen(true)] out string? location)
    {
        location = null;
        var isRedirect =
            response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
        // Raw, for the typed header drops what it cannot read.
        if (isRedirect && response.Headers.NonValidated.TryGetValues("Location", out var values))
            location = values.ToString();
        return location is not null;
    }

    public static bool TryRead(
        WebAddress from,
        string location,
        [NotNullWhen(true)] out WebAddress? next,
        out EgressProblemKind problem
    )
    {
        next = null;
        problem = EgressProblemKind.BadAnswer;
        if (
            location.Length > WebAddress.MaxLength
            || !Uri.TryCreate(from.Uri, location, out var target)
        )
            return false;
        if (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
            problem = EgressProblemKind.NotHttp;
        else if (!WebAddress.TryRead(target.AbsoluteUri, out next, out var why))
            problem = Kind(why);
        else if (from.IsSecure && !next.IsSecure)
            (next, problem) = (null, EgressProblemKind.Downgrade);
        return next is not null;
    }

    private static EgressProblemKind Kind(WebAddressProblem problem) =>
        problem switch
        {
            WebAddressProblem.IpLiteral or WebAddressProblem.SingleLabel =>
                EgressProblemKind.ForbiddenAddress,
            WebAddressProblem.NotWeb => EgressProblemKind.NotHttp,
            WebAddressProblem.None
            or WebAddressProblem.Empty
            or WebAddressProblem.TooLong
            or WebAddressProblem.UnsafeCharacters
            or WebAddressProblem.UserInfo
            or WebAddressProblem.Shortener
            or WebAddressProblem.Unreadable => EgressProblemKind.BadAnswer,
        };
}
