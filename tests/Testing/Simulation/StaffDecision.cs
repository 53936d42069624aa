using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Testing.Simulation;

/// <summary>What staff does once a body has spoken: records what it said, writes the letter and releases it.</summary>
internal static class StaffDecision
{
    public static async Task MakeAsync(YearOfWork year, string reference)
    {
        await year.AsAsync(World.Marie, services => RecordAsync(services, reference));
        await year.AsAsync(World.Marie, services => ReleaseAsync(services, reference));
    }

    private static async Task<Outcome> RecordAsync(IServiceProvider services, string reference)
    {
        var cases = services.GetRequiredService<DecisionCases>();
        var db = services.GetRequiredService<BanyanDb>();
        var found = await cases.FindAsync(
            reference,
            CasePermissions.Decide,
            CancellationToken.None
        );
        var draft =
            found!.Review == ReviewResult.Consensus
                ? new DecisionDraft(
                    DecisionOutcome.Approved,
                    new Dictionary<string, string>(StringComparer.Ordinal),
                    "",
                    null
                )
                : new DecisionDraft(
                    DecisionOutcome.Declined,
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [found.Program.Criteria[0].Key] = "It does not fit yet.",
                    },
                    "Apply again next year.",
                    null
                );
        var (decision, outcome) = Decision.Record(
            found.Application.Id,
            draft,
            found.Facts,
            services.GetRequiredService<Viewer>().Actor,
            found.Now
        );
        if (decision is null)
            throw new InvalidOperationException($"{reference}: {outcome.Refusal!.Sentence}");
        db.Add(decision);
        var letter = await services
            .GetRequiredService<LetterComposer>()
            .ComposeAsync(found, decision, CancellationToken.None);
        db.Add(Partnering.Decisions.Domain.Letter.Write(decision, letter, found.Now));
        return outcome;
    }

    private static async Task<Outcome> ReleaseAsync(IServiceProvider services, string reference)
    {
        var actor = services.GetRequiredService<Viewer>().Actor;
        var open =
            await services
                .GetRequiredService<LetterPages>()
                .FindAsync(reference, CasePermissions.Release, CancellationToken.None)
            ?? throw new InvalidOperationException($"{reference} has no letter.");
        var outcome = open
            .Letter.Release(open.Fresh, open.View.Seen, actor, open.Case.Now)
            .And(open.Case.Application.Release($"{open.Decision.Outcome}", actor, open.Case.Now));
        return outcome.Done
            ? outcome
            : throw new InvalidOperationException($"{reference}: {outcome.Refusal!.Sentence}");
    }
}
