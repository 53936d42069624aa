using Banyan.Kernel.Work;
using Banyan.Partnering.Acknowledgements.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Acknowledgements;

internal static class AcknowledgementServices
{
    public static IServiceCollection AddAcknowledgements(this IServiceCollection services) =>
        services
            .AddScoped<ReadLedger>()
            .AddScoped<ReadReceipt>()
            .AddScoped<CampaignMail>()
            .AddWork<RemindPartners>(ReminderDue.Kind);
}
