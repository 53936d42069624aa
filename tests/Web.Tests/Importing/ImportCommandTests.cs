using System.Text.Json;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Importing.Data;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Banyan.Web.Tests.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Importing;

/// <summary><c>banyan import applications</c>, as somebody at a prompt meets it.</summary>
public sealed class ImportCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_command_takes_the_map_of_the_page_and_imports_all_or_nothing(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        var text = ImportWorld.Simple("Pythons of Dhaka", "Pythons of Pune");
        await marie.UploadAsync(host, text);
        await marie.CheckAsync(host);
        await marie.Visit($"{marie.Path}/map.json");
        var map = await FileAsync("map.json", marie.Source);
        var table = await FileAsync("past.csv", text);
        var dry = await RunAsync(host, table, map, "--dry-run");
        dry.Error.ShouldBe("");
        dry.Code.ShouldBe(0);
        dry.Out.ShouldStartWith("2: new: Pythons of Dhaka: past0@example.org");
        dry.Out.TrimEnd()
            .ShouldEndWith(
                "2 new, 0 same, 0 like, 0 bad\nNothing was imported: this was a dry run."
            );
        (await CountAsync(host)).ShouldBe(0);
        var done = await RunAsync(host, table, map);
        (done.Code, done.Error).ShouldBe((0, ""));
        done.Out.TrimEnd().ShouldEndWith("2 past applications were imported.");
        (await CountAsync(host)).ShouldBe(2);
        var again = await RunAsync(host, table, map, "--json");
        again.Code.ShouldBe(1);
        using var report = JsonDocument.Parse(again.Out);
        report.RootElement.GetProperty("same").GetInt32().ShouldBe(2);
        report
            .RootElement.GetProperty("refusals")[0]
            .GetString()!
            .ShouldStartWith("There is nothing to take in");
        // What the command brought in stands on the page and is undone there.
        await marie.Visit(ImportWorld.Imports);
        marie.Text.ShouldContain("banyan import applications");
        var import = await host.LatestAsync();
        await marie.Visit($"{ImportWorld.Imports}/{import.Id.Value}/undo");
        await marie.Press("Undo the import");
        await host.WorkAsync();
        (await CountAsync(host)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task One_bad_row_keeps_all_out_and_its_line_is_printed(DatabaseKind database)
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        var map = await FileAsync(
            "map.json",
            """
            { "banyan": "import-map/1", "program": "psf-community-partner", "columns": [
              { "column": "Timestamp", "to": "submitted-on" }, { "column": "Title", "to": "question:title" } ] }
            """
        );
        var table = await FileAsync(
            "past.csv",
            "Timestamp,Title\n2024-01-02,\"Over\ntwo lines\"\n2024-02-31,Never\n2024-03-01,Over two lines\n"
        );
        var ended = await RunAsync(host, table, map, "--like", "take");
        ended.Code.ShouldBe(1);
        ended.Out.ShouldContain("4: bad: Never: Timestamp: February 2024 has 29 days.");
        ended.Out.ShouldContain("5: like: Over two lines: like line 2 by the title");
        ended.Error.ShouldContain(
            "Nothing is imported while something is wrong with a row, and it is with 1."
        );
        (await CountAsync(host)).ShouldBe(0);
        (await host.DbAsync(db => db.Imports.CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_map_leaves_open_is_asked_on_standard_error()
    {
        var (host, marie) = await ImportWorld.StartAsync(DatabaseKind.Sqlite);
        await using var _ = host;
        var table = await FileAsync("past.csv", "Timestamp,Title,More\n6/7/2023,One,x\n");
        var map = await FileAsync(
            "map.json",
            """
            { "banyan": "import-map/1", "program": "psf-community-partner", "columns": [
              { "column": "Timestamp", "to": "submitted-on" }, { "column": "Title", "to": "question:title" } ] }
            """
        );
        var ended = await RunAsync(host, table, map);
        (ended.Code, ended.Out).ShouldBe((1, ""));
        ended.Error.ShouldContain("\"6/7/2023\" on line 2 can be both");
        ended.Error.ShouldContain("Say what the column \"More\" means, or leave it out.");
        var broken = await RunAsync(
            host,
            table,
            await FileAsync("broken.json", "{ \"banyan\": 1 }")
        );
        broken.Code.ShouldBe(1);
        broken.Error.ShouldContain("The map does not read:");
        var unknown = await RunAsync(
            host,
            table,
            await FileAsync(
                "other.json",
                "{ \"banyan\": \"import-map/1\", \"program\": \"nothing\", \"columns\": [] }"
            )
        );
        unknown.Error.ShouldContain("There is no program nothing.");
        (await BanyanProgram.RunAsync("import", "applications", table)).Code.ShouldBe(2);
    }

    private static Task<int> CountAsync(BanyanHost host) =>
        host.DbAsync(db => db.Applications.CountAsync(Ct));

    private static async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(TemporaryFolder.New("import"), name);
        await File.WriteAllTextAsync(path, text, Ct);
        return path;
    }

    private static Task<BanyanProgram.Ended> RunAsync(
        BanyanHost host,
        string table,
        string map,
        params string[] more
    ) =>
        BanyanProgram.RunAsync([
            "import",
            "applications",
            table,
            "--map",
            map,
            .. more,
            $"--Banyan:Data={host.DataFolder}",
            $"--Banyan:Database={host.Services.GetRequiredService<Settings>().Database.ConnectionString}",
        ]);
}
