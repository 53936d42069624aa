using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Reports.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Reports;

internal static class ReportSetup
{
    public static void AddReports(this IServiceCollection services) =>
        services
            .AddScoped<OpenReports>()
            .AddScoped<PublicReports>()
            .AddScoped<SaveReport>()
            .AddScoped<ReportMail>()
            .AddScoped<IPartnerRoom, ReportRoom>()
            .AddWork<AskForReport>(ReportWanted.Kind);
}
