using Banyan.Kernel.Access;

namespace Banyan.Security.Tests.Matrix;

/// <summary>What the site says to somebody at a door.</summary>
internal enum Answer
{
    /// <summary>In: the page, a redirect after the deed, or a refusal that speaks of the record.</summary>
    Allow,
    SignIn,
    Unauthorised,
    Forbidden,
    NotFound,

    /// <summary>In, but nothing is done here with this method.</summary>
    NoSuchMethod,

    /// <summary>Anything else, errors of the site among it.</summary>
    Strange,
}

/// <summary>One request of the matrix.</summary>
internal sealed record Cell(Door Door, Target Target, Persona Persona)
{
    public Answer Expected => Expectation.Of(this);

    /// <summary>What was denied leaves a line in the log; what is public or unheard of at a public page does not.</summary>
    public bool LeavesALine =>
        Expected switch
        {
            Answer.Allow or Answer.NoSuchMethod => false,
            Answer.NotFound => Door.Rule is not PublicAttribute || !Door.IsPage && !Door.Handles,
            Answer.SignIn or Answer.Unauthorised or Answer.Forbidden or Answer.Strange => true,
        };

    public override string ToString() => $"{Door} of {Target} by {Persona}";
}

/// <summary>The rules of the matrix, from the gate inwards.</summary>
internal static class Expectation
{
    public static Answer Of(Cell cell)
    {
        var (door, target, persona) = cell;
        if (!Rules.Admits(door.Rule, persona))
            return door.Rule is DevelopmentOnlyAttribute ? Answer.NotFound
                : persona.IsSignedIn ? Answer.Forbidden
                : door.Method == "GET" ? Answer.SignIn
                : Answer.Unauthorised;
        if (!door.Handles)
            return door.IsPage || door.Page.WrongMethodIsAPage
                ? Answer.NoSuchMethod
                : Answer.NotFound;
        if (door is { Method: "GET", Page.GetLooksAway: true })
            return Answer.Allow;
        return Knows(door, target, persona) ? Answer.Allow : Answer.NotFound;
    }

    private static bool Knows(Door door, Target target, Persona persona) =>
        door.Page.Subject switch
        {
            Subject.Nothing => true,
            Subject.Nowhere => false,
            Subject.Program or Subject.Partnership or Subject.Organisation => target.Relation
                != Relation.Missing,
            Subject.Team or Subject.Member or Subject.OwnProgram or Subject.OwnOrganisation =>
                target.Organisation is { } organisation && persona.Organisation == organisation,
            Subject.OwnTeam => target.Organisation is { } organisation
                && persona.Sits(organisation, TeamKind.WorkGroup),
            Subject.VotingTeam => target.Organisation is { } organisation
                && persona.Sits(organisation, TeamKind.WorkGroup, TeamKind.Owners),
            Subject.Session => target.Relation == Relation.Own,
            Subject.Application => target.Record is { } record
                && Rules.IsApplicantOf(persona, record)
                && IsThere(door, record),
            Subject.Case => target.Record is { } record
                && Rules.HasOnDesk(persona, record)
                && IsThere(door, record),
            Subject.Inside => target.Record is { } record
                && (Rules.IsApplicantOf(persona, record) || IsOnDesk(persona, record)),
            Subject.HeldPartner => target.Record is { } record
                && Rules.IsApplicantOf(persona, record),
            Subject.DeskPartner => target.Record is { } record && IsOnDesk(persona, record),
            Subject.Reached => target.Record is { } record && Rules.Reaches(persona, record),
        };

    // Partnerships are staff's; a work group decides about applications.
    private static bool IsOnDesk(Persona persona, Record record) =>
        Rules.HasOnDesk(persona, record) && persona.Team == TeamKind.Staff;

    private static bool IsThere(Door door, Record record)
    {
        var stages = door.Method == "GET" ? door.Page.Get : door.Page.Post;
        return stages.Length == 0 || stages.Contains(record.Stage);
    }
}
