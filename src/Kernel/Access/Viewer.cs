using Banyan.Kernel.Domain;

namespace Banyan.Kernel.Access;

/// <summary>Who is looking, with what they may do, read anew at each request.</summary>
public sealed record Viewer(
    PersonId? Person,
    string Name,
    string? Email,
    IReadOnlyList<Seat> Seats,
    Guid? Holds
)
{
    public static readonly Viewer Nobody = new(null, "", null, [], null);

    public Actor Actor => Person is { } person ? Actor.Of(person, Name) : Actor.Visitor(Name);

    public bool May(string permission) => Seats.Any(seat => seat.Permissions.Contains(permission));

    public bool May(string permission, OrganisationId organisation) =>
        Seats.Any(seat =>
            seat.Organisation == organisation && seat.Permissions.Contains(permission)
        );

    /// <summary>Where the viewer holds the permission; for the WHERE clause of <c>VisibleTo</c>.</summary>
    public IReadOnlyList<OrganisationId> OrganisationsWhere(string permission) =>
        [
            .. Seats
                .Where(seat => seat.Permissions.Contains(permission))
                .Select(seat => seat.Organisation)
                .Distinct(),
        ];
}

/// <summary>A place in a team of an organisation.</summary>
public sealed record Seat(
    OrganisationId Organisation,
    string Team,
    TeamKind Kind,
    bool Voting,
    bool Chair,
    IReadOnlySet<string> Permissions
);

/// <summary>Holds the viewer of the current request; filled by the session, before anything asks.</summary>
public sealed class ViewerHolder
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>The secret that this session's forms carry; null without a session.</summary>
    public string? FormToken { get; set; }

    /// <summary>The session that this request begins; null while it begins none.</summary>
    public Guid? Begins { get; set; }
}
