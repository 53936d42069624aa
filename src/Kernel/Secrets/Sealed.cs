using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Banyan.Kernel.Secrets;

/// <summary>A secret as the database keeps it: the number of its key, a point, and nonce, ciphertext and tag of AES-256-GCM in Base64. Only <see cref="SecretBox"/> opens it.</summary>
public readonly record struct Sealed(string Text)
{
    /// <summary>The number of the key that it was sealed with; null where the text was never made by us.</summary>
    public int? Key =>
        Text?.Split('.', 2) is [var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? key
            : null;
}

/// <summary>Where a secret belongs. Moved to another record or field, it does not open.</summary>
/// <param name="Field">Of all records of its kind, such as <c>signing-key.private</c>; never renamed.</param>
/// <param name="Record">The id of the record.</param>
public readonly record struct SecretPlace(string Field, Guid Record);

internal sealed class SealedConverter()
    : ValueConverter<Sealed, string>(value => value.Text, text => new Sealed(text));
