using Banyan.Kernel.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Banyan.Kernel.Egress;

public static class EgressModule
{
    /// <summary>Adds <see cref="EgressClient"/>. Options, resolver and clock that were added before stay.</summary>
    public static IServiceCollection AddEgress(this IServiceCollection services)
    {
        services.TryAddSingleton(new EgressOptions());
        services.TryAddSingleton<IResolver, DnsResolver>();
        services.TryAddSingleton<IClock, MillisecondClock>();
        services.TryAddSingleton<EgressClient>();
        return services;
    }
}
