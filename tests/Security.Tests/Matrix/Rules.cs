using System.Collections.Frozen;
using Banyan.Kernel.Access;

namespace Banyan.Security.Tests.Matrix;

/// <summary>Who may what, written down a second time and by hand: the site is compared with this.</summary>
internal static class Rules
{
    /// <summary>Which teams hold a permission.</summary>
    public static readonly FrozenDictionary<string, TeamKind[]> Holders = new Dictionary<
        string,
        TeamKind[]
    >
    {
        ["organisation.change"] = [TeamKind.Owners],
        ["team.read"] = [TeamKind.Owners, TeamKind.Staff],
        ["team.manage"] = [TeamKind.Owners],
        ["team.participation"] = [TeamKind.Owners, TeamKind.WorkGroup, TeamKind.Board],
        ["program.admit"] = [TeamKind.Owners, TeamKind.Staff],
        ["program.import"] = [TeamKind.Owners, TeamKind.Staff],
        ["program.move"] = [TeamKind.Owners, TeamKind.Staff],
        ["program.queue"] = [TeamKind.Owners, TeamKind.Staff],
        ["program.edit"] = [TeamKind.Owners, TeamKind.Staff],
        ["program.publish"] = [TeamKind.Owners, TeamKind.Staff],
        ["acknowledgements.read"] = [TeamKind.Owners, TeamKind.Staff],
        ["acknowledgements.ask-again"] = [TeamKind.Owners, TeamKind.Staff],
        ["acknowledgements.end"] = [TeamKind.Owners, TeamKind.Staff],
        ["case.receipt"] = [TeamKind.Staff],
        ["case.accept-for-organisation"] = [TeamKind.Staff],
        ["case.desk"] = [TeamKind.Staff, TeamKind.WorkGroup, TeamKind.Board],
        ["case.read"] = [TeamKind.Staff],
        ["case.review"] = [TeamKind.WorkGroup, TeamKind.Board],
        ["case.vote"] = [TeamKind.WorkGroup, TeamKind.Board],
        ["case.declare"] = [TeamKind.Staff, TeamKind.WorkGroup, TeamKind.Board],
        ["case.chair"] = [],
        ["case.hold"] = [TeamKind.Staff],
        ["case.advise"] = [TeamKind.Board],
        ["case.conflicts"] = [TeamKind.Board],
        ["case.confirm"] = [TeamKind.Staff],
        ["case.take-up"] = [TeamKind.Staff],
        ["case.judge"] = [TeamKind.Staff],
        ["case.note"] = [TeamKind.Staff, TeamKind.WorkGroup, TeamKind.Board],
        ["case.ask"] = [TeamKind.Staff],
        ["case.remove-file"] = [TeamKind.Staff, TeamKind.Board],
        ["case.send-to-work-group"] = [TeamKind.Staff],
        ["case.decide"] = [TeamKind.Staff],
        ["case.release"] = [TeamKind.Staff],
        ["case.correct"] = [TeamKind.Staff],
        ["case.onboard"] = [TeamKind.Staff],
        ["case.close"] = [TeamKind.Staff],
        ["case.reopen"] = [TeamKind.Staff],
        ["case.history"] = [TeamKind.Staff],
        ["case.merge"] = [TeamKind.Staff],
        ["case.tag"] = [TeamKind.Staff],
        ["partner.reports"] = [TeamKind.Staff],
        ["case.lead"] = [TeamKind.Staff],
        ["partner.review"] = [TeamKind.Staff],
        ["partner.suspend"] = [TeamKind.Staff],
        ["partner.revoke"] = [TeamKind.Staff],
        ["partner.confirm"] = [TeamKind.Staff],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What whoever leads a team of the kind holds besides.</summary>
    public static readonly FrozenDictionary<string, TeamKind[]> Chairs = new Dictionary<
        string,
        TeamKind[]
    >
    {
        ["case.chair"] = [TeamKind.WorkGroup, TeamKind.Board],
        ["case.hold"] = [TeamKind.WorkGroup, TeamKind.Board],
        ["case.conflicts"] = [TeamKind.WorkGroup],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who comes through the gate.</summary>
    public static bool Admits(IAccessRule rule, Persona persona) =>
        rule switch
        {
            PublicAttribute => true,
            SignedInAttribute => persona.IsSignedIn,
            HolderAttribute => persona.IsSignedIn || persona.Coming == Coming.WithDraft,
            RequiresAttribute requires => persona.Team is { } kind
                && (
                    HoldersOf(requires.Permission).Contains(kind)
                    || persona.Chairs
                        && Chairs.TryGetValue(requires.Permission, out var led)
                        && led.Contains(kind)
                ),
            DevelopmentOnlyAttribute => false,
            _ => throw new InvalidOperationException(
                $"{rule.GetType().Name} is new: say in tests/Security.Tests/Matrix/Rules.cs whom it admits."
            ),
        };

    /// <summary>Their own application, whatever became of it; a browser without an account has its draft only.</summary>
    public static bool IsApplicantOf(Persona persona, Record record) =>
        persona.Applies == record.Relation;

    /// <summary>Staff knows what was sent to its organisation, the work group what was sent on to it; nobody knows that of what they write on themselves. No case of this world goes to a board.</summary>
    public static bool Reaches(Persona persona, Record record) =>
        record.Stage != Stage.Draft
        && !IsApplicantOf(persona, record)
        && (
            persona.Sits(record.Organisation, TeamKind.Staff)
            || record.WasSentToWorkGroup && persona.Sits(record.Organisation, TeamKind.WorkGroup)
        );

    /// <summary>Members read what they have declared about; staff need not declare.</summary>
    public static bool HasOnDesk(Persona persona, Record record) =>
        Reaches(persona, record)
        && (
            persona.Team == TeamKind.Staff
            || persona == VoterOf(record)
            || persona == SecondOf(record)
        );

    public static bool MayRead(Persona persona, Canary canary, Record record)
    {
        var applicant = IsApplicantOf(persona, record);
        var desk = HasOnDesk(persona, record);
        var staff = desk && persona.Team == TeamKind.Staff;
        return canary.Words switch
        {
            // A partnership is public; the name of a case is all that is shown before a declaration.
            Words.Title => applicant || Reaches(persona, record) || record.Stage == Stage.Approved,
            Words.AnswerForAll or Words.AnswerForReviewers => applicant || desk,
            Words.AnswerForStaff => applicant || staff,
            // Nobody has proven these addresses, so no letter goes to them either.
            Words.InvitedAddress => applicant,
            Words.MessageToApplicant or Words.ClosingReason => applicant || desk,
            Words.NoteForStaff => staff,
            Words.NoteForReviewers or Words.Finding => desk,
            // While the vote is open: who voted. Here that is the one who wrote the reason.
            Words.BallotReason => record.Stage == Stage.InReview
                ? persona == VoterOf(record)
                : desk,
            Words.DecisionReason or Words.Advice => staff,
            _ => throw new InvalidOperationException(
                $"Say in Rules.MayRead who reads {canary.Words}."
            ),
        };
    }

    public static Persona VoterOf(Record record) =>
        record.Organisation == Persona.North ? Persona.Tomas : Persona.Ravi;

    public static Persona SecondOf(Record record) =>
        record.Organisation == Persona.North ? Persona.Joey : Persona.Uma;

    private static TeamKind[] HoldersOf(string permission) =>
        Holders.TryGetValue(permission, out var kinds)
            ? kinds
            : throw new InvalidOperationException(
                $"The permission {permission} is new: say in Rules.Holders, tests/Security.Tests/Matrix/Rules.cs, which teams hold it."
            );
}
