using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Review;

internal static class ReviewServices
{
    public static void Add(IServiceCollection services)
    {
        services
            .AddScoped<OpenCase>()
            .AddScoped<ReviewMail>()
            .AddScoped<ReadCase>()
            .AddScoped<ReadDesk>();
    }
}
