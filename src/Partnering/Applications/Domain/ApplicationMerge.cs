using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Two applications for one thing: one goes on, the other is closed and points at it.</summary>
internal sealed partial class Application
{
    /// <summary>The case that goes on instead of this one; null unless it was closed as a duplicate.</summary>
    public ApplicationId? DuplicateOf { get; private set; }

    /// <summary>What stands against going on with <paramref name="kept"/> instead of this one.</summary>
    public Refusal? AgainstMerging(Application kept) =>
        kept.Id == Id ? ApplicationRefusals.DuplicateOfItself
        : kept.Program != Program ? ApplicationRefusals.DuplicateElsewhere
        : !ApplicationMoves.IsOpen(kept.State)
            ? ApplicationRefusals.DuplicateOfEnded(kept.Reference, kept.State)
        : null;

    /// <summary>After this one was closed; both histories name the other.</summary>
    public Outcome PointAt(Application kept, Actor actor, Instant now)
    {
        DuplicateOf = kept.Id;
        return Outcome.Of(
            actor,
            now,
            new CaseMerged(Id.Value, kept.Reference),
            new DuplicateTaken(kept.Id.Value, Reference)
        );
    }

    /// <summary>Its people write on this application too from now on. Who is there already stays as they are.</summary>
    public Outcome TakeIn(Application duplicate, Actor actor, Instant now)
    {
        var outcome = Outcome.Of(actor, now);
        foreach (var person in duplicate.Applicants)
        {
            if (Applicants.Exists(known => known.EmailKey == person.EmailKey))
                continue;
            if (!EmailAddress.TryParse(person.Email, out var email, out var problem))
                throw new InvalidOperationException($"A kept address no longer reads: {problem}.");
            outcome = outcome.And(Invite(email, actor, now));
            if (outcome.Done && person.Person is { } proven)
                outcome = outcome.And(Prove(email, proven, actor, now));
        }
        return outcome;
    }
}
