using Banyan.Testing.Processes;

namespace Banyan.Web.Tests.Commands;

/// <summary>Settings with which the site does not start, and what the doctor says of them.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("--Banyan:BaseUrl=http://partners.example.org", "over plain http")]
    [InlineData("--Banyan:BaseUrl=ftp://partners.example.org", "no http or https address")]
    [InlineData("--Banyan:BaseUrl=partners", "no http or https address")]
    [InlineData("--Banyan:Proxies=10.0.0.0/8,proxy", "Banyan:Proxies names proxy")]
    [InlineData("--Banyan:Proxies=0.0.0.0/0", "Banyan:Proxies names 0.0.0.0/0")]
    [InlineData("--ForwardedHeaders_Enabled=true", "name the proxy in Banyan:Proxies")]
    public void The_site_does_not_start_with_it(string setting, string says) =>
        Should.Throw<SettingProblem>(() => Build(setting)).Message.ShouldContain(says);

    [Theory]
    [InlineData("--Banyan:BaseUrl=http://partners.example.org", "--Banyan:AllowHttp=true")]
    [InlineData("--Banyan:BaseUrl=https://partners.example.org")]
    [InlineData("--Banyan:BaseUrl=http://127.0.0.1:5080")]
    [InlineData("--urls=http://0.0.0.0:5080")]
    [InlineData("--urls=http://*:5080")]
    public async Task The_site_starts_with_it(params string[] settings) =>
        await Build(settings).DisposeAsync();

    [Fact]
    public async Task At_the_prompt_it_is_one_sentence_and_exit_code_1()
    {
        var ended = await BanyanProgram.RunAsync(
            "serve",
            Data(),
            "--Banyan:BaseUrl=http://partners.example.org"
        );
        (ended.Code, ended.Out).ShouldBe((1, ""));
        ended.Error.Trim().Split('\n').Length.ShouldBe(1);
        ended.Error.ShouldStartWith("Banyan:BaseUrl is http://partners.example.org/: over plain");
    }

    [Fact]
    public async Task The_doctor_says_red_of_plain_http_and_names_the_proxies()
    {
        var ended = await BanyanProgram.RunAsync(
            "doctor",
            Data(),
            "--Banyan:BaseUrl=http://partners.example.org",
            "--Banyan:Proxies=127.0.0.1,10.1.0.0/16"
        );
        ended.Code.ShouldBe(1);
        ended.Out.ShouldContain("RED    base url");
        ended.Out.ShouldContain("are taken from 127.0.0.1/32, 10.1.0.0/16");
        ended.Out.ShouldContain("Banyan:Proxies   = 127.0.0.1,10.1.0.0/16  (command line)");
    }

    private static string Data() => $"--Banyan:Data={TemporaryFolder.New("settings")}";

    private static Microsoft.AspNetCore.Builder.WebApplication Build(params string[] settings) =>
        Site.Build([.. settings, Data(), "--Banyan:Worker=false"]);
}
