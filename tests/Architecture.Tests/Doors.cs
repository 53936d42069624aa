using Banyan.Kernel.Access;
using Banyan.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
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

    /// <summary>Every page and endpoint of the site. A page's attributes are known only once it is loaded.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(BanyanHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            if (page is null)
            {
                doors.Add(Of(endpoint));
                continue;
            }
            var loaded = await loader.LoadAsync(page, endpoint.Metadata);
            doors.Add(
                Of(loaded.Endpoint!) with
                {
                    Methods = string.Join(
                        ", ",
                        loaded
                            .HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
                            .Distinct()
                            .Order(StringComparer.Ordinal)
                    ),
                }
            );
        }
        return
        [
            .. doors
                .OrderBy(door => door.Address, StringComparer.Ordinal)
                .ThenBy(door => door.Methods, StringComparer.Ordinal),
        ];
    }
}
