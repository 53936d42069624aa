using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Headers;

/// <summary>Every endpoint by every method, for people who may and people who may not: each answer carries all that a strict one carries.</summary>
public sealed class HeaderTests
{
    private static readonly Persona[] Asking =
    [
        Persona.Nobody,
        Persona.Guest,
        Persona.Nusrat,
        Persona.Marie,
        Persona.Deb,
    ];

    private static readonly string[] Usual = ["GET", "HEAD", "POST"];
    private static readonly string[] Others =
    [
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
    ];

    [Asvs(
        "V1.2.3",
        "V3.2.2",
        "V3.3.1",
        "V3.3.2",
        "V3.3.4",
        "V3.4.1",
        "V3.4.2",
        "V3.4.3",
        "V3.4.4",
        "V3.4.5",
        "V3.4.6",
        "V3.7.2",
        "V4.1.1",
        "V7.4.4",
        "V13.4.4",
        "V14.2.3",
        "V14.3.2"
    )]
    [Fact]
    public async Task Every_answer_of_every_endpoint_carries_the_strict_headers()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite, https: true);
        world.Rehearsal.On = true;
        var doors = Door.All(world.Host).Where(door => door.Method == "GET").ToList();
        var statuses = new SortedDictionary<int, int>();
        var problems = new List<string>();
        void Look(Heard heard)
        {
            statuses[heard.Status] = statuses.GetValueOrDefault(heard.Status) + 1;
            problems.AddRange(Observatory.Problems(heard));
        }
        foreach (var persona in Asking)
        {
            using var ask = new Ask(world, persona);
            // Who has no business here and who has: the other methods are the same for all the rest.
            var methods =
                persona == Persona.Nobody || persona == Persona.Marie
                    ? Usual.Concat(Others)
                    : Usual;
            foreach (var door in doors)
            foreach (var (number, path) in PathsOf(world, door, persona).Index())
            {
                foreach (var method in number == 0 ? methods : Usual)
                    Look(await ask.AtAsync(door, method, path));
                if (number > 0)
                    continue;
                Look(await ask.AtAsync(door, "POST", path, withToken: false));
                Look(await ask.AtAsync(door, "POST", path, fromHere: false));
            }
        }
        problems.ShouldBeEmpty();
        statuses.Keys.ShouldBe(
            [200, 204, 302, 303, 401, 403, 404, 405, 409, 422],
            ignoreOrder: true
        );
        Figures.Add(
            "S4",
            $"{doors.Count} endpoints, {Usual.Length + Others.Length} methods, {Asking.Length} personas: {statuses.Values.Sum():n0} answers x {Observatory.Checks.Count} checks, 0 problems; answers by status: {string.Join(", ", statuses.Select(known => string.Create(CultureInfo.InvariantCulture, $"{known.Key}: {known.Value}")))}"
        );
    }

    [Asvs("V3.2.1", "V3.4.2", "V3.4.3", "V3.4.4", "V3.4.5", "V3.4.6", "V4.1.1", "V13.4.3")]
    [Fact]
    public async Task Files_of_the_site_and_answers_that_say_no_carry_them_too()
    {
        var broken = new Broken();
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
                builder.Services.ConfigureDbContext<Kernel.Data.BanyanDb>(options =>
                    options.AddInterceptors(broken)
                ),
            https: true
        );
        using var ask = new Ask(world, Persona.Marie);
        var files = Directory
            .GetFiles(
                Path.Combine(Repository.Root, "src", "Banyan", "wwwroot"),
                "*",
                SearchOption.AllDirectories
            )
            .Select(file =>
                Path.GetRelativePath(
                        Path.Combine(Repository.Root, "src", "Banyan", "wwwroot"),
                        file
                    )
                    .Replace('\\', '/')
            )
            .Where(file => file[0] != '.')
            .ToList();
        files.Count.ShouldBeGreaterThan(8);
        foreach (var file in files)
        {
            var heard = await ask.SendAsync("GET", $"/{file}");
            heard.Status.ShouldBe(200, file);
            heard.Header("Cache-Control").ShouldBe("no-cache", file);
            // The files are the program's own and the same for everybody; each is asked for anew and answered by its tag.
            Observatory
                .Problems(heard)
                .ShouldBe([$"GET /{file} by {Persona.Marie}: 200: cache-control: no-cache"]);
        }
        (string Method, string Path, int Status)[] no =
        [
            ("GET", "/there-is-no-such-page", 404),
            ("GET", "/?q=%00", 400),
            ("GET", "/css", 404),
            ("GET", "/problem/500", 404),
            ("POST", "/sign-in", 413),
        ];
        foreach (var (method, path, status) in no)
        {
            var heard = await ask.SendAsync(
                method,
                path,
                null,
                ("email", status == 413 ? new string('w', 1_100_000) : "")
            );
            heard.Status.ShouldBe(status, path);
            Observatory.Problems(heard).ShouldBeEmpty();
        }
        broken.On = true;
        var failed = await ask.SendAsync("GET", "/me");
        failed.Status.ShouldBe(500);
        Observatory.Problems(failed).ShouldBeEmpty();
        broken.On = false;
        world.Host.Log.All.ShouldContain(line => line.Problem != null);
        (await LogSecrets.InAsync(world, world.Host.Log.All)).ShouldBeEmpty();
    }

    /// <summary>Where this persona comes in, if anywhere, and where not.</summary>
    private static IEnumerable<string> PathsOf(MatrixWorld world, Door door, Persona persona) =>
        Target
            .Of(door.Page, world, persona)
            .GroupBy(target => new Cell(door, target, persona).Expected == Answer.Allow)
            .OrderByDescending(known => known.Key)
            .Select(known => known.First().Path);
}
