using Banyan.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>A field for every property of every kind of row, by every name under which a binder could look for it.</summary>
internal static class EveryProperty
{
    public const string Mark = "zq-stuffed-qz";
    private static readonly Guid Somebody = new("5f0e5b1e-0000-7000-8000-000000000001");

    /// <summary>A form may have 1,024 fields; these are so many at a time, beside the form's own.</summary>
    public const int AtOnce = 900;

    public static (int Kinds, IReadOnlyList<(string Name, string Value)> Fields) Of(BanyanDb db)
    {
        var kinds = db.Model.GetEntityTypes().ToList();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        foreach (var (name, value) in kind.GetProperties().Select(ValueOf).Concat(Parts(kind)))
        foreach (var spelling in SpellingsOf(kind.ClrType.Name, name))
            fields.TryAdd(spelling, value);
        return (kinds.Count, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    private static IEnumerable<string> SpellingsOf(string kind, string name) =>
        [
            name,
            Lower(name),
            Snake(name),
            $"{kind}.{name}",
            $"{Lower(kind)}.{Lower(name)}",
            $"{kind}[{name}]",
        ];

    private static (string Name, string Value) ValueOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var value =
            type == typeof(bool) ? "true"
            : type.IsEnum ? Enum.GetNames(type)[^1]
            : type == typeof(string) ? Mark
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? "7"
            : type.Name is "Instant" ? "2031-01-01T00:00:00Z"
            : type.Name is "LocalDate" ? "2031-01-01"
            : Somebody.ToString();
        return (property.Name, value);
    }

    // What hangs on a row, by the name of the link: Applicants[0].PersonId.
    private static IEnumerable<(string Name, string Value)> Parts(IEntityType kind) =>
        from link in kind.GetNavigations()
        from property in link.TargetEntityType.GetProperties()
        let part = ValueOf(property)
        select (
            link.IsCollection ? $"{link.Name}[0].{part.Name}" : $"{link.Name}.{part.Name}",
            part.Value
        );

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Snake(string name) =>
        string.Concat(
            name.Select(
                (letter, place) =>
                    char.IsUpper(letter) && place > 0 && char.IsLower(name[place - 1])
                        ? $"_{char.ToLowerInvariant(letter)}"
                        : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
