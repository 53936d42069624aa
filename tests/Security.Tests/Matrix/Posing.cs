using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Matrix;

/// <summary>A fault made on purpose: behind the gate every page takes whoever looks for somebody else, so that whose record it is no longer matters.</summary>
internal sealed class Posing : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>For whom everybody is taken; null: for who they are.</summary>
    public Viewer? For { get; set; }

    /// <summary>Who came through the gate last.</summary>
    public Viewer? Last { get; private set; }

    // After the policy that loads the compiled page.
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (
                candidates.IsValidCandidate(index)
                && candidates[index].Endpoint is RouteEndpoint page
                && page.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
            )
                candidates.ReplaceEndpoint(index, Behind(page), candidates[index].Values);
        }
        return Task.CompletedTask;
    }

    private RouteEndpoint Behind(RouteEndpoint page) =>
        new(
            context =>
            {
                var holder = context.RequestServices.GetRequiredService<ViewerHolder>();
                Last = holder.Viewer;
                holder.Viewer = For ?? holder.Viewer;
                return page.RequestDelegate!(context);
            },
            page.RoutePattern,
            page.Order,
            page.Metadata,
            page.DisplayName
        );
}
