using System.Net;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using NodaTime;

namespace Banyan.Rules.Tests.Checks;

/// <summary>Answers of the outside as the way out would bring them.</summary>
internal static class Answers
{
    public const string Hash = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
    public static readonly Instant At = Instant.FromUtc(2028, 3, 22, 9, 0);

    public static WebAddress Address(string typed)
    {
        WebAddress.TryRead(typed, out var address, out _).ShouldBeTrue();
        return address;
    }

    public static EgressAnswer Page(
        string html,
        int status = 200,
        string from = "https://fair.example.org/coc",
        string? final = null
    ) =>
        new()
        {
            At = At,
            FinalAddress = Address(final ?? from),
            Status = (HttpStatusCode)status,
            ContentType = "text/html",
            Text = html,
            Hops = [Address(from), .. final is null ? Array.Empty<WebAddress>() : [Address(final)]],
            BodyHash = Hash,
        };

    public static EgressProblem Problem(EgressProblemKind kind) =>
        new()
        {
            At = At,
            Kind = kind,
            Address = Address("https://fair.example.org/coc"),
        };
}
