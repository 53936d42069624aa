using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Leaks;

/// <summary>Two organisations with their teams, everybody in their seat, and the ways to look at all that the site shows.</summary>
internal sealed class LeakWorld : IAsyncDisposable
{
    private static readonly Subject[] Walked =
    [
        Subject.Nothing,
        Subject.Application,
        Subject.Case,
        Subject.Reached,
        Subject.Program,
        Subject.OwnProgram,
        Subject.Partnership,
    ];

    private readonly Rehearsal walking;
    private readonly Dictionary<Reader, OpenSession> sessions = [];

    private LeakWorld(BanyanHost host, Rehearsal thrownAway) =>
        (Host, walking) = (host, thrownAway);

    public BanyanHost Host { get; }
    public Dictionary<Reader, PersonId> People { get; } = [];

    /// <summary>The words by which each secret is known, which may change from phase to phase.</summary>
    public Dictionary<Secret, HashSet<string>> Words { get; } = [];

    /// <summary>Of the partnership that came of the case; null before.</summary>
    public string? Code { get; set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LeakWorld> BuildAsync(DatabaseKind database)
    {
        var rehearsal = new Rehearsal();
        var host = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Change = builder =>
                    builder.Services.ConfigureDbContext<BanyanDb>(options =>
                        options.AddInterceptors(rehearsal)
                    ),
            }
        );
        var world = new LeakWorld(host, rehearsal);
        foreach (var organisation in (string[])[Reader.North, Reader.South])
            await world.ProgramAsync(organisation);
        foreach (var reader in Reader.All.Where(reader => reader != Reader.Nobody))
        {
            await world.PersonAsync(reader);
            if (reader.Team is not null)
                await world.SeatAsync(reader);
        }
        await world.SessionsAsync();
        return world;
    }

    public Actor ActorOf(Reader reader) => Actor.Of(People[reader], reader.Name);

    public Visitor Visitor(Reader reader)
    {
        var visitor = Host.NewVisitor();
        if (sessions.TryGetValue(reader, out var session))
            visitor.Cookies.Set(MatrixWorld.Cookie, session.Secret);
        return visitor;
    }

    public async Task ChangeAsync(Func<BanyanDb, Task<Outcome>> act) =>
        await Host.DbAsync(async db =>
            (await db.CommitAsync(await act(db), Ct)).Refusal.ShouldBeNull()
        );

    public Task SeatAsync(Reader reader) =>
        ChangeAsync(async db =>
            (await TeamAsync(db, reader)).Add(
                People.Single(known => known.Key.Name == reader.Name).Value,
                reader.Voting,
                Actor.Rule,
                Host.Clock.Now,
                reader.Chair
            )
        );

    public Task UnseatAsync(Reader reader) =>
        ChangeAsync(async db =>
            (await TeamAsync(db, reader)).Remove(People[reader], Actor.Rule, Host.Clock.Now)
        );

    /// <summary>Everybody signs in anew: between two phases lies more than a session lasts.</summary>
    public Task SessionsAsync() =>
        ChangeAsync(db =>
        {
            var now = Host.Clock.Now;
            foreach (var (reader, person) in People)
            {
                var session = Session.Begin(person, null, reader.Name, now, out var secret);
                db.Add(session);
                sessions[reader] = new OpenSession(session.Id, secret, session.FormToken);
            }
            return Task.FromResult(Outcome.Of(Actor.Rule, now));
        });

    /// <summary>Goes wherever there is a page, by GET and by POST, and answers with the first place of each secret.</summary>
    public async Task<Dictionary<Secret, string>> WalkAsync(Reader reader)
    {
        var seen = new Dictionary<Secret, string>();
        walking.On = true;
        foreach (
            var door in Door.All(Host)
                .Where(door => door.Handles && Walked.Contains(door.Page.Subject))
        )
        foreach (var path in PathsOf(door))
            await LookAsync(reader, door.Method, path, seen);
        walking.On = false;
        return seen;
    }

    public Dictionary<Secret, string> MailedTo(Reader reader)
    {
        var seen = new Dictionary<Secret, string>();
        foreach (var mail in Host.Mailbox.To(reader.Address))
        foreach (var secret in SecretsIn($"{mail.Subject}\n{mail.Text}\n{mail.Html}"))
            seen.TryAdd(secret, mail.Subject);
        return seen;
    }

    public IEnumerable<Secret> SecretsIn(string text) =>
        Words
            .Where(known =>
                known.Value.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .Select(known => known.Key);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private IEnumerable<string> PathsOf(Door door)
    {
        var path = door
            .Page.Pattern.Replace("{reference}", LeakStory.Reference, StringComparison.Ordinal)
            .Replace("{section}", "group", StringComparison.Ordinal)
            .Replace("{program}", $"{Reader.North}-partner", StringComparison.Ordinal);
        if (door.Page.Subject == Subject.Partnership)
            return Code is null ? [] : [path.Replace("{code}", Code, StringComparison.Ordinal)];
        if (path.Contains("{**path}", StringComparison.Ordinal))
            return LeakSettings.Places.Select(place =>
                path.Replace("{**path}", place, StringComparison.Ordinal)
            );
        if (path != "/cases")
            return [path];
        return
        [
            path,
            "/cases?state=all",
            "/cases?lead=me",
            "/cases?state=all&ball=Staff",
            "/cases.csv",
            "/cases.csv?state=all",
            .. Enum.GetValues<ApplicationState>().Select(state => $"/cases?state={state}"),
        ];
    }

    private async Task LookAsync(
        Reader reader,
        string method,
        string path,
        Dictionary<Secret, string> seen
    )
    {
        using var visitor = Visitor(reader);
        using var response =
            method == "GET"
                ? await visitor.GetAsync(path)
                : await visitor.PostAsync(
                    path,
                    ("_form", sessions.GetValueOrDefault(reader)?.FormToken ?? "")
                );
        ((int)response.StatusCode).ShouldBeLessThan(500, $"{method} {path} by {reader}");
        var all = $"{response.Headers}\n{await response.Content.ReadAsStringAsync(Ct)}";
        foreach (var secret in SecretsIn(all))
            seen.TryAdd(secret, $"{method} {path}");
    }

    private Task ProgramAsync(string organisation) =>
        ChangeAsync(async db =>
        {
            var directory = new OrganisationDirectory(db);
            var text = WithVotingBoard(WorldProgram.Of(organisation));
            ProgramFiles.Check(text, organisation).Lines.ShouldBeEmpty();
            var applied = await new ProgramFiles(db, directory).ApplyAsync(
                text,
                new NewOrganisation(null, "UTC"),
                Host.Clock.Now,
                Ct
            );
            applied.Refusal.ShouldBeNull();
            var owner = await db.Organisations.SingleAsync(known => known.Slug == organisation, Ct);
            return await directory.EnsureTeamAsync(
                owner.Id,
                Reader.Speakers,
                "Speakers",
                TeamKind.WorkGroup,
                Actor.Rule,
                Host.Clock.Now,
                Ct
            );
        });

    internal static byte[] WithVotingBoard(byte[] program)
    {
        const string board = "title: The board, team: board";
        var text = Encoding.UTF8.GetString(program);
        text.ShouldContain(board);
        return Encoding.UTF8.GetBytes(
            text.Replace(
                board,
                $"{board}, rule: {{ majority: {{ of: present, quorum: {{ share: halfPlusOne }}, threshold: simple, tie: decline, withinDays: 5 }} }}",
                StringComparison.Ordinal
            )
        );
    }

    private Task PersonAsync(Reader reader) =>
        ChangeAsync(db =>
        {
            EmailAddress.TryParse(reader.Address, out var address, out _).ShouldBeTrue();
            var person = Person.Named(address!, reader.Name, Host.Clock.Now);
            People[reader] = person.Id;
            db.Add(person);
            return Task.FromResult(person.SignIn(Host.Clock.Now));
        });

    private static async Task<Banyan.Membership.Teams.Domain.Team> TeamAsync(
        BanyanDb db,
        Reader reader
    )
    {
        var owner = await db.Organisations.SingleAsync(
            known => known.Slug == reader.Organisation,
            Ct
        );
        return await db
            .Teams.Include(known => known.Members)
            .SingleAsync(
                known => known.OrganisationId == owner.Id && known.Slug == reader.Team,
                Ct
            );
    }
}
