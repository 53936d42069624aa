using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Declarations.Domain;

/// <summary>Every expected "no" about conflicts of interest.</summary>
internal static class DeclarationRefusals
{
    public static Refusal OnlyTheChairLifts =>
        new("conflict-only-chair-lifts", Texts.RefusalOnlyTheChairLifts, "conflict");
    public static Refusal NothingToWaive =>
        new("conflict-nothing-to-waive", Texts.RefusalNothingToWaive);
    public static Refusal NotOneself => new("conflict-not-oneself", Texts.RefusalNotOneself);
    public static Refusal WaiverReasonMissing =>
        new("conflict-waiver-reason", Texts.RefusalWaiverReasonMissing, "reason");
    public static Refusal ChooseMember =>
        new("conflict-member-missing", Texts.RefusalChooseMember, "member");
    public static Refusal ChallengeOneself =>
        new("challenge-oneself", Texts.RefusalChallengeOneself, "member");
    public static Refusal ChallengeReasonMissing =>
        new("challenge-reason", Texts.RefusalChallengeReasonMissing, "reason");
    public static Refusal ChallengeOpenAlready =>
        new("challenge-open-already", Texts.RefusalChallengeOpenAlready, "member");
    public static Refusal ChallengeNobodyDecides =>
        new("challenge-nobody-decides", Texts.RefusalChallengeNobodyDecides, "member");
    public static Refusal ChallengeDecided =>
        new("challenge-decided", Texts.RefusalChallengeDecided);
    public static Refusal ChallengeOwn => new("challenge-own", Texts.RefusalChallengeOwn);
    public static Refusal ChallengeDecisionMissing =>
        new("challenge-decision-missing", Texts.RefusalChallengeDecisionMissing, "upheld");
    public static Refusal ChallengeDecisionReasonMissing =>
        new("challenge-decision-reason", Texts.RefusalChallengeDecisionReasonMissing, "reason");
    public static Refusal ChooseOne => new("conflict-missing", Texts.RefusalChooseOne, "conflict");
}
