using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Banyan.Security.Tests.Matrix;

/// <summary>A fault made on purpose: every page but the problem page is found with this rule, or none, in the place of its own.</summary>
internal sealed class OtherRules(IAccessRule? rule) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Off while the world is built.</summary>
    public bool On { get; set; }

    // After the policy that loads the compiled page.
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; On && index < candidates.Count; index++)
        {
            if (
                candidates.IsValidCandidate(index)
                && candidates[index].Endpoint is RouteEndpoint page
                && page.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
                && page.RoutePattern.RawText?.StartsWith("problem", StringComparison.Ordinal)
                    != true
            )
                candidates.ReplaceEndpoint(index, With(page), candidates[index].Values);
        }
        return Task.CompletedTask;
    }

    private RouteEndpoint With(RouteEndpoint page)
    {
        var metadata = page.Metadata.Where(item => item is not IAccessRule).ToList();
        if (rule is not null)
            metadata.Add(rule);
        return new RouteEndpoint(
            page.RequestDelegate!,
            page.RoutePattern,
            page.Order,
            new EndpointMetadataCollection(metadata),
            page.DisplayName
        );
    }
}
