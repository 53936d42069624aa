using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Decisions;

internal static class DecisionSetup
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) =>
        services
            .AddScoped<DecisionCases>()
            .AddScoped<DropDecision>()
            .AddScoped<AppealMail>()
            .AddScoped<LetterComposer>()
            .AddScoped<LetterTakesEffect>()
            .AddScoped<LetterPages>()
            .AddWork<TakeUpAgain>(PutOffDue.Kind)
            .AddWork<LetterLeaves>(Letter.Kind);
}
