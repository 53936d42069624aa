using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Chairing;

internal static class ChairServices
{
    public static void Add(IServiceCollection services) =>
        services.AddScoped<ChairMail>().AddScoped<FreeMembers>();
}
