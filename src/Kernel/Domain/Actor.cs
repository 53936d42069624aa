namespace Banyan.Kernel.Domain;

/// <summary>Who does something: a person, a rule of the program that ran by itself, or somebody who has not proven an address yet.</summary>
public sealed record Actor(ActorKind Kind, PersonId? Person, string Name)
{
    /// <summary>Acts when time is over; the history names the rule as the reason.</summary>
    public static readonly Actor Rule = new(ActorKind.Rule, null, "rule");

    public static Actor Of(PersonId person, string name) => new(ActorKind.Person, person, name);

    public static Actor Visitor(string name) => new(ActorKind.Visitor, null, name);
}

public enum ActorKind
{
    Person,
    Rule,
    Visitor,
}
