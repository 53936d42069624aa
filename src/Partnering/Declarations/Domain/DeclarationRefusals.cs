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
    public static Refusal ChooseOne => new("conflict-missing", Texts.RefusalChooseOne, "conflict");
}
