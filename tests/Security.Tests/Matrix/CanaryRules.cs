namespace Banyan.Security.Tests.Matrix;

/// <summary>Compares who was shown which words, over all pages, with who may read them.</summary>
internal static class CanaryRules
{
    /// <summary>Sentences where it differs. As every canary has its readers, one that was lost on the way is told too.</summary>
    public static IEnumerable<string> Differences(
        MatrixWorld world,
        IReadOnlyDictionary<Persona, HashSet<string>> seen
    )
    {
        foreach (var record in world.Records)
        foreach (var words in Enum.GetValues<Words>().Where(words => IsIn(words, record)))
        {
            var canary = new Canary(record.Relation, record.Stage, words);
            var readers = seen.Where(known => known.Value.Contains(canary.Text))
                .Select(known => known.Key.Name)
                .Order(StringComparer.Ordinal);
            var allowed = seen
                .Keys.Where(persona => Rules.MayRead(persona, canary, record))
                .Select(persona => persona.Name)
                .Order(StringComparer.Ordinal);
            var (was, should) = (string.Join(", ", readers), string.Join(", ", allowed));
            if (was != should)
                yield return $"{canary}: read by {was}; expected {should}";
        }
    }

    /// <summary>What was written in which stage; see <see cref="WorldCases"/>.</summary>
    private static bool IsIn(Words words, Record record) =>
        words switch
        {
            Words.Title
            or Words.AnswerForAll
            or Words.AnswerForReviewers
            or Words.AnswerForStaff
            or Words.InvitedAddress => true,
            Words.MessageToApplicant
            or Words.NoteForStaff
            or Words.NoteForReviewers
            or Words.Finding => record.Stage > Stage.Sent,
            Words.BallotReason => record.WasSentToWorkGroup,
            Words.DecisionReason or Words.Advice => record.Stage == Stage.Decided,
            Words.ClosingReason => record.Stage == Stage.Closed,
        };
}
