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
            foreach (var property in type.GetProperties())
                property.SetColumnName(Snake(property.Name));
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
                type.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
            foreach (
                var foreignKey in type.GetForeignKeys()
                    .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade && !key.IsOwnership)
            )
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
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
