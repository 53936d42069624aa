using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Acknowledgements;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Programs;

/// <summary>The lists of a program's settings cost as many statements with three rows as with one.</summary>
public sealed class StatementCountTests
{
    private const string Settings = "/settings/programs/partner";

    /// <summary>Each list with what one row of it is.</summary>
    private static readonly (string Path, string Row)[] Lists =
    [
        ("", "main ol.timeline a"),
        ("/codes", "main ul.criteria > li"),
        ("/acknowledgements", "main tbody tr"),
        ("/dry-run", "main ul.criteria > li"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Three_rows_cost_as_many_as_one(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await GrowAsync(world, 1);
        await BeginAsync(world);
        var one = await CountAsync(world, rows: 1);
        await GrowAsync(world, 2);
        await GrowAsync(world, 3);
        var three = await CountAsync(world, rows: 3);
        three.ShouldBe(one);
        three.ShouldAllBe(statements => statements <= 10);
        world.Host.Trouble().ShouldBeEmpty();
    }

    private static async Task<List<int>> CountAsync(DeskWorld world, int rows)
    {
        var counts = new List<int>();
        foreach (var (path, row) in Lists)
        {
            // The first look at a version reads its text, once for all who come.
            await world.Marie.Visit(Settings + path);
            counts.Add(
                await world.Host.Statements.DuringAsync(() => world.Marie.Visit(Settings + path))
            );
            world.Marie.Page.QuerySelectorAll(row).Length.ShouldBe(rows, path + world.Marie.Text);
        }
        return counts;
    }

    /// <summary>One more version, code, decided case and partner.</summary>
    private static async Task GrowAsync(DeskWorld world, int number)
    {
        await world.Host.PublishAsync(
            DeskWorld.Text.Replace(
                "stages:\n",
                $"clauses:\n  - {{ key: kind, summary: Be kind {number}., text: We are kind {number} times. }}\nstages:\n",
                StringComparison.Ordinal
            )
        );
        var reference = $"UMB-27-AAAA{number}";
        await world.WithTheGroupAsync(reference);
        await DeskWorld.VoteAsync(world.Tomas, reference, "For");
        await DeskWorld.VoteAsync(world.Deb, reference, "For");
        await world.Host.WorkAfterAsync(Duration.FromDays(10));
        await world.Host.DbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                "UPDATE applications SET state = 'Approved', ball = 'Nobody'",
                Ct
            )
        );
        await world.Host.DbAsync(async db =>
            (
                await db.CommitAsync(await MoreAsync(db, reference, world.Host.Clock.Now), Ct)
            ).Refusal.ShouldBeNull()
        );
    }

    private static async Task<Outcome> MoreAsync(BanyanDb db, string reference, Instant now)
    {
        var application = await db.Applications.SingleAsync(a => a.Reference == reference, Ct);
        var actor = Actor.Visitor("seed");
        var today = now.InUtc().Date;
        var (partnership, begun) = Partnership.Begin(
            new PartnershipTerms
            {
                Code = PartnerCode.New(),
                Application = application.Id,
                Community = null,
                Organisation = application.Organisation,
                Program = application.Program,
                ProgramVersion = application.ProgramVersion,
                Edition = null,
                Title = reference,
                Begins = today,
                Until = null,
                Promises = new Promises([], []),
            },
            actor,
            now
        );
        var (code, made) = AdmissionCode.Make(
            application.Program,
            $"For {reference}",
            late: false,
            1,
            null,
            today,
            actor,
            now
        );
        db.AddRange(partnership, code!);
        return begun.And(made);
    }

    /// <summary>A working copy under which every vote would have ended otherwise.</summary>
    private static async Task BeginAsync(DeskWorld world)
    {
        await world.Marie.Visit(Settings);
        await world.Marie.Press("Begin a working copy");
        await world.Marie.Visit($"{Settings}/edit/yaml");
        var text = world.Marie.Page.QuerySelector("textarea")!.TextContent;
        await world
            .Marie.Fill("text", text.Replace("for: 2", "for: 3", StringComparison.Ordinal))
            .Press("Save");
        world.Marie.Problems().ShouldBeEmpty();
    }
}
