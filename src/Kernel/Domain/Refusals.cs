namespace Banyan.Kernel.Domain;

/// <summary>The refusals that any command may meet.</summary>
public static class Refusals
{
    public static Refusal ChangedMeanwhile =>
        new("changed-meanwhile", Texts.RefusalChangedMeanwhile);
    public static Refusal SeenBefore => new("seen-before", Texts.RefusalSeenBefore);
}
