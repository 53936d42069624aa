using Banyan.Kernel.Work;
using Banyan.Partnering.Ballots.Domain;
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
            .AddScoped<VotingQueue>()
            .AddScoped<QueueTurn>()
            .AddScoped<DigestMail>()
            .AddWork<CloseRound>(RoundDue.Kind)
            .AddWork<NudgeRound>(NudgeDue.Kind)
            .AddWork<WeekDigest>(WeekDigest.Kind);
    }
}
