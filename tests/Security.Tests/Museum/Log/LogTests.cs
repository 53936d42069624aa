using System.Globalization;
using System.Net;
using System.Text.Json;
using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.SignIn;
using Banyan.Security.Tests.Smuggling;
using Banyan.Testing;
using Banyan.Testing.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Security.Tests.Museum.Log;

/// <summary>CWE-117: somebody typed the end of a line, and what followed passed for an event of the site.</summary>
public sealed class LogTests
{
    [Asvs("V16.2.2", "V16.2.4", "V16.4.1")]
    [Fact]
    public async Task Cwe_117_one_event_is_one_line_whatever_somebody_sends()
    {
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<ILoggerProvider, JsonLines>()
        );
        var written = world
            .Host.Services.GetServices<ILoggerProvider>()
            .OfType<JsonLines>()
            .Single();
        var before = written.Events;
        foreach (var word in Forging.Words)
        {
            await Forging.SendAsync(world, word);
            await Forging.SendRawAsync(world.Host, word);
        }
        (written.Events - before).ShouldBeGreaterThan(3 * Forging.Words.Length);
        JsonLines.Problems(written.Written, written.Events).ShouldBeEmpty();
        Figures.Add(
            "S10",
            $"{Forging.Words.Length} words that end a line or speak to a terminal, in paths, hosts, headers, forms and what a mail server says: {written.Events:n0} events, as many lines"
        );
    }

    /// <summary>The formatter that is told here is the one of developers' machines.</summary>
    [Fact]
    public async Task A_log_in_which_somebody_else_writes_a_line_is_told()
    {
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
            {
                builder.Configuration["Logging:Console:FormatterName"] = "simple";
                builder.Services.AddSingleton<ILoggerProvider, JsonLines>();
            }
        );
        var written = world
            .Host.Services.GetServices<ILoggerProvider>()
            .OfType<JsonLines>()
            .Single();
        await Forging.SendAsync(world, "a\u2028b");
        await Forging.SendRawAsync(world.Host, "a");
        var problems = JsonLines.Problems(written.Written, written.Events).ToList();
        problems.ShouldContain("U+2028");
        problems.ShouldContain(problem => problem.StartsWith("no event", StringComparison.Ordinal));
        problems.ShouldContain(problem =>
            problem.Contains(" lines for ", StringComparison.Ordinal)
        );
        Figures.Add(
            "S10",
            $"self-test: a log that people read is told for {problems.Count} lines and signs"
        );
    }

    [Asvs("V16.2.1", "V16.3.1", "V16.3.3")]
    [Theory, EachDatabase]
    public async Task Who_is_turned_away_leaves_one_line_that_says_why_and_not_who(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(
            database,
            new HostChoice { Arguments = ["--Banyan:FormsPerMinute=7"] }
        );
        using var nusrat = await host.EnteredAsync(World.Nusrat.Address);
        using var asked = await host.NewVisitor()
            .PostAsync("/sign-in", ("email", World.Asha.Address));
        var ticket = asked.Headers.Location!.OriginalString.Split('=')[1];
        var code = await host.CodeForAsync(World.Asha.Address);
        var wrong = code == "000000" ? "000001" : "000000";
        (string Line, Func<Task<HttpResponseMessage>> Deed)[] deeds =
        [
            (
                "code refused: code-wrong for sign-in, try 1, from 127.0.0.0/24",
                () =>
                    host.NewVisitor()
                        .PostAsync("/sign-in/code", ("ticket", ticket), ("code", wrong))
            ),
            (
                "code refused: code-unreadable for sign-in, try 0, from 127.0.0.0/24",
                () =>
                    host.NewVisitor()
                        .PostAsync("/sign-in/code", ("ticket", ticket), ("code", "secret"))
            ),
            (
                "form from elsewhere: POST /setup, origin https://elsewhere.example.org, site , from 127.0.0.0/24",
                () => FromElsewhereAsync(host, "/setup/a-key-that-opens-something")
            ),
            (
                $"form without the key of its session: /me for {await IdOfAsync(host)}",
                () => nusrat.PostAsync("/me", ("name", "x"), ("_form", "a-wrong-key"))
            ),
            (
                "asked for under the name elsewhere.example.org from 127.0.0.0/24",
                () => OtherHostAsync(host)
            ),
        ];
        foreach (var (line, deed) in deeds)
        {
            var before = host.Log.All.Count;
            (await deed()).Dispose();
            host.Log.All.Skip(before).Select(known => known.Text).ShouldBe([line]);
        }
        var lines = 0;
        for (var more = 0; more < 10; more++)
        {
            var before = host.Log.All.Count;
            using var answer = await host.NewVisitor()
                .PostAsync("/sign-in", ("email", "not-an-address"));
            if ((int)answer.StatusCode == 429)
                host.Log.All.Skip(before)
                    .Select(known => known.Text)
                    .ShouldBe(["too many forms: /sign-in from 127.0.0.0/24"], $"{++lines}");
        }
        lines.ShouldBePositive();
        // Who came in stands in the history, with the time.
        (await Dump.OfAsync(host)).ShouldContain("person.signed-in");
        var all = string.Join('\n', host.Log.All.Select(known => known.Text));
        foreach (
            var secret in (string[])
                [code, ticket, "secret", "a-key-that", "a-wrong-key", "@example.org"]
        )
            all.ShouldNotContain(secret);
    }

    [Asvs("V16.2.2", "V16.2.4", "V16.4.1")]
    [Fact]
    public async Task The_program_as_it_is_shipped_writes_lines_of_JSON_with_times_in_UTC()
    {
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"http://127.0.0.1:{BanyanHost.FreePort()}"
        );
        using var program = ChildProcess.Start(
            null,
            "env",
            "TZ=Asia/Dhaka",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "banyan.dll"),
            $"--urls={address}",
            $"--Banyan:Data={TemporaryFolder.New("log")}",
            "--environment=Production"
        );
        await WaitForAsync(() => program.Said.Contains(address, StringComparison.Ordinal), program);
        var from = SystemClock.Instance.GetCurrentInstant() - Duration.FromSeconds(1);
        using (var connection = await RawConnection.OpenAsync(new Uri(address).Port))
            await connection.ExchangeAsync(
                $"POST /x HTTP/1.1\r\nHost: {new Uri(address).Authority}\r\nOrigin: \u00e2\u0080\u00a8\u001b[31m\"}}{{\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                TimeSpan.FromSeconds(5)
            );
        await WaitForAsync(
            () => program.Said.Contains("form from elsewhere", StringComparison.Ordinal),
            program
        );
        // The two sentences at the start are for whoever started it.
        var events = program
            .Said.Split('\n')
            .Where(line =>
                !line.Contains(address, StringComparison.Ordinal) || line.StartsWith('{')
            )
            .ToList();
        JsonLines.Problems(string.Join('\n', events), events.Count).ShouldBeEmpty();
        using var read = JsonDocument.Parse(
            events.Single(line => line.Contains("form from elsewhere", StringComparison.Ordinal))
        );
        read.RootElement.GetProperty("State").GetProperty("Place").GetString().ShouldBe("/x");
        read.RootElement.GetProperty("Timestamp")
            .GetDateTimeOffset()
            .ShouldBeInRange(
                from.ToDateTimeOffset(),
                from.ToDateTimeOffset() + TimeSpan.FromSeconds(30)
            );
    }

    private static async Task WaitForAsync(Func<bool> come, ChildProcess program)
    {
        for (var tries = 0; !come(); tries++)
        {
            (tries < 600 && !program.HasEnded).ShouldBeTrue(program.Said);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<HttpResponseMessage> FromElsewhereAsync(BanyanHost host, string path)
    {
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.BaseUrl, path));
        request.Headers.Add("Origin", "https://elsewhere.example.org");
        return await visitor.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> OtherHostAsync(BanyanHost host)
    {
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.BaseUrl);
        request.Headers.Host = "elsewhere.example.org";
        return await visitor.SendAsync(request);
    }

    private static async Task<Guid> IdOfAsync(BanyanHost host) =>
        await host.DbAsync(async db =>
        {
            await Task.Yield();
            return db.Set<Membership.People.Domain.Person>().Single().Id.Value;
        });
}
