using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>What staff gives to somebody who may apply where others may not: by invitation, or late.</summary>
internal sealed class AdmissionCode : Entity
{
    public const int LongestReason = 300;
    public const int MostUsesEver = 500;

    private const int Length = 8;

    private AdmissionCode() { }

    public AdmissionCodeId Id { get; private init; } = AdmissionCodeId.New();
    public ProgramId Program { get; private init; }

    /// <summary>Eight letters and digits, as they are compared: without hyphen, in capitals.</summary>
    public string Code { get; private init; } = "";

    /// <summary>For whom and why; kept with every application that came with it.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Also outside the window and between rounds, while the program is paused, and when it is closed: a waiver.</summary>
    public bool Late { get; private init; }
    public int MostUses { get; private init; }
    public int Uses { get; private set; }

    /// <summary>The last day on which it is taken, by the clock of the organisation; null: without end.</summary>
    public LocalDate? LastDay { get; private init; }
    public string MadeBy { get; private init; } = "";
    public Instant MadeAt { get; private init; }
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>As it is written and said: two groups of four.</summary>
    public string Shown => $"{Code[..4]}-{Code[4..]}";

    public static (AdmissionCode? Code, Outcome Outcome) Make(
        ProgramId program,
        string reason,
        bool late,
        int mostUses,
        LocalDate? lastDay,
        LocalDate today,
        Actor actor,
        Instant now
    )
    {
        var why = reason.Trim();
        if (why.Length == 0)
            return (null, AdmissionRefusals.NoReason);
        if (why.Length > LongestReason)
            return (null, AdmissionRefusals.ReasonTooLong);
        if (mostUses is < 1 or > MostUsesEver)
            return (null, AdmissionRefusals.HowOften);
        if (lastDay < today)
            return (null, AdmissionRefusals.LastDayPast);
        var code = new AdmissionCode
        {
            Program = program,
            Code = RandomNumberGenerator.GetString(SpokenLetters.All, Length),
            Reason = why,
            Late = late,
            MostUses = mostUses,
            LastDay = lastDay,
            MadeBy = actor.Name,
            MadeAt = now,
        };
        return (code, Outcome.Of(actor, now, new AdmissionCodeMade(program.Value, why, late)));
    }

    /// <summary>Hyphens, blanks and small letters make no difference; null where it cannot be a code at all.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length ? code : null;
    }

    /// <summary>Nobody comes with it from now on; who came before is not asked to leave.</summary>
    public Outcome Withdraw(Actor actor, Instant now)
    {
        if (WithdrawnAt is not null)
            return AdmissionRefusals.Withdrawn;
        WithdrawnAt = now;
        return Outcome.Of(actor, now, new AdmissionCodeWithdrawn(Program.Value, Reason));
    }

    public Refusal? Against(LocalDate today) =>
        WithdrawnAt is not null ? AdmissionRefusals.Withdrawn
        : LastDay < today ? AdmissionRefusals.Over(LastDay.Value)
        : Uses >= MostUses ? AdmissionRefusals.UsedUp
        : null;

    /// <summary>One application more came with it.</summary>
    public Refusal? Use(LocalDate today)
    {
        if (Against(today) is { } refusal)
            return refusal;
        Uses++;
        return null;
    }
}

internal sealed record AdmissionCodeMade(Guid About, string Reason, bool Late) : DomainEvent(About);

internal sealed record AdmissionCodeWithdrawn(Guid About, string Reason) : DomainEvent(About);
