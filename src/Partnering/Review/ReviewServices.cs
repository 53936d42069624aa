using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Review;

internal static class ReviewServices
{
    public static void Add(IServiceCollection services)
    {
        services
            .AddScoped<OpenCase>()
            .AddScoped<ReviewMail>()
            .AddScoped<StaffMail>()
            .AddScoped<CloseCase>()
            .AddScoped<ReadCase>()
            .AddScoped<ReadDesk>()
            .AddScoped<ReadChoices>()
            .AddScoped<ShowRows>()
            .AddScoped<Colleagues>();
        services.AddWork<WaitForAnswer>(WaitDue.Kind);
    }
}
