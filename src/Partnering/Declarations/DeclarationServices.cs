using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Declarations;

internal static class DeclarationServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddScoped<DeclareConflict>()
            .AddScoped<ReachedCase>()
            .AddScoped<ConflictHints>()
            .AddScoped<WhoReads>()
            .AddScoped<LedCase>()
            .AddScoped<ConflictMail>();
}
