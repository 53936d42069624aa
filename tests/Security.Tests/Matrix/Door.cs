using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Matrix;

/// <summary>One method at one address pattern of the running host.</summary>
/// <param name="Handles">True when the page or endpoint has a handler for the method.</param>
internal sealed record Door(
    KnownPage Page,
    string Method,
    IAccessRule Rule,
    bool Handles,
    bool IsPage
)
{
    public static readonly string[] Methods = ["GET", "POST"];

    /// <summary>The address patterns of all endpoints.</summary>
    public static IReadOnlyList<string> Patterns(BanyanHost host) =>
        [.. Endpoints(host).Select(PatternOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Every known page with every method. A page that tells no rule is left out here; the gate does not let anybody in there.</summary>
    public static IReadOnlyList<Door> All(BanyanHost host) =>
        [
            .. from endpoint in Endpoints(host)
            let rule = endpoint.Metadata.GetMetadata<IAccessRule>()
            where rule is not null
            join page in AddressBook.Pages on PatternOf(endpoint) equals page.Pattern
            from method in Methods
            select new Door(
                page,
                method,
                rule,
                HandledBy(endpoint).Contains(method, StringComparer.OrdinalIgnoreCase),
                endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
            ),
        ];

    public override string ToString() => $"{Method} {Page.Pattern}";

    private static IEnumerable<RouteEndpoint> Endpoints(BanyanHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string PatternOf(RouteEndpoint endpoint) =>
        "/" + (endpoint.RoutePattern.RawText ?? "?").TrimStart('/');

    // Which methods a page answers is said by its OnGet and OnPost, not by metadata.
    private static IEnumerable<string> HandledBy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            ? page.HandlerMethods.Select(handler => handler.HttpMethod)
            : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? Methods;
}
