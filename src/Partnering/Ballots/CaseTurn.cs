using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Ballots;

/// <summary>A case at the moment at which somebody, or a rule, does something to it.</summary>
internal sealed record CaseTurn(
    Application Case,
    ProgramDefinition Program,
    Actor Actor,
    Instant Now
)
{
    public Outcome Nothing => Outcome.Of(Actor, Now);
}
