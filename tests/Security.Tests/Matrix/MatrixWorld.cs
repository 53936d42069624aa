using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Security.Tests.Matrix;

/// <summary>Two of everything: organisations, programs, communities, teams, and an application in each stage for each of three applicants.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    /// <summary>What the session's cookie is called where the site is not reached by HTTPS.</summary>
    public const string Cookie = "banyan";

    private readonly Dictionary<Persona, OpenSession> sessions = [];

    private MatrixWorld(BanyanHost host, Rehearsal rehearsal, bool https) =>
        (Host, Rehearsal, CookieName) = (host, rehearsal, https ? $"__Host-{Cookie}" : Cookie);

    public BanyanHost Host { get; }
    public Rehearsal Rehearsal { get; }
    public string CookieName { get; }
    public Dictionary<Persona, PersonId> People { get; } = [];
    public List<Record> Records { get; } = [];

    /// <param name="https">The site is told that people reach it by HTTPS, through a proxy on this machine.</param>
    public static async Task<MatrixWorld> BuildAsync(
        DatabaseKind database,
        Action<WebApplicationBuilder>? change = null,
        bool https = false
    )
    {
        var rehearsal = new Rehearsal();
        var host = await BanyanHost.StartAsync(
            database,
            new HostChoice
            {
                Arguments = https
                    ? ["--Banyan:BaseUrl=https://localhost", "--Banyan:Proxies=127.0.0.0/8"]
                    : [],
                Change = builder =>
                {
                    builder.Services.ConfigureDbContext<BanyanDb>(options =>
                        options.AddInterceptors(rehearsal)
                    );
                    change?.Invoke(builder);
                },
            }
        );
        var world = new MatrixWorld(host, rehearsal, https);
        await world.FillAsync();
        return world;
    }

    /// <summary>The session that this persona's browser has; null for nobody.</summary>
    public OpenSession? SessionOf(Persona persona) => sessions.GetValueOrDefault(persona);

    public Record? Find(Relation relation, Stage stage) =>
        Records.Find(record => record.Relation == relation && record.Stage == stage);

    /// <summary>Somebody with a browser that is signed in as this persona.</summary>
    public Visitor Visitor(Persona persona)
    {
        var visitor = Host.NewVisitor();
        if (SessionOf(persona) is { } session)
            visitor.Cookies.Set(CookieName, session.Secret);
        return visitor;
    }

    public Actor ActorOf(Persona persona) => Actor.Of(People[persona], persona.Name);

    /// <summary>Gives a seat to somebody, as an owner would.</summary>
    public Task SeatAsync(Persona persona, string organisation, TeamKind kind) =>
        ChangeAsync(async db =>
        {
            var slug = organisation;
            var owner = await db.Organisations.SingleAsync(known => known.Slug == slug, Ct);
            var team = await db
                .Teams.Include(known => known.Members)
                .SingleAsync(known => known.OrganisationId == owner.Id && known.Kind == kind, Ct);
            return team.Add(
                People[persona],
                true,
                Actor.Rule,
                Host.Clock.Now,
                chair: persona.Chairs
            );
        });

    public async Task ChangeAsync(Func<BanyanDb, Task<Outcome>> act) =>
        await Host.DbAsync(async db =>
            (await db.CommitAsync(await act(db), Ct)).Refusal.ShouldBeNull()
        );

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task FillAsync()
    {
        await ProgramAsync(Persona.North);
        await ProgramAsync(Persona.South);
        foreach (var persona in Persona.All)
            if (persona.Coming is Coming.SignedIn or Coming.WithEndedSession)
                await PersonAsync(persona);
        foreach (var persona in Persona.All)
            if (persona is { Organisation: { } organisation, Team: { } kind })
                await SeatAsync(persona, organisation, kind);
        await DraftAsync(Persona.North, Persona.Marie);
        await DraftAsync(Persona.South, Persona.Sven);
        await SeatAsync(Persona.Petra, Persona.North, TeamKind.Staff);
        await SeatAsync(Persona.Pavel, Persona.North, TeamKind.Staff);
        var cases = new WorldCases(this);
        await cases.HeldDraftAsync();
        foreach (var keeper in (Persona[])[Persona.Nusrat, Persona.Asha, Persona.Lin])
        foreach (var stage in Enum.GetValues<Stage>())
            await cases.BringToAsync(keeper, stage);
        await SessionAsync(Persona.Marie);
        await SessionAsync(Persona.Sven);
        await cases.LettersAsync();
        // After the wait for the letters, so that no request of the walks has a last visit to note.
        foreach (var persona in Persona.All)
            await SessionAsync(persona);
        await UnseatPetraAsync();
    }

    private Task ProgramAsync(string organisation) =>
        Host.DbAsync(async db =>
        {
            ProgramFiles.Check(WorldProgram.Of(organisation), organisation).Lines.ShouldBeEmpty();
            var applied = await new ProgramFiles(db, new OrganisationDirectory(db)).ApplyAsync(
                WorldProgram.Of(organisation),
                new NewOrganisation(null, "UTC"),
                Host.Clock.Now,
                Ct
            );
            applied.Refusal.ShouldBeNull();
        });

    private Task DraftAsync(string organisation, Persona by) =>
        ChangeAsync(async db =>
        {
            var slug = WorldProgram.Slug(organisation);
            var program = await db.Programs.SingleAsync(known => known.Slug == slug, Ct);
            var version = await db.ProgramVersions.SingleAsync(
                known => known.Id == program.CurrentVersion,
                Ct
            );
            var (draft, outcome) = ProgramDraft.Begin(
                version,
                People[by],
                ActorOf(by),
                Host.Clock.Now
            );
            db.Add(draft);
            return outcome;
        });

    private Task PersonAsync(Persona persona) =>
        ChangeAsync(db =>
        {
            EmailAddress.TryParse(persona.Address, out var address, out _).ShouldBeTrue();
            var person = Person.Named(address!, persona.Name, Host.Clock.Now);
            People[persona] = person.Id;
            db.Add(person);
            return Task.FromResult(person.SignIn(Host.Clock.Now));
        });

    private Task SessionAsync(Persona persona) =>
        ChangeAsync(db =>
        {
            var now = Host.Clock.Now;
            var begun = Outcome.Of(Actor.Rule, now);
            if (persona.Coming == Coming.Nobody)
                return Task.FromResult(begun);
            var holds =
                persona.Applies is Relation.Held ? Find(Relation.Held, Stage.Draft)?.Id : null;
            var person = People.TryGetValue(persona, out var id) ? id : default(PersonId?);
            var session = Session.Begin(person, holds, persona.Name, now, out var secret);
            if (persona.Coming == Coming.WithEndedSession)
                session.End(now);
            db.Add(session);
            sessions[persona] = new OpenSession(session.Id, secret, session.FormToken);
            return Task.FromResult(begun);
        });

    private Task UnseatPetraAsync() =>
        ChangeAsync(async db =>
        {
            var petra = People[Persona.Petra];
            var team = await db
                .Teams.Include(known => known.Members)
                .SingleAsync(known => known.Members.Any(member => member.PersonId == petra), Ct);
            return team.Remove(petra, Actor.Rule, Host.Clock.Now);
        });
}

/// <param name="Secret">What the browser's cookie says.</param>
/// <param name="FormToken">What its forms carry.</param>
internal sealed record OpenSession(Guid Id, string Secret, string FormToken);
