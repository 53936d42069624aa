using System.Globalization;

namespace Banyan.Commands.Doctor;

internal enum Colour
{
    Green,

    /// <summary>It serves, and somebody should look at it.</summary>
    Amber,

    /// <summary>It does not serve as it must.</summary>
    Red,
}

/// <summary>What one check found.</summary>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
internal sealed record Finding(Colour Colour, string Name, string Says, string? Remedy = null)
{
    public static Finding Fine(string name, string says) => new(Colour.Green, name, says);

    public static string Fill(string words, params object?[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
