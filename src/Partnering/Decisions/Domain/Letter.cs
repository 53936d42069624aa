using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

internal enum LetterState
{
    /// <summary>Written, to be read before it is released.</summary>
    Draft,

    /// <summary>Released; until it leaves the release can be undone.</summary>
    Waiting,

    /// <summary>Being handed to the mail server: nothing can be taken back any more.</summary>
    Leaving,
    Left,

    /// <summary>Undone or superseded before it left.</summary>
    Dead,
}

/// <summary>The mail that says what was decided, in full. At most one of a decision is not dead.</summary>
internal sealed class Letter : Entity
{
    public const string Kind = "letter.leave";
    public static readonly Duration UndoWindow = Duration.FromMinutes(10);

    private Letter() { }

    public LetterId Id { get; private init; } = LetterId.New();
    public ApplicationId Application { get; private init; }
    public DecisionId Decision { get; private init; }
    public LetterState State { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; } = "en";
    public string Subject { get; private set; } = "";

    /// <summary>Paragraphs with an empty line between them.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The line that says what comes next; null where the body says it.</summary>
    public string? Next { get; private set; }
    public string ButtonText { get; private set; } = "";
    public string ButtonHref { get; private set; } = "";

    /// <summary>The days of the partnership that the letter names; null with a decline.</summary>
    public LocalDate? Begins { get; private set; }

    /// <summary>Null too where the partnership has no last day.</summary>
    public LocalDate? Until { get; private set; }
    public Instant WrittenAt { get; private set; }
    public Instant? LeavesAt { get; private set; }
    public Instant? LeftAt { get; private set; }
    public Instant? DiedAt { get; private set; }
    public List<LetterRecipient> Recipients { get; private init; } = [];

    public string WorkKey => $"letter/{Id.Value:n}";

    public static Letter Write(Decision decision, LetterText text, Instant now)
    {
        var letter = new Letter { Application = decision.Application, Decision = decision.Id };
        letter.Set(text, now);
        return letter;
    }

    /// <summary>Lets it wait for <see cref="UndoWindow"/>, or until its day, reading exactly as <paramref name="text"/>, then leave.</summary>
    /// <param name="seen">The fingerprint of the text that the person read; another text is shown first.</param>
    public Outcome Release(LetterText text, string seen, Actor actor, Instant now)
    {
        if (State != LetterState.Draft)
            return DecisionRefusals.LetterNotWaitingForRelease;
        if (text.Open.Count > 0)
            return DecisionRefusals.LetterIncomplete(text.Open);
        if (text.Recipients.Count == 0)
            return DecisionRefusals.NobodyToWriteTo;
        if (text.Fingerprint != seen)
            return DecisionRefusals.LetterChanged;
        Set(text, now);
        State = LetterState.Waiting;
        LeavesAt = text.NotBefore is { } held
            ? Instant.Max(held, now + UndoWindow)
            : now + UndoWindow;
        return Outcome
            .Of(actor, now, new LetterReleased(Application.Value, Id.Value, $"{LeavesAt:g}"))
            .Then(
                new WorkChange.Plan(
                    Kind,
                    WorkKey,
                    LeavesAt.Value,
                    Id.Value,
                    new { Letter = Id.Value }
                )
            );
    }

    /// <summary>Takes it back while it waits.</summary>
    public Outcome Stop(Actor actor, Instant now)
    {
        if (State is LetterState.Leaving or LetterState.Left)
            return DecisionRefusals.LetterGone;
        if (State == LetterState.Dead)
            return DecisionRefusals.LetterStoppedAlready;
        State = LetterState.Dead;
        DiedAt = now;
        return Outcome
            .Of(actor, now, new LetterStopped(Application.Value, Id.Value))
            .Then(new WorkChange.Cancel(WorkKey));
    }

    /// <summary>The worker takes it: committed on its own before a byte leaves, so that an undo at the same moment wins or loses whole.</summary>
    public Outcome Leave(Instant now)
    {
        if (State != LetterState.Waiting)
            return DecisionRefusals.LetterNotWaiting;
        State = LetterState.Leaving;
        return Outcome.Of(Actor.Rule, now, new LetterLeaving(Application.Value, Id.Value));
    }

    /// <summary>The mail server has taken all of it.</summary>
    public Outcome MarkLeft(Instant now)
    {
        if (State != LetterState.Leaving)
            return DecisionRefusals.LetterNotWaiting;
        State = LetterState.Left;
        LeftAt = now;
        return Outcome.Of(Actor.Rule, now, new LetterLeft(Application.Value, Id.Value));
    }

    private void Set(LetterText text, Instant now)
    {
        Language = text.Language;
        Subject = text.Subject;
        Body = string.Join("\n\n", text.Paragraphs);
        Next = text.Next;
        ButtonText = text.ButtonText;
        ButtonHref = text.ButtonHref;
        Begins = text.Begins;
        Until = text.Until;
        WrittenAt = now;
        Recipients.RemoveAll(known => !text.Recipients.Any(person => person.Email == known.Email));
        Recipients.AddRange(
            text.Recipients.Where(person =>
                    !Recipients.Exists(known => known.Email == person.Email)
                )
                .Select(person => new LetterRecipient(person.Email, person.Name))
        );
    }
}

/// <summary>One mail of the letter: one for each address, so that nobody reads the others'.</summary>
internal sealed class LetterRecipient
{
    private LetterRecipient() { }

    public LetterRecipient(string email, string name) => (Email, Name) = (email, name);

    /// <summary>Names the mail for ever: sent again after a crash it carries the same Message-ID.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public LetterId Letter { get; private init; }
    public string Email { get; private init; } = "";
    public string Name { get; private init; } = "";

    /// <summary>When the mail server took this mail; it is not sent again.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>Why this address can never be reached; the others are not kept waiting for it.</summary>
    public string? Problem { get; private set; }
    public bool Settled => SentAt is not null || Problem is not null;

    public void MarkSent(Instant now) => SentAt = now;

    public void MarkUnreachable(string problem) =>
        Problem = problem.Length > 500 ? problem[..500] : problem;
}
