using Banyan.Kernel.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Importing;

internal static class ImportServices
{
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services
            .AddSingleton<ImportProgress>()
            .AddScoped<OpenImport>()
            .AddScoped<OpenFile>()
            .AddScoped<JudgeRows>()
            .AddScoped<WriteRows>()
            .AddScoped<RunImport>()
            .AddWork<ImportWork>(ImportWork.Kind);
}
