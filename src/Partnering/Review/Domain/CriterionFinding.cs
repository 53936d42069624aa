using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Review.Domain;

internal enum Verdict
{
    Met,
    NotMet,
    Unclear,
    Waived,
}

/// <summary>What people found about one criterion of the program. Everything but "met" says why.</summary>
internal sealed class CriterionFinding : Entity
{
    private CriterionFinding() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }
    public string Criterion { get; private init; } = "";
    public Verdict Verdict { get; private set; }
    public string? Note { get; private set; }
    public PersonId? Person { get; private set; }
    public string Name { get; private set; } = "";
    public Instant At { get; private set; }

    /// <summary>Enough to go on: met, or waived with its reason.</summary>
    public bool Settled => Verdict is Verdict.Met or Verdict.Waived;

    /// <summary>Judges a criterion for the first time.</summary>
    /// <param name="label">The criterion in words, for the refusal.</param>
    public static (CriterionFinding? Finding, Outcome Outcome) Of(
        ApplicationId application,
        string criterion,
        string label,
        Verdict verdict,
        string note,
        Actor actor,
        Instant now
    )
    {
        var finding = new CriterionFinding { Application = application, Criterion = criterion };
        var outcome = finding.Set(verdict, note, label, actor, now);
        return (outcome.Done ? finding : null, outcome);
    }

    /// <summary>Judges it anew; the same verdict and note change nothing.</summary>
    public Outcome Judge(Verdict verdict, string note, string label, Actor actor, Instant now) =>
        verdict == Verdict && note.Trim() == (Note ?? "")
            ? Outcome.Of(actor, now)
            : Set(verdict, note, label, actor, now);

    private Outcome Set(Verdict verdict, string note, string label, Actor actor, Instant now)
    {
        var words = note.Trim();
        if (verdict != Verdict.Met && words.Length == 0)
            return ReviewRefusals.NoteForVerdict(Criterion, label);
        (Verdict, Note) = (verdict, words.Length == 0 ? null : words);
        (Person, Name, At) = (actor.Person, actor.Name, now);
        return Outcome.Of(
            actor,
            now,
            new CriterionJudged(Application.Value, Criterion, verdict.ToString())
        );
    }
}

/// <summary>The names of a criterion's fields on the page where all of them are judged.</summary>
internal static class FindingField
{
    public static string Verdict(string criterion) => $"verdict-{criterion}";

    public static string Note(string criterion) => $"note-{criterion}";
}
