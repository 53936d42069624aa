using Banyan.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Banyan.Kernel.Data;

/// <summary>Columns in lower_case, so that both engines and a person at a prompt write them without quotes; versions guard every entity.</summary>
internal static class Naming
{
    public static void Apply(IMutableModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            var prefix = type.FindOwnership() is { PrincipalToDependent: { } part }
                ? $"{Snake(part.Name)}_"
                : "";
            foreach (var property in type.GetProperties())
                property.SetColumnName(
                    property.IsPrimaryKey() && prefix.Length > 0
                        ? "id"
                        : prefix + Snake(property.Name)
                );
            // Ids are made by us: a new child of a known parent is an insert, not an update.
            foreach (
                var property in type.GetProperties().Where(property => property.IsPrimaryKey())
            )
                property.ValueGenerated = ValueGenerated.Never;
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
                type.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
            foreach (
                var foreignKey in type.GetForeignKeys()
                    .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade && !key.IsOwnership)
            )
                foreignKey.DeleteBehavior = foreignKey.PrincipalToDependent is null
                    ? DeleteBehavior.Restrict
                    : DeleteBehavior.ClientCascade;
        }
    }

    internal static string Snake(string name) =>
        string.Concat(
            name.Select(
                (letter, at) =>
                    char.IsAsciiLetterUpper(letter) && at > 0
                        ? $"_{char.ToLowerInvariant(letter)}"
                        : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
