namespace Banyan.Kernel.Access;

/// <summary>All permissions of all modules.</summary>
public sealed class PermissionBook(IReadOnlyList<Module> modules)
{
    private readonly Dictionary<TeamKind, IReadOnlySet<string>> byKind = Enum.GetValues<TeamKind>()
        .ToDictionary(
            kind => kind,
            kind =>
                (IReadOnlySet<string>)
                    modules
                        .SelectMany(module => module.Permissions)
                        .Where(permission => permission.HeldBy.Contains(kind))
                        .Select(permission => permission.Name)
                        .ToHashSet(StringComparer.Ordinal)
        );

    public IReadOnlyList<Permission> All { get; } =
    [.. modules.SelectMany(module => module.Permissions)];

    public IReadOnlySet<string> Of(TeamKind kind) => byKind[kind];
}
