namespace Banyan.Kernel.Access;

/// <summary>All permissions of all modules.</summary>
public sealed class PermissionBook(IReadOnlyList<Module> modules)
{
    private readonly Dictionary<(TeamKind Kind, bool Chair), IReadOnlySet<string>> byPlace = (
        from kind in Enum.GetValues<TeamKind>()
        from chair in new[] { false, true }
        select (kind, chair)
    ).ToDictionary(
        place => place,
        place =>
            (IReadOnlySet<string>)
                modules
                    .SelectMany(module => module.Permissions)
                    .Where(permission =>
                        permission.HeldBy.Contains(place.kind)
                            && (place.chair || !permission.ChairsOnly)
                        || place.chair && permission.ChairsToo.Contains(place.kind)
                    )
                    .Select(permission => permission.Name)
                    .ToHashSet(StringComparer.Ordinal)
    );

    public IReadOnlyList<Permission> All { get; } =
    [.. modules.SelectMany(module => module.Permissions)];

    public IReadOnlySet<string> Of(TeamKind kind, bool chair) => byPlace[(kind, chair)];
}
