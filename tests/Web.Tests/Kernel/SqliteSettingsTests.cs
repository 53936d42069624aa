using Banyan.Kernel.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Kernel;

/// <summary>The settings that durability and safety rest on.</summary>
public sealed class SqliteSettingsTests
{
    [Fact]
    public async Task A_connection_of_the_site_holds_every_setting()
    {
        await using var host = await BanyanHost.StartAsync();
        (await DeviationsAsync(host, "SELECT 1")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PRAGMA journal_mode=DELETE", "journal_mode is delete, must be wal")]
    [InlineData("PRAGMA synchronous=NORMAL", "synchronous is 1, must be 2")]
    [InlineData("PRAGMA foreign_keys=OFF", "foreign_keys is 0, must be 1")]
    [InlineData("PRAGMA secure_delete=OFF", "secure_delete is 0, must be 1")]
    [InlineData("PRAGMA trusted_schema=ON", "trusted_schema is 1, must be 0")]
    public async Task A_setting_that_differs_is_noticed(string pragma, string deviation)
    {
        await using var host = await BanyanHost.StartAsync();
        (await DeviationsAsync(host, pragma)).ShouldBe([deviation]);
    }

    [Fact]
    public async Task A_database_that_is_there_already_is_prepared_without_complaint()
    {
        await using var host = await BanyanHost.StartAsync();
        await host.DbAsync(db =>
            DatabaseStart.PrepareAsync(db, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_copy_out_of_a_backup_which_is_not_in_WAL_yet_is_taken_into_use()
    {
        await using var host = await BanyanHost.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        var copy = Path.Combine(folder.FullName, "copy.db");
#pragma warning disable EF1002 // a path of our own
        await host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                $"VACUUM INTO '{copy}'",
                TestContext.Current.CancellationToken
            )
        );
#pragma warning restore EF1002
        await using (
            var again = await BanyanHost.StartAsync(
                DatabaseKind.Sqlite,
                new HostChoice { Database = $"Data Source={copy};Pooling=False" }
            )
        )
            (await DeviationsAsync(again, "SELECT 1")).ShouldBeEmpty();
        folder.Delete(recursive: true);
    }

    private static Task<IReadOnlyList<string>> DeviationsAsync(BanyanHost host, string pragma) =>
        host.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var connection = db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a pragma from the rows above
            command.CommandText = pragma;
#pragma warning restore CA2100
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            return SqliteSettings.Deviations(connection);
        });
}
