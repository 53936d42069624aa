using System.Globalization;
using System.Net;
using Banyan.Faults.Tests.Grounds;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Faults.Tests;

/// <summary>Codes, sessions and the first owner's link at nodes whose machines are minutes apart: they are over on each when they are over by the clock of the database.</summary>
public sealed class TokenLifeTests
{
    private static readonly Duration Code = Duration.FromMinutes(10);
    private static readonly Duration Idle = Duration.FromDays(14);
    private static readonly Duration Link = Duration.FromHours(24);

    // Beyond what clocks may differ without being set right, and the time of a request.
    private static readonly Duration Margin = Duration.FromSeconds(20);
    private static readonly Duration[] Offs =
    [
        Duration.FromMinutes(-5),
        Duration.Zero,
        Duration.FromMinutes(5),
        Duration.FromHours(3),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Asvs("V6.5.5")]
    [Fact]
    public async Task No_token_lives_beyond_its_life_at_a_node_whose_clock_is_wrong()
    {
        Assert.SkipWhen(DatabaseGoneTests.Missing is not null, DatabaseGoneTests.Missing ?? "");
        using var ground = await Ground.NewAsync(DatabaseKind.Postgres);
        (await WrongAsync(ground, machine => new DatabaseClock(machine))).ShouldBeEmpty();
        Figures.Add(
            "R9",
            $"Postgres: codes, sessions and first owner's links end within {Margin.TotalSeconds:0} s of their time at {Offs.Length} nodes whose clocks are up to three hours wrong, also after a jump"
        );
        var naive = await WrongAsync(ground, machine => machine);
        naive.Count.ShouldBeGreaterThan(0);
        Figures.Add(
            "R9",
            $"Postgres: self-test: where each node trusts its own clock, {naive.Count} of them live too long or end too early"
        );
    }

    /// <summary>What lives too long, ends too early, or begins at another time than the database's, in words.</summary>
    private static async Task<List<string>> WrongAsync(Ground ground, Func<IClock, IClock> judge)
    {
        var wrong = new List<string>();
        foreach (var off in Offs)
        {
            var machine = new MachineClock { Off = off };
            await using var host = await BanyanHost.StartAsync(
                DatabaseKind.Postgres,
                new HostChoice
                {
                    Database = ground.Database,
                    Change = builder => builder.Services.AddSingleton(judge(machine)),
                }
            );
            wrong.AddRange(await LivesAsync(ground, host, $"{off}"));
            // The next connection to the database sees it.
            machine.Off += Duration.FromMinutes(7);
            wrong.AddRange(await LivesAsync(ground, host, $"{off} and a jump"));
        }
        return wrong;
    }

    private static async Task<List<string>> LivesAsync(Ground ground, BanyanHost host, string where)
    {
        var wrong = new List<string>();
        // So many codes an hour leave for one network.
        await ground.ExecuteAsync("DELETE FROM sign_in_codes");
        using var visitor = host.NewVisitor();
        var link = new Uri((await LinkAsync(host))!).AbsolutePath;
        await ExpectAsync("setup_keys", "created", Link, () => IsThereAsync(visitor, link));
        var address = $"reader{Guid.NewGuid():n}@example.org";
        await visitor.Visit("/sign-in");
        await visitor.Fill("email", address).Press("Send me a code");
        var (page, code) = (visitor.Path, await host.CodeForAsync(address));
        await ExpectAsync(
            "sign_in_codes",
            "created",
            Code,
            () => IsThereAsync(visitor, page, "input[name=code]")
        );
        await SetAgeAsync(ground, "sign_in_codes", "created", Duration.Zero);
        if (!await IsThereAsync(visitor, page, "input[name=code]"))
            return [.. wrong, $"sign_in_codes at {where} cannot be typed"];
        await visitor.Fill("code", code).Press("Sign in");
        await ExpectAsync("sessions", "last_seen", Idle, () => IsThereAsync(visitor, "/me"));
        return wrong;

        async Task ExpectAsync(string table, string column, Duration life, Func<Task<bool>> lives)
        {
            var begins = await AgeAsync(ground, table, column);
            if (begins < -Margin || begins > Margin)
                wrong.Add($"{table} at {where} begin {begins} ago");
            await SetAgeAsync(ground, table, column, life - Margin);
            if (!await lives())
                wrong.Add($"{table} at {where} end too early");
            await SetAgeAsync(ground, table, column, life + Margin);
            if (await lives())
                wrong.Add($"{table} at {where} live too long");
        }
    }

    private static Task<string?> LinkAsync(BanyanHost host) =>
        host.DbAsync(db =>
            FirstOwner.AddressAsync(
                db,
                host.Services.GetRequiredService<SiteAddress>(),
                host.Services.GetRequiredService<IClock>(),
                Ct
            )
        );

    private static async Task<bool> IsThereAsync(
        Visitor visitor,
        string path,
        string element = "main"
    )
    {
        await visitor.Visit(path);
        return visitor.Status == HttpStatusCode.OK
            && visitor.Path == path
            && visitor.Page.QuerySelector(element) is not null;
    }

    // Of the newest row, by the clock of the database.
    private static async Task<Duration> AgeAsync(Ground ground, string table, string column) =>
        Duration.FromMilliseconds(
            Convert.ToInt64(
                (
                    await ground.RowsAsync(
                        $"SELECT {DatabaseClock.Now} - {column} FROM {table} ORDER BY id DESC LIMIT 1"
                    )
                )[0][0],
                CultureInfo.InvariantCulture
            )
        );

    private static Task<int> SetAgeAsync(
        Ground ground,
        string table,
        string column,
        Duration age
    ) =>
        ground.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"UPDATE {table} SET {column} = {DatabaseClock.Now} - {(long)age.TotalMilliseconds} WHERE id = (SELECT id FROM {table} ORDER BY id DESC LIMIT 1)"
            )
        );
}
