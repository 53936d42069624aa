using Banyan.Kernel.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Commitments.Domain;

internal sealed partial class PartnerCommitment
{
    /// <summary>Its side says what it did, and where it is to be seen.</summary>
    /// <param name="link">As typed; empty where there is none.</param>
    /// <param name="title">The words of the promise, for the history.</param>
    public Outcome Keep(string words, string link, string title, Actor actor, Instant now)
    {
        if (State != CommitmentState.Open)
            return CommitmentRefusals.NotOpen;
        if (words.Trim().Length > Most)
            return CommitmentRefusals.TooLong(words.Trim().Length, "words");
        if (Evidence == Programs.Domain.Evidence.Words && words.Trim().Length == 0)
            return CommitmentRefusals.SayWhatWasDone;
        if (Evidence == Programs.Domain.Evidence.Link && link.Trim().Length == 0)
            return CommitmentRefusals.GiveLink;
        if (words.Trim().Length == 0 && link.Trim().Length == 0)
            return CommitmentRefusals.SayWhatOrWhere;
        var read = "";
        if (link.Trim().Length > 0)
        {
            if (!WebAddress.TryRead(link, out var address, out var problem))
                return CommitmentRefusals.NoLink(problem.Sentence());
            read = address.Link;
        }
        if (read != Link)
            (Look, LookSentence, LookedAt) = (null, "", null);
        (Words, Link, SaidBy, SaidAt) = (words.Trim(), read, actor.Name, now);
        (Reason, ReasonBy, ReasonAt) = ("", "", null);
        State = CommitmentState.Kept;
        return Outcome.Of(actor, now, new CommitmentKept(Application.Value, title));
    }

    /// <summary>The other side doubts that it was kept: it is open again.</summary>
    public Outcome Doubt(
        Partnership partner,
        string reason,
        string title,
        Actor actor,
        Instant now,
        LocalDate today
    )
    {
        if (State != CommitmentState.Kept)
            return CommitmentRefusals.NotKept;
        if (Because(reason, actor, now) is { } refusal)
            return refusal;
        State = CommitmentState.Open;
        // The doubt itself says that it is open.
        Told = ToldBy(partner, today);
        return Outcome.Of(actor, now, new CommitmentDoubted(Application.Value, title, Reason));
    }

    /// <summary>The other side lets it go.</summary>
    public Outcome Waive(string reason, string title, Actor actor, Instant now)
    {
        if (State != CommitmentState.Open)
            return CommitmentRefusals.NotOpen;
        if (Because(reason, actor, now) is { } refusal)
            return refusal;
        State = CommitmentState.Waived;
        return Outcome.Of(actor, now, new CommitmentWaived(Application.Value, title, Reason));
    }

    /// <summary>Somebody looked at the link.</summary>
    public void Looked(CheckFinding finding) =>
        (Look, LookSentence, LookedAt) = (finding.Result, finding.Sentence, finding.At);

    private Refusal? Because(string reason, Actor actor, Instant now)
    {
        if (reason.Trim().Length == 0)
            return CommitmentRefusals.SayWhy;
        if (reason.Trim().Length > Most)
            return CommitmentRefusals.TooLong(reason.Trim().Length, "reason");
        (Reason, ReasonBy, ReasonAt) = (reason.Trim(), actor.Name, now);
        return null;
    }
}
