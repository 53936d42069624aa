using Banyan.Kernel.Domain;
using Banyan.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Banyan.Kernel.Data;

/// <summary>Instants as milliseconds since 1970: both engines then order and compare alike. Clocks are cut to milliseconds at the edge.</summary>
internal sealed class InstantConverter()
    : ValueConverter<Instant, long>(
        v => v.ToUnixTimeMilliseconds(),
        v => Instant.FromUnixTimeMilliseconds(v)
    );

internal sealed class LocalDateConverter()
    : ValueConverter<LocalDate, DateOnly>(v => v.ToDateOnly(), v => LocalDate.FromDateOnly(v));

internal sealed class TypedIdConverter<TId>()
    : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree may not name a static interface member itself.
    private static TId Make(Guid value) => TId.From(value);
}

internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder conventions, IEnumerable<Type> idTypes)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<Sealed>().HaveConversion<SealedConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in idTypes)
            conventions
                .Properties(id)
                .HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
    }

    public static IEnumerable<Type> IdTypesIn(System.Reflection.Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                type.IsValueType
                && type.GetInterfaces()
                    .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>))
            );
}
