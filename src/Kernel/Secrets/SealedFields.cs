using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Banyan.Kernel.Secrets;

/// <summary>Which columns of the model hold sealed values, and under which name they are bound.</summary>
public static class SealedFields
{
    private const string Annotation = "Banyan:Sealed";

    /// <param name="field">The name of <see cref="SecretPlace.Field"/>.</param>
    public static void IsSealed(this PropertyBuilder property, string field) =>
        property.HasAnnotation(Annotation, field);

    internal static string NameOf(IReadOnlyProperty property) =>
        (string)property.FindAnnotation(Annotation)!.Value!;

    internal static IEnumerable<IReadOnlyProperty> Of(IReadOnlyModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property =>
                (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Sealed)
            );

    /// <exception cref="InvalidOperationException">A field could not be sealed anew: it has no name, another's, or no id that it is bound to.</exception>
    internal static void Check(IReadOnlyModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Of(model))
        {
            if (
                property.FindAnnotation(Annotation)?.Value is not string name
                || !names.Add(name)
                || property.DeclaringType is not IReadOnlyEntityType type
                || type.FindPrimaryKey()?.Properties is not [_]
            )
                throw new InvalidOperationException(
                    $"{property.DeclaringType.DisplayName()}.{property.Name} needs IsSealed with a name of its own, in a record with one id."
                );
        }
    }
}
