namespace Banyan.Benchmarks.Report;

/// <summary>Something told in a unit of its own, and not as a multiple of the ceiling.</summary>
internal sealed record Figure(
    string Operation,
    string Database,
    double Value,
    string Unit,
    double Goal
)
{
    public bool IsMet => Value <= Goal;

    public string Verdict => IsMet ? "met" : $"missed by {Written.Number(Value / Goal)}";
}
