using Banyan.Kernel.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Banyan.Kernel.Egress;

public static class EgressModule
{
    /// <summary>Adds <see cref="EgressClient"/>. Options, resolver and clock that were added before stay.</summary>
    /// <param name="site">Our own address, which every request names.</param>
    public static IServiceCollection AddEgress(this IServiceCollection services, Uri site)
    {
        services.TryAddSingleton(new EgressOptions { BaseUrl = site });
        services.TryAddSingleton<IResolver, DnsResolver>();
        services.TryAddSingleton<IClock, MillisecondClock>();
        services.TryAddSingleton<EgressClient>();
        return services;
    }
}
