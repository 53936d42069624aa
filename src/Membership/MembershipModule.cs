using Banyan.Kernel;

namespace Banyan.Membership;

/// <summary>Who we are: organisations, people, sessions, teams, communities.</summary>
public sealed class MembershipModule : Module
{
    public override string Name => "Membership";
}
