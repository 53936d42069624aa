using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Ballots.Domain;

/// <summary>What would be if so many more members recused themselves before they vote.</summary>
/// <param name="Left">Who could still vote, of <paramref name="Today"/>.</param>
/// <param name="Needed">Votes for, or members taking part, that the rule would then ask for.</param>
internal sealed record WhatIf(int Recusing, int Left, int Today, int Needed)
{
    /// <summary>Enough are left for the rule to come to a result.</summary>
    public bool Valid => Left >= Math.Max(1, Needed);

    public string Sentence => RoundSentences.WhatIf(this);

    /// <summary>One line for each number of recusals, to the first that leaves too few.</summary>
    public static IReadOnlyList<WhatIf> Of(DecisionRule rule, int eligible)
    {
        var lines = new List<WhatIf>();
        for (var recusing = 1; recusing <= eligible; recusing++)
        {
            var left = eligible - recusing;
            lines.Add(new(recusing, left, eligible, RuleJudge.Needed(rule, left)));
            if (!lines[^1].Valid)
                break;
        }
        return lines;
    }
}
