using Banyan.Testing;
using Banyan.Testing.Processes;
using Banyan.Web.Tests.Programs;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Commands;

/// <summary>The command line as somebody at a prompt meets it.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Checking_a_broken_file_names_line_and_path_and_exits_with_1()
    {
        var text = await File.ReadAllTextAsync(
            PsfProgram.Path,
            TestContext.Current.CancellationToken
        );
        var file = Path.Combine(TemporaryFolder.New("broken"), "program.yaml");
        await File.WriteAllTextAsync(
            file,
            text.Replace("unit: event", "unit: evening", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var line = text.Split('\n').ToList().IndexOf("unit: event") + 1;
        var ended = await BanyanProgram.RunAsync("program", "check", file);
        ended.Code.ShouldBe(1);
        ended.Out.ShouldStartWith($"{file}:{line}: unit: ");
        ended.Out.TrimEnd().Split('\n').Length.ShouldBe(1);
        ended.Error.ShouldBe("");
    }

    [Fact]
    public async Task Checking_as_json_gives_the_same_problems()
    {
        var file = Path.Combine(TemporaryFolder.New("broken"), "program.yaml");
        await File.WriteAllTextAsync(file, "- 1", TestContext.Current.CancellationToken);
        var ended = await BanyanProgram.RunAsync("program", "check", file, "--json");
        ended.Code.ShouldBe(1);
        using var read = System.Text.Json.JsonDocument.Parse(ended.Out);
        read.RootElement.GetProperty("problems")[0].GetProperty("line").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("program", "check")]
    [InlineData("program")]
    [InlineData("nonsense")]
    [InlineData("doctor", "--colour")]
    public async Task Wrong_usage_exits_with_2(params string[] words)
    {
        var ended = await BanyanProgram.RunAsync(words);
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("See: banyan --help");
    }

    [Theory]
    [EachDatabase]
    public async Task What_was_exported_and_applied_again_changes_nothing(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var settings = Settings(host);
        var applied = await BanyanProgram.RunAsync([
            "program",
            "apply",
            PsfProgram.Path,
            "--organisation-name",
            "Python Software Foundation",
            .. settings,
        ]);
        applied.Error.ShouldBe("");
        applied
            .Out.Trim()
            .Split('\n')
            .ShouldBe([
                "Nobody owns the organisation psf yet. Make somebody its owner: banyan admin invite EMAIL --organisation psf",
                "psf-community-partner: version 1 is current now.",
            ]);
        var exported = await BanyanProgram.RunAsync([
            "program",
            "export",
            "psf-community-partner",
            .. settings,
        ]);
        var file = Path.Combine(host.DataFolder, "exported.yaml");
        await File.WriteAllTextAsync(file, exported.Out, TestContext.Current.CancellationToken);
        var again = await BanyanProgram.RunAsync(["program", "apply", file, .. settings]);
        again.Code.ShouldBe(0);
        again
            .Out.Trim()
            .Split('\n')[^1]
            .ShouldBe(
                "psf-community-partner: version 1 says the same already; nothing was changed."
            );
    }

    [Fact]
    public async Task Exporting_a_program_that_is_not_there_exits_with_1()
    {
        var data = TemporaryFolder.New("export");
        var ended = await BanyanProgram.RunAsync(
            "program",
            "export",
            "nothing",
            $"--Banyan:Data={data}"
        );
        (ended.Code, ended.Out).ShouldBe((1, ""));
        ended.Error.ShouldContain("There is no program nothing here.");
    }

    [Theory]
    [EachDatabase]
    public async Task The_doctor_finds_nothing_red_on_a_migrated_site_and_masks_secrets(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        var ended = await BanyanProgram.RunAsync(["doctor", .. Settings(host)]);
        ended.Code.ShouldBe(0, ended.Out + ended.Error);
        ended.Out.ShouldContain("green  migrations");
        ended.Out.ShouldContain("green  runtime");
        ended.Out.ShouldNotContain("RED");
        ended.Out.ShouldContain("(command line)");
    }

    [Fact]
    public async Task The_doctor_says_red_and_exits_with_1_where_no_mail_server_answers()
    {
        var ended = await BanyanProgram.RunAsync(
            "doctor",
            $"--Banyan:Data={TemporaryFolder.New("doctor")}",
            $"--Banyan:Mail=smtp://somebody:secret@127.0.0.1:{BanyanHost.FreePort()}"
        );
        ended.Code.ShouldBe(1);
        ended.Out.ShouldContain("RED    mail");
        ended.Out.ShouldContain("smtp://***@127.0.0.1");
        ended.Out.ShouldNotContain("secret");
    }

    private static string[] Settings(BanyanHost host) =>
        [
            $"--Banyan:Data={host.DataFolder}",
            $"--Banyan:Database={host.Services.GetRequiredService<Settings>().Database.ConnectionString}",
        ];
}
