using Banyan.Kernel.Mail;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Commands;

/// <summary>Settings with which the site does not start, and what the doctor says of them.</summary>
public sealed class SettingTests
{
    [Asvs("V12.2.1")]
    [Theory]
    [InlineData("--Banyan:BaseUrl=http://partners.example.org", "over plain http")]
    [InlineData("--Banyan:BaseUrl=ftp://partners.example.org", "no http or https address")]
    [InlineData("--Banyan:BaseUrl=partners", "no http or https address")]
    [InlineData("--Banyan:Proxies=10.0.0.0/8,proxy", "Banyan:Proxies names proxy")]
    [InlineData("--Banyan:Proxies=0.0.0.0/0", "Banyan:Proxies names 0.0.0.0/0")]
    [InlineData("--ForwardedHeaders_Enabled=true", "name the proxy in Banyan:Proxies")]
    [InlineData("--Banyan:Mail=smtps://banyan:secret@mail.example.org", "smtps, port 465")]
    [InlineData("--Banyan:Mail=http://mail.example.org", "no address of a mail server")]
    [InlineData("--Banyan:Mail=mail.example.org:25", "no address of a mail server")]
    [InlineData("--Banyan:Mail=smtp://", "no address of a mail server")]
    [InlineData("--Banyan:MailFrom=partners", "Banyan:MailFrom is partners, which is no e-mail")]
    [InlineData("--Banyan:MailFrom=a@b@example.org", "which is no e-mail address")]
    [InlineData("--Banyan:FormsPerMinute=many", "Banyan:FormsPerMinute is many")]
    [InlineData("--Banyan:FormsPerMinute=-1", "Banyan:FormsPerMinute is -1")]
    public void The_site_does_not_start_with_it(string setting, string says) =>
        Should.Throw<SettingProblem>(() => Build(setting)).Message.ShouldContain(says);

    [Theory]
    [InlineData("--Banyan:BaseUrl=http://partners.example.org", "--Banyan:AllowHttp=true")]
    [InlineData("--Banyan:BaseUrl=https://partners.example.org")]
    [InlineData("--Banyan:BaseUrl=http://127.0.0.1:5080")]
    [InlineData("--urls=http://0.0.0.0:5080")]
    [InlineData("--urls=http://*:5080")]
    [InlineData("--Banyan:Mail=smtp://mail.example.org")]
    [InlineData("--Banyan:Mail=smtp+starttls://banyan:secret@mail.example.org:587")]
    [InlineData("--Banyan:MailFrom=Partners <partners@example.org>")]
    [InlineData("--Banyan:FormsPerMinute=0")]
    public async Task The_site_starts_with_it(params string[] settings) =>
        await Build(settings).DisposeAsync();

    [Asvs("V16.2.5")]
    [Fact]
    public void A_password_in_a_setting_that_does_not_read_is_not_said_back() =>
        Should
            .Throw<SettingProblem>(() => Build("--Banyan:Mail=smtps://banyan:secret@example.org"))
            .Message.ShouldNotContain("secret");

    [Theory]
    [InlineData("http://127.0.0.1:5080", "banyan@localhost.localdomain")]
    [InlineData("http://localhost:5080", "banyan@localhost.localdomain")]
    [InlineData("https://partners.example.org", "banyan@partners.example.org")]
    public async Task Without_a_sender_the_host_makes_one_that_reads(string url, string sender)
    {
        await using var site = Build($"--Banyan:BaseUrl={url}");
        site.Services.GetRequiredService<MailIdentity>().From.ShouldBe(sender);
    }

    [Asvs("V15.2.1")]
    [Fact]
    public async Task The_site_does_not_start_on_a_runtime_with_a_known_hole()
    {
        Should
            .Throw<SettingProblem>(() => Site.Build([Data()], null, new Version(10, 0, 6)))
            .Message.ShouldBe(
                "This is .NET 10.0.6, which has known holes (CVE-2026-40372). Install the runtime 10.0.7 or later."
            );
        await Site.Build([Data()], null, new Version(10, 0, 7)).DisposeAsync();
    }

    [Fact]
    public async Task No_keys_lie_in_the_data_folder()
    {
        await using var host = await BanyanHost.StartAsync();
        using var visitor = host.NewVisitor();
        await visitor.Visit("/");
        Directory
            .EnumerateDirectories(host.DataFolder)
            .Select(Path.GetFileName)
            .ShouldBe(["outbox"]);
    }

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
