using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Architecture.Tests;

/// <summary>One address of the site and the rules that stand at it.</summary>
internal sealed record Door(string Address, string Methods, IReadOnlyList<IAccessRule> Rules)
{
    public static Door Of(Endpoint endpoint) =>
        new(
            "/" + ((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "?").TrimStart('/'),
            string.Join(
                ", ",
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            ),
            endpoint.Metadata.GetOrderedMetadata<IAccessRule>()
        );

    /// <summary>Every page and endpoint of the site.</summary>
    public static IReadOnlyList<Door> All(BanyanHost host) =>
        [
            .. host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.Select(endpoint =>
                    endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
                        ? Of(endpoint) with
                        {
                            Methods = MethodsOf(page),
                        }
                        : Of(endpoint)
                )
                .OrderBy(door => door.Address, StringComparer.Ordinal)
                .ThenBy(door => door.Methods, StringComparer.Ordinal),
        ];

    private static string MethodsOf(CompiledPageActionDescriptor page) =>
        string.Join(
            ", ",
            page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
