using Banyan.Partnering.Programs.Domain;

namespace Banyan.Testing.Simulation;

/// <summary>
/// The decision rules a second time, in another style, to hold the first against: a log of what people did is replayed
/// from its beginning over a string of marks, with fractions in decimals, and early ends by trying every way in which
/// the missing votes could fall. Hours since opening stand for time.
/// </summary>
/// <param name="discussion">How many hours a discussion has that begins in an hour.</param>
internal sealed class RoundOracle(DecisionRule rule, int seats, Func<int, int> discussion)
{
    private readonly char[] marks = [.. Enumerable.Repeat('-', seats)];
    private readonly HashSet<string> stops = [];
    private int deadline = rule.OpenDays * 24;
    private int? stoppedAt;
    private bool extended;
    private char casting = ' ';
    private bool chairless;

    public string Phase { get; private set; } = "Voting";

    /// <summary>Empty while it is open.</summary>
    public string End { get; private set; } = "";

    public int Deadline => deadline;

    public string Marks => new(marks);

    private bool Open => End.Length == 0;
    private bool Running => Open && stoppedAt is null;

    public void Vote(int seat, char vote, int hour)
    {
        if (Running && Phase != "Casting" && hour < deadline && marks[seat] != 'R')
            marks[seat] = vote;
        Look(hour);
    }

    public void Recuse(int seat, int hour)
    {
        if (Open)
            marks[seat] = 'R';
        Look(hour);
    }

    public void Amend(int hour)
    {
        if (Open && marks.Any(mark => mark is 'F' or 'X' or 'A'))
        {
            for (var seat = 0; seat < marks.Length; seat++)
                marks[seat] = marks[seat] is 'F' or 'X' or 'A' ? 'S' : marks[seat];
            var least = (stoppedAt ?? hour) + 72;
            while (deadline < least)
                deadline += 24;
        }
        Look(hour);
    }

    public void Stand(string why, int hour)
    {
        if (Open && (why != "held" || (stoppedAt ?? hour) < deadline) && stops.Add(why))
            stoppedAt ??= hour;
        Look(hour);
    }

    public void Continue(string why, int hour)
    {
        if (Open && stops.Remove(why) && stops.Count == 0)
        {
            deadline += hour - stoppedAt!.Value;
            stoppedAt = null;
        }
        Look(hour);
    }

    public void ChairEnds(int hour)
    {
        if (Running && hour < deadline && MayEnd())
            deadline = hour;
        Look(hour);
    }

    public void ChairCasts(char vote, int hour)
    {
        if (Running && Phase == "Casting" && hour < deadline)
            casting = vote;
        Look(hour);
    }

    public void ChairStepsAside(int hour)
    {
        chairless |= Open;
        Look(hour);
    }

    public void Look(int hour)
    {
        for (var before = ""; Running && before != State(); )
        {
            before = State();
            Step(hour);
        }
    }

    private string State() => $"{Phase}{deadline}{extended}{End}";

    private void Step(int hour)
    {
        var over = hour >= deadline;
        if (Phase == "Casting")
        {
            End =
                casting == 'F' ? "Passed"
                : casting == 'X' ? "Failed"
                : over || chairless ? "Escalated"
                : "";
            return;
        }
        if (Verdict(Marks, over) is not { } verdict)
            return;
        switch (verdict)
        {
            case "discuss":
                Phase = "Discussion";
                deadline = hour + discussion(hour);
                break;
            case "extend":
                extended = true;
                deadline += ((DecisionRule.Majority)rule).ExtendDays * 24;
                break;
            case "chair" when chairless:
                End = "Escalated";
                break;
            case "chair":
                Phase = "Casting";
                deadline = hour + (5 * 24);
                break;
            default:
                End = verdict;
                break;
        }
    }

