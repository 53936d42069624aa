using Banyan.Kernel;

namespace Banyan.Partnering;

/// <summary>How communities become partners: programs, applications, review, decisions, partnerships.</summary>
public sealed class PartneringModule : Module
{
    public override string Name => "Partnering";
}
