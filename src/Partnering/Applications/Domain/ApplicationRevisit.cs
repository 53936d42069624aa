using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>A case that has had its letter and is decided anew: because something in the letter was wrong, or on an appeal.</summary>
internal sealed partial class Application
{
    /// <summary>How long after the letter of a decline the applicants can appeal against it.</summary>
    public const int DaysToAppeal = 60;

    /// <summary>Why it is decided anew; null while it is not, and once the new letter has left.</summary>
    public Revisit? Revisit { get; private set; }

    /// <summary>The one appeal that the applicants have; null while they made none.</summary>
    public Appeal? Appeal { get; private set; }

    /// <summary>An appeal that nobody has answered yet.</summary>
    public bool AppealWaits => Appeal is { AnsweredAt: null };

    /// <param name="reason">What was wrong in the letter; the next one says it.</param>
    /// <param name="openKey">Holds the subject again while the case is open.</param>
    public Outcome Correct(string reason, string openKey, Actor actor, Instant now)
    {
        if (Guard(Command.Correct, Role.Staff) is { } refusal)
            return refusal;
        if (AppealWaits)
            return ApplicationRefusals.AppealWaits;
        if (reason.Trim().Length == 0)
            return ApplicationRefusals.ReasonMissing;
        Begin(RevisitKind.Correction, Command.Correct, reason.Trim(), openKey, now);
        return Outcome.Of(actor, now, new CorrectionBegun(Id.Value, reason.Trim()));
    }

    /// <summary>What stands against an appeal on this day; null when nothing does.</summary>
    public Refusal? AgainstAppealing(LocalDate today, DateTimeZone zone)
    {
        if (State != ApplicationState.Declined || ImportedWith is not null)
            return ApplicationRefusals.NoAppealNow(State);
        if (Appeal is not null)
            return ApplicationRefusals.AppealedAlready;
        return LastDayToAppeal(zone) is { } last && last < today
            ? ApplicationRefusals.AppealTooLate(last)
            : null;
    }

    public LocalDate? LastDayToAppeal(DateTimeZone zone) =>
        EndedAt?.InZone(zone).Date.PlusDays(DaysToAppeal);

    /// <summary>The applicants ask others to look at it. Staff admits it, or says why not.</summary>
    public Outcome MakeAppeal(string words, DateTimeZone zone, Actor actor, Instant now)
    {
        if (AgainstAppealing(now.InZone(zone).Date, zone) is { } refusal)
            return refusal;
        if (words.Trim().Length == 0)
            return ApplicationRefusals.AppealEmpty;
        Appeal = new Appeal(words.Trim(), actor.Name, now, null, null, null);
        Thread.Add(new ThreadEntry(Audience.Applicant, EntryKind.Note, words.Trim(), actor, now));
        return Outcome.Of(actor, now, new AppealMade(Id.Value));
    }

    public Outcome AdmitAppeal(string openKey, Actor actor, Instant now)
    {
        if (Guard(Command.AdmitAppeal, Role.Staff) is { } refusal)
            return refusal;
        if (!AppealWaits)
            return ApplicationRefusals.NoAppeal;
        Appeal = Appeal! with { AnsweredAt = now, AnsweredBy = actor.Name, Admitted = true };
        Begin(RevisitKind.Appeal, Command.AdmitAppeal, Appeal.Words, openKey, now);
        return Outcome.Of(actor, now, new AppealAdmitted(Id.Value));
    }

    /// <summary>The decision stands, and the applicants read why nobody looks at it anew.</summary>
    public Outcome RefuseAppeal(string reason, Actor actor, Instant now)
    {
        if (!AppealWaits)
            return ApplicationRefusals.NoAppeal;
        if (reason.Trim().Length == 0)
            return ApplicationRefusals.ReasonMissing;
        Appeal = Appeal! with { AnsweredAt = now, AnsweredBy = actor.Name, Admitted = false };
        Thread.Add(new ThreadEntry(Audience.Applicant, EntryKind.Note, reason.Trim(), actor, now));
        return Outcome.Of(actor, now, new AppealRefused(Id.Value, reason.Trim()));
    }

    /// <summary>Nothing is decided anew after all: what the letter said stands.</summary>
    /// <param name="role">Staff ends a correction that it began; the applicants take back their appeal.</param>
    public Outcome LetStand(Role role, Actor actor, Instant now)
    {
        if (Revisit is not { } revisit)
            return ApplicationRefusals.NothingToLetStand;
        var command =
            revisit.From == ApplicationState.Approved
                ? Command.LetStandApproved
                : Command.LetStandDeclined;
        if (Guard(command, role) is { } refusal)
            return refusal;
        if (role == Role.Applicant && revisit.Kind != RevisitKind.Appeal)
            return ApplicationRefusals.NotYours(command);
        if (role == Role.Staff && revisit.Kind == RevisitKind.Appeal)
            return ApplicationRefusals.AppealIsAnswered;
        Go(command, now);
        // It ended when its letter left; that somebody looked again is in the history.
        EndedAt = revisit.EndedAt;
        Revisit = null;
        return Outcome.Of(actor, now, new LetterStands(Id.Value));
    }

    private void Begin(RevisitKind kind, Command command, string words, string openKey, Instant now)
    {
        var ended = EndedAt ?? now;
        Revisit = new Revisit(kind, words, now, State, ended);
        // The time in which nobody had anything to do is nobody's delay.
        WaitedMilliseconds += (long)(now - ended).TotalMilliseconds;
        Go(command, now);
        OpenKey = openKey;
    }
}

internal enum RevisitKind
{
    Correction,
    Appeal,
}

/// <param name="Words">What was wrong in the letter, or what the applicants say.</param>
/// <param name="From">Where it stood; it goes back there when the letter is let stand.</param>
/// <param name="EndedAt">When that letter left.</param>
internal sealed record Revisit(
    RevisitKind Kind,
    string Words,
    Instant At,
    ApplicationState From,
    Instant EndedAt
);

/// <param name="By">Who made it, as they were called then.</param>
/// <param name="Admitted">Null while nobody has answered.</param>
internal sealed record Appeal(
    string Words,
    string By,
    Instant At,
    Instant? AnsweredAt,
    string? AnsweredBy,
    bool? Admitted
);
