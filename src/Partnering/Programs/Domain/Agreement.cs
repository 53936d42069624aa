using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>What the clauses are together.</summary>
internal sealed record Agreement
{
    /// <summary>The organisation accepts the clauses too, before an approval is released.</summary>
    public bool BothSides { get; init; }

    /// <summary>The day from which the public is told that the text stands; null: not said.</summary>
    public LocalDate? LastUpdated { get; init; }

    /// <summary>A sentence of what it is not, such as "This is not a legal contract".</summary>
    public LocalText? NotContract { get; init; }
}

internal static class Agreements
{
    /// <summary>True where an approval waits for the organisation's own acceptance.</summary>
    public static bool AsksBothSides(this ProgramDefinition program) => program.Agreement.BothSides;

    /// <summary>Where a clause stands among those of the program; behind them all where it is none of them any more.</summary>
    public static int PlaceOf(this ProgramDefinition program, string clause)
    {
        var place = program.Clauses.ToList().FindIndex(known => known.Key == clause);
        return place < 0 ? int.MaxValue : place;
    }
}