    /// <summary>What the rule says of these marks: a step in small letters, an end with a capital, or nothing.</summary>
    private string? Verdict(string all, bool over)
    {
        var voters = all.Replace("R", "", StringComparison.Ordinal);
        decimal N(params char[] letters) => voters.Count(letters.Contains);
        var everybody = N('-', 'S') == 0;
        switch (rule)
        {
            case DecisionRule.LazyConsensus lazy:
                if (voters.Length < lazy.For)
                    return "Escalated";
                if (Phase == "Discussion")
                    return !over && !(everybody && N('X') == 0) ? null
                        : N('X') == 0 && N('F') >= lazy.For ? "Passed"
                        : "Escalated";
                if (N('X') > 0)
                    return "discuss";
                return over || everybody
                    ? N('F') >= lazy.For
                        ? "Passed"
                        : "Escalated"
                    : lazy.Early && N('F') >= lazy.For
                        ? "Passed"
                        : null;
            case DecisionRule.Majority majority:
                var quorum = QuorumOf(majority.Quorum, voters.Length);
                if (voters.Length == 0 || voters.Length < quorum)
                    return "Escalated";
                if (over || everybody)
                    return Count(majority, voters, mayExtend: majority.ExtendDays > 0 && !extended);
                if (!majority.Early)
                    return null;
                var ends = Completions(voters)
                    .Select(done => Count(majority, done, mayExtend: false))
                    .Distinct()
                    .ToList();
                return ends is ["Passed"] or ["Failed"] ? ends[0] : null;
            case DecisionRule.ShareFor share:
                if (voters.Length == 0)
                    return "Escalated";
                var whole = N('F', 'X', '-', 'S');
                var enough = N('F') > 0 && N('F') / whole * 100m >= share.Percent;
                if (voters.Length < Math.Max(1, Math.Ceiling(voters.Length * share.Percent / 100m)))
                    return "Escalated";
                return over || everybody
                    ? enough
                        ? "Passed"
                        : "Failed"
                    : share.Early && enough
                        ? "Passed"
                        : null;
            case DecisionRule.NoObjection:
                return voters.Length == 0 ? "Escalated"
                    : N('X') > 0 ? "Objected"
                    : over || everybody ? "Passed"
                    : null;
            default:
                throw new InvalidOperationException("No round under this rule.");
        }
    }

    private static string Count(DecisionRule.Majority majority, string voters, bool mayExtend)
    {
        decimal For = voters.Count(mark => mark == 'F');
        decimal against = voters.Count(mark => mark == 'X');
        decimal abstained = voters.Count(mark => mark == 'A');
        if (For + against + abstained < QuorumOf(majority.Quorum, voters.Length))
            return mayExtend ? "extend" : "Escalated";
        var whole = (majority.Of, majority.Threshold) switch
        {
            (CountOf.Present, Threshold.Absolute) => For + against + abstained,
            (CountOf.Present, _) => For + against,
            (CountOf.Eligible, Threshold.Absolute) => voters.Length,
            (CountOf.Eligible, _) => voters.Length - abstained,
            _ => throw new InvalidOperationException(),
        };
        if (majority.Threshold == Threshold.TwoThirds)
            return For > 0 && For / whole >= 2m / 3m - 0.0000001m ? "Passed" : "Failed";
        return For > whole / 2m ? "Passed"
            : For < whole / 2m ? "Failed"
            : majority.Tie == TieRule.Decline ? "Failed"
            : majority.Tie == TieRule.Escalate ? "Escalated"
            : "chair";
    }

    /// <summary>Every way in which the missing could still vote, or stay away; who of them does what is all one.</summary>
    private static IEnumerable<string> Completions(string voters)
    {
        var cast = new string([.. voters.Where(mark => mark is 'F' or 'X' or 'A')]);
        var missing = voters.Length - cast.Length;
        return from inFavour in Enumerable.Range(0, missing + 1)
            from against in Enumerable.Range(0, missing - inFavour + 1)
            from abstained in Enumerable.Range(0, missing - inFavour - against + 1)
            select cast
                + new string('F', inFavour)
                + new string('X', against)
                + new string('A', abstained)
                + new string('n', missing - inFavour - against - abstained);
    }

    private static decimal QuorumOf(Quorum quorum, int members) =>
        quorum.Kind switch
        {
            QuorumKind.HalfPlusOne => Math.Floor(members / 2m) + 1,
            QuorumKind.TwoThirds => Math.Ceiling(members * 2m / 3m),
            QuorumKind.Votes => quorum.Votes,
            _ => throw new InvalidOperationException(),
        };

    private bool MayEnd() =>
        Phase == "Discussion"
        || Phase == "Voting"
            && rule switch
            {
                DecisionRule.Majority majority => Marks.Count(mark => mark is 'F' or 'X' or 'A')
                    >= QuorumOf(majority.Quorum, Marks.Count(mark => mark != 'R')),
                DecisionRule.ShareFor => Verdict(Marks, over: true) == "Passed",
                _ => false,
            };
}
