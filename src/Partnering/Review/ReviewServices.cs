using Banyan.Kernel.Work;
using Banyan.Partnering.Review.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Review;

internal static class ReviewServices
{
    public static void Add(IServiceCollection services)
    {
        services
            .AddScoped<OpenCase>()
            .AddScoped<OpenRound>()
            .AddScoped<ReviewMail>()
            .AddScoped<ReadCase>()
            .AddScoped<ReadDesk>();
        services.AddWork<CloseRound>(RoundDue.Kind);
    }
}
