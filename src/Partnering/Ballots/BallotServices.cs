using Banyan.Kernel.Work;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Ballots;

internal static class BallotServices
{
    public static void Add(IServiceCollection services)
    {
        services
            .AddScoped<OpenRound>()
            .AddScoped<RunRound>()
            .AddScoped<BallotMail>()
            .AddScoped<SecondLook>();
        services
            .AddScoped<DeclareConflict>()
            .AddScoped<ReachedCase>()
            .AddScoped<ConflictHints>()
            .AddScoped<WhoReads>()
            .AddScoped<LedCase>()
            .AddScoped<ConflictMail>();
        services.AddWork<CloseRound>(RoundDue.Kind);
    }
}
