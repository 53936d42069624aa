using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Filters.Domain;

/// <summary>An address of the queue that a person comes back to, under a name of their own. Nobody else sees it.</summary>
internal sealed class KeptFilter : Entity
{
    public const int Most = 20;
    public const int NameLength = 60;
    public const int QueryLength = 1500;

    private KeptFilter() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>What stands behind the question mark.</summary>
    public string Query { get; private init; } = "";

    /// <param name="there">What the person keeps already.</param>
    public static (KeptFilter? Filter, Outcome Outcome) Keep(
        PersonId person,
        string typed,
        string query,
        IReadOnlyCollection<KeptFilter> there,
        Actor actor,
        Instant now
    )
    {
        var name = Typed.OneLine(typed);
        if (name.Length == 0)
            return (null, FilterRefusals.NameMissing);
        if (name.Length > NameLength)
            return (null, FilterRefusals.NameTooLong);
        if (there.Any(kept => kept.Name == name))
            return (null, FilterRefusals.NameTaken);
        if (there.Count >= Most)
            return (null, FilterRefusals.TooMany);
        if (query.Length > QueryLength)
            return (null, FilterRefusals.TooLong);
        var filter = new KeptFilter
        {
            Person = person,
            Name = name,
            Query = query,
        };
        return (filter, Outcome.Of(actor, now, new FilterKept(filter.Id)));
    }

    /// <summary>The caller takes the row away.</summary>
    public Outcome Drop(Actor actor, Instant now) => Outcome.Of(actor, now, new FilterDropped(Id));
}

internal sealed record FilterKept(Guid About) : DomainEvent(About);

internal sealed record FilterDropped(Guid About) : DomainEvent(About);
