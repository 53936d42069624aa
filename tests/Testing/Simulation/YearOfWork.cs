using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Testing.Simulation;

/// <summary>Plays the scripts on a real site, hour by hour: every deed through the verbs and the commit that the pages use, everything that time does through the worker.</summary>
internal sealed class YearOfWork : IAsyncDisposable
{
    private const int WorkerEvery = 6;
    private static readonly EmailAddress s_nusrat = EmailAddress.TryParse(
        World.Nusrat.Address,
        out var address,
        out _
    )
        ? address
        : throw new InvalidOperationException("Nusrat has no address.");
    private readonly BanyanHost host;
    private readonly IReadOnlyList<Script> scripts;
    private readonly Instant begins;
    private readonly Dictionary<string, Viewer> viewers = new(StringComparer.Ordinal);

    private YearOfWork(BanyanHost host, IReadOnlyList<Script> scripts, Instant begins) =>
        (this.host, this.scripts, this.begins) = (host, scripts, begins);

    public static async Task<YearOfWork> StartAsync(
        DatabaseKind database,
        IReadOnlyList<Script> scripts,
        Instant begins
    )
    {
        var site = await BanyanHost.StartAsync(database);
        site.Clock.Now = begins;
        await site.FoundAsync(seats: false);
        await site.KnowAsync(World.Nusrat);
        await site.SeatAsync(World.Marie, "staff", voting: false);
        await site.SeatAsync(World.Leila, "grants-work-group", voting: false, chair: true);
        foreach (var seat in Enumerable.Range(0, Script.GroupSeats))
            await site.SeatAsync(Member(Body.Group, seat), "grants-work-group", voting: true);
        foreach (var seat in Enumerable.Range(0, Script.BoardSeats))
            await site.SeatAsync(Member(Body.Board, seat), "board", voting: true);
        return new YearOfWork(site, scripts, begins);
    }

    public static string Reference(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"PSF-27-S{number:0000}");

    public static Character Member(Body body, int seat) =>
        new($"{body} {seat}", $"{body}{seat}@example.org".ToLowerInvariant());

    public async Task PlayAsync()
    {
        var last = scripts.Max(script => script.SentAt) + Script.Longest;
        var sent = scripts.ToLookup(script => script.SentAt);
        var deeds = scripts
            .SelectMany(script => script.Deeds.Select(deed => (script, deed)))
            .ToLookup(pair => pair.script.SentAt + pair.deed.Hour);
        for (var hour = 0; hour <= last; hour++)
        {
            host.Clock.Now = begins + Duration.FromHours(hour);
            if (hour % WorkerEvery == 0)
                await host.WorkAsync();
            foreach (var script in sent[hour])
                await SendAsync(script);
            foreach (var (script, deed) in deeds[hour])
                await DeedsOfPeople.DoAsync(this, Reference(script.Number), deed);
            if (hour % 24 == 13)
                await DecideAsync();
        }
        await host.WorkAfterAsync(Duration.FromHours(1));
    }

    public async Task<IReadOnlyDictionary<int, (string State, bool Board)>> EndsAsync() =>
        await host.DbAsync(async db =>
            await db
                .Applications.AsNoTracking()
                .Select(a => new
                {
                    a.Reference,
                    a.State,
                    Board = a.EscalatedAt != null,
                })
                .ToDictionaryAsync(
                    row => int.Parse(row.Reference[^4..], CultureInfo.InvariantCulture),
                    row => (row.State.ToString(), row.Board)
                )
        );

    /// <summary>As this person, in a scope and a commit of its own. What a rule refuses changes nothing.</summary>
    public async Task AsAsync(Character who, Func<IServiceProvider, Task<Outcome>> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        scope.ServiceProvider.GetRequiredService<ViewerHolder>().Viewer = await ViewerAsync(
            who,
            db,
            scope.ServiceProvider
        );
        await db.CommitAsync(await act(scope.ServiceProvider), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<Viewer> ViewerAsync(Character who, BanyanDb db, IServiceProvider services)
    {
        if (viewers.TryGetValue(who.Address, out var known))
            return known;
        var book = services.GetRequiredService<PermissionBook>();
        var seats = await db.SeatFacts.Where(seat => seat.Email == who.Address).ToListAsync();
        return viewers[who.Address] = new Viewer(
            seats[0].Person,
            who.Name,
            who.Address,
            [
                .. seats.Select(seat => new Seat(
                    seat.Organisation,
                    seat.Team,
                    seat.Kind,
                    seat.Voting,
                    seat.Chair,
                    book.Of(seat.Kind, seat.Chair)
                )),
            ],
            null
        );
    }

    /// <summary>The case stands before the work group at the script's hour.</summary>
    private Task SendAsync(Script script) =>
        AsAsync(
            World.Marie,
            async services =>
            {
                var db = services.GetRequiredService<BanyanDb>();
                var program = await db.Programs.SingleAsync();
                var actor = services.GetRequiredService<Viewer>().Actor;
                var now = host.Clock.Now;
                var (application, started) = Application.Start(
                    Reference(script.Number),
                    program.Organisation,
                    program.Id,
                    program.CurrentVersion,
                    s_nusrat,
                    (await db.PersonFacts.SingleAsync(p => p.Email == World.Nusrat.Address)).Id,
                    actor,
                    now
                );
                var title = $"Event {script.Number}";
                var facts = new SubmitFacts(null, title, null, null, $"key-{script.Number}");
                var definition = await services
                    .GetRequiredService<ProgramShelf>()
                    .DefinitionAsync(program.CurrentVersion, CancellationToken.None);
                var voting = Stages.Voting(definition)!.Value;
                application.Write("firstName", World.Nusrat.Name, null, actor, now);
                db.Add(application);
                var outcome = started
                    .And(application.Submit(facts, actor, now))
                    .And(application.TakeUp(actor.Person!.Value, actor, now))
                    .And(application.SendToWorkGroup(voting.Stage.Team, null, actor, now));
                return outcome.And(
                    await services
                        .GetRequiredService<Partnering.Ballots.RunRound>()
                        .BeginAsync(
                            new(application, definition, actor, now),
                            voting,
                            CancellationToken.None
                        )
                );
            }
        );

    private async Task DecideAsync()
    {
        var waiting = await host.DbAsync(db =>
            db.Applications.AsNoTracking()
                .Where(a => a.State == ApplicationState.Deciding)
                .Select(a => a.Reference)
                .ToListAsync()
        );
        foreach (var reference in waiting)
            await StaffDecision.MakeAsync(this, reference);
    }
}
