using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Importing;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Importing;

/// <summary>Very many rows: statements are counted, never seconds.</summary>
public sealed class ImportBulkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Fifty_thousand_rows_are_read_and_looked_through_with_as_many_questions_as_one(
        DatabaseKind database
    )
    {
        var (host, _) = await ImportWorld.StartAsync(database);
        await using var _1 = host;
        // The program's definition is read once in a process.
        await QuestionsAsync(2);
        var one = await QuestionsAsync(1);
        var many = await QuestionsAsync(PastFile.MostRows);
        many.ShouldBe(one);
        (await host.LatestAsync()).Counts.ShouldBe(new RowCounts(PastFile.MostRows, 0, 0, 0));
        (await host.DbAsync(db => db.CheckedRows.CountAsync(Ct))).ShouldBe(CheckedRow.MostKept + 3);

        async Task<int> QuestionsAsync(int rows)
        {
            var import = await PlantAsync(host, rows);
            host.Statements.Clear();
            await DoAsync(host, import, (run, step) => run.ReadAsync(step, Ct));
            await DoAsync(host, import, (run, step) => run.CheckAsync(step, Ct));
            return Questions(host.Statements.All);
        }
    }

    [Theory, EachDatabase]
    public async Task Each_part_of_what_is_written_asks_the_same_number_of_questions(
        DatabaseKind database
    )
    {
        var (host, _) = await ImportWorld.StartAsync(database);
        await using var _1 = host;
        var two = await WriteAsync(2 * WriteRows.Part);
        var five = await WriteAsync(5 * WriteRows.Part);
        // Whether a reference is taken, and whose community it is.
        (five - two).ShouldBe(3 * 2);
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(7 * WriteRows.Part);

        async Task<int> WriteAsync(int rows)
        {
            var import = await PlantAsync(host, rows);
            await DoAsync(host, import, (run, step) => run.ReadAsync(step, Ct));
            await DoAsync(host, import, (run, step) => run.CheckAsync(step, Ct));
            await host.DbAsync(async db =>
            {
                var kept = await db.Imports.SingleAsync(i => i.Id == import, Ct);
                (
                    await db.CommitAsync(kept.TakeIn(true, Actor.Rule, host.Clock.Now), Ct)
                ).Refusal.ShouldBeNull();
            });
            host.Statements.Clear();
            await DoAsync(host, import, (run, step) => run.WriteAsync(step, Ct));
            (await host.LatestAsync()).Taken.ShouldBe(rows);
            return Questions(host.Statements.All);
        }
    }

    private static int Questions(IEnumerable<string> statements) =>
        statements.Count(statement =>
            statement.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        );

    private static async Task<ImportId> PlantAsync(BanyanHost host, int rows)
    {
        var text = new StringBuilder("Timestamp,Email,Title\n");
        for (var row = 1; row <= rows; row++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"2024-01-02,of{rows}-{row}@example.org,Group {row} of {rows}\n"
            );
        return await host.DbAsync(async db =>
        {
            var program = await db.Set<Banyan.Partnering.Programs.Domain.PartnerProgram>()
                .SingleAsync(Ct);
            var import = new PastImport(
                program.Organisation,
                program.Id,
                "many.csv",
                Actor.Rule,
                host.Clock.Now
            );
            db.Add(import);
            db.Add(
                new ImportFile
                {
                    Import = import.Id,
                    Bytes = Encoding.UTF8.GetBytes(text.ToString()),
                }
            );
            var outcome = await db.CommitAsync(import.Upload(Actor.Rule, host.Clock.Now), Ct);
            outcome.Refusal.ShouldBeNull();
            return import.Id;
        });
    }

    /// <summary>One step, and after the reading what the page would then say of the columns.</summary>
    private static async Task DoAsync(
        BanyanHost host,
        ImportId id,
        Func<RunImport, ImportStep, Task<Outcome>> act
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var step = new ImportStep(id, Actor.Rule, host.Clock.Now, () => Task.CompletedTask);
        var outcome = await act(scope.ServiceProvider.GetRequiredService<RunImport>(), step);
        outcome.Refusal.ShouldBeNull();
        await host.DbAsync(async db =>
        {
            var import = await db.Imports.SingleAsync(i => i.Id == id, Ct);
            if (import.State != ImportState.Mapping)
                return;
            var map = new ImportMap
            {
                Banyan = ImportMap.Format,
                Program = "psf-community-partner",
                Columns =
                [
                    new("Timestamp", ImportTarget.SubmittedOn),
                    new("Email", ImportTarget.Email),
                    new("Title", "question:title"),
                ],
            };
            (
                await db.CommitAsync(import.Mean(map, Actor.Rule, host.Clock.Now), Ct)
            ).Refusal.ShouldBeNull();
        });
    }
}
