using System.Text;
using Banyan.Kernel.Text;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Security.Tests.BadInput;

/// <summary>No cell of any table that one takes away is a formula to a spreadsheet, whoever typed it.</summary>
public sealed class TableTests
{
    // Full-width signs are read as their narrow ones by spreadsheets of East Asia.
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    [Asvs("V1.3.3")]
    [Fact]
    public async Task No_cell_of_an_export_begins_like_a_formula()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        await world.Host.DbAsync(async db =>
        {
            foreach (var (number, record) in world.Records.Index())
            {
                var title = $"{Beginnings[number % Beginnings.Length]}cmd|' /C calc'!A{number}";
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE applications SET title = {title} WHERE reference = {record.Reference}",
                    TestContext.Current.CancellationToken
                );
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE partnerships SET title = {title} WHERE code = {record.Code}",
                    TestContext.Current.CancellationToken
                );
            }
            foreach (var (number, person) in world.People.Values.Index())
            {
                var name = $"{Beginnings[number % Beginnings.Length]}HYPERLINK(1)";
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE people SET name = {name} WHERE id = {person.Value}",
                    TestContext.Current.CancellationToken
                );
            }
        });
        var (tables, cells, tamed) = (0, 0, 0);
        foreach (
            var persona in (Persona[])[Persona.Marie, Persona.Tomas, Persona.Deb, Persona.Sven]
        )
        {
            using var visitor = world.Visitor(persona);
            foreach (
                var door in Door.All(world.Host)
                    .Where(door =>
                        door.Method == "GET"
                        && door.Page.Pattern.EndsWith(".csv", StringComparison.Ordinal)
                    )
            )
            foreach (
                var target in Target
                    .Of(door.Page, world, persona)
                    .Where(target =>
                        new Cell(door, target, persona).Expected == Matrix.Answer.Allow
                    )
            )
            {
                var answer = await visitor.LookAsync(
                    target.Path + (target.Path == "/cases.csv" ? "?state=all" : "")
                );
                answer.Status.ShouldBe(200, target.Path);
                tables++;
                foreach (
                    var cell in CsvReader
                        .Read(answer.Body, ',', 10_000)
                        .Rows.SelectMany(row => row.Cells)
                )
                {
                    cells++;
                    tamed += cell.StartsWith('\'') ? 1 : 0;
                    if (cell.Length > 0)
                        Beginnings.ShouldNotContain(cell[0], $"{target.Path}: {cell}");
                }
            }
        }
        tables.ShouldBeGreaterThan(5);
        tamed.ShouldBeGreaterThan(20);
        Figures.Add(
            "S6",
            $"{tables} exports, {cells} cells, {tamed} of them typed as formulas: 0 begin like one"
        );
    }

    [Fact]
    public void Whatever_a_formula_begins_with_the_cell_begins_with_an_apostrophe()
    {
        foreach (var begin in Beginnings)
        {
            var text = new StringBuilder();
            Csv.Add(text, $"{begin}1+1");
            text.ToString().ShouldBe($"\"'{begin}1+1\"\r\n");
        }
    }
}
