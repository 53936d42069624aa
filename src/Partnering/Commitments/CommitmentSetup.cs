using Banyan.Kernel.Work;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Commitments;

internal static class CommitmentSetup
{
    public static void AddCommitments(this IServiceCollection services) =>
        services
            .AddScoped<OpenBoard>()
            .AddScoped<CommitmentMail>()
            .AddScoped<IPartnerRoom, CommitmentRoom>()
            .AddWork<RemindSides>(CommitmentsDue.Kind)
            .AddWork<LookAtEvidence>(EvidenceLook.Kind);
}
