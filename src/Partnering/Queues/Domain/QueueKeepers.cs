using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Queues.Domain;

/// <summary>Who sees to it that no case of a program lies: its owner, and a deputy while the owner is away.</summary>
internal sealed class QueueKeepers : Entity
{
    private QueueKeepers() { }

    public QueueKeepers(ProgramId program) => Program = program;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ProgramId Program { get; private init; }
    public PersonId? Owner { get; private set; }
    public PersonId? Deputy { get; private set; }

    /// <summary>Names both; nobody is a choice too.</summary>
    public Outcome Name(Keeper? owner, Keeper? deputy, Actor actor, Instant now)
    {
        if (owner is null && deputy is not null)
            return QueueRefusals.DeputyOfNobody;
        if (owner is not null && owner.Person == deputy?.Person)
            return QueueRefusals.SamePerson;
        if ((owner?.Person, deputy?.Person) == (Owner, Deputy))
            return Outcome.Of(actor, now);
        (Owner, Deputy) = (owner?.Person, deputy?.Person);
        return Outcome.Of(
            actor,
            now,
            owner is null
                ? new QueueKeepersGone(Program.Value)
                : new QueueKeepersNamed(Program.Value, owner.Name, deputy?.Name ?? Texts.NoDeputy)
        );
    }
}

/// <param name="Name">As the history tells it.</param>
internal sealed record Keeper(PersonId Person, string Name);

internal sealed record QueueKeepersNamed(Guid About, string Owner, string Deputy)
    : DomainEvent(About);

internal sealed record QueueKeepersGone(Guid About) : DomainEvent(About);
