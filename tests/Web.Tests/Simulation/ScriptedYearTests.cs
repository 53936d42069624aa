using Banyan.Testing;
using Banyan.Testing.Simulation;

namespace Banyan.Web.Tests.Simulation;

/// <summary>A sample of the scripted year; <c>tools/simulate</c> plays the whole.</summary>
public sealed class ScriptedYearTests
{
    private const int Cases = 20;

    [Theory]
    [EachDatabase]
    public async Task Every_case_ends_where_an_independent_model_says(DatabaseKind database)
    {
        var report = await ScriptedYear.RunAsync(database, Cases, seed: 1);
        report.Differing.ShouldBeEmpty(report.ToString());
        report.Rows.Select(row => row.State).Distinct().Count().ShouldBeGreaterThan(2);
        report.Rows.ShouldContain(row => row.Board);
        // A model of other scripts would not have agreed.
        report
            .Rows.Zip(report.Rows.Skip(1))
            .Count(pair => pair.First.State == pair.Second.ModelState)
            .ShouldBeLessThan(Cases - 1);
    }
}
