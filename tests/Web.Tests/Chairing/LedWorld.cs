using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Chairing;

/// <summary>A work group of three under Leila, who has no vote, and a board under Ruth.</summary>
internal sealed class LedWorld : IAsyncDisposable
{
    public const string Reference = "UMB-27-LEAD";
    public const string Page = $"/cases/{Reference}";

    public const string Look = "  - { key: look, kind: preReview, title: A look, team: staff }\n";
    public const string Lazy =
        "  - { key: review, kind: review, title: The group reviews, team: reviewers, rule: { lazyConsensus: { for: 2, withinDays: 10, discussionBusinessDays: 10 } } }\n";
    public const string Majority =
        "  - { key: review, kind: review, title: The group reviews, team: reviewers, rule: { majority: { of: present, quorum: { votes: 2 }, threshold: simple, tie: chair, withinDays: 10 } } }\n";
    public const string BoardVotes =
        "  - { key: council, kind: consultation, title: The board, team: council, rule: { majority: { of: present, quorum: { share: halfPlusOne }, threshold: simple, tie: decline, withinDays: 14 } } }";
    public const string BoardAdvises =
        "  - { key: council, kind: consultation, title: The board, team: council }";

    private LedWorld(DeskWorld desk) => Desk = desk;

    public DeskWorld Desk { get; }
    public BanyanHost Host => Desk.Host;
    public Visitor Leila { get; private set; } = null!;
    public Visitor Ruth { get; private set; } = null!;
    public Visitor Hana { get; private set; } = null!;

    /// <summary>With a case that is before the work group, which Leila has declared about.</summary>
    public static async Task<LedWorld> StartAsync(
        DatabaseKind kind,
        string review = Lazy,
        string board = BoardVotes
    )
    {
        var world = new LedWorld(
            await DeskWorld.StartAsync(kind, (Look + review + board).Trim('\n'))
        );
        world.Leila = await world.Desk.SeatedAsync(
            World.Leila,
            "reviewers",
            voting: false,
            chair: true
        );
        world.Ruth = await world.Desk.SeatedAsync(World.Ruth, "council", chair: true);
        world.Hana = await world.Desk.SeatedAsync(World.Hana, "council");
        await world.Desk.WithTheGroupAsync(Reference);
        await DeskWorld.DeclareAsync(world.Leila, Reference);
        return world;
    }

    public Task VoteAsync(Visitor visitor, string vote, string reason = "") =>
        DeskWorld.VoteAsync(visitor, Reference, vote, reason);

    /// <summary>Types a reason on a page that asks for one, and presses its button.</summary>
    public static async Task<Visitor> SayAsync(
        Visitor visitor,
        string page,
        string reason,
        string button
    )
    {
        await visitor.Visit($"{Page}/{page}");
        return await visitor.Fill("reason", reason).Press(button);
    }

    /// <summary>The latest.</summary>
    public Task<BallotRound> RoundAsync() =>
        Host.DbAsync(db =>
            db.Rounds.AsNoTracking()
                .LatestFirst()
                .Whole()
                .FirstAsync(TestContext.Current.CancellationToken)
        );

    public Task<ApplicationState> StateAsync() =>
        Host.DbAsync(db =>
            db.Applications.WithReference(Reference)
                .Select(a => a.State)
                .SingleAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>The newest mail to somebody, after all that is due.</summary>
    public async Task<string> MailAsync(Character character)
    {
        await Host.WorkAsync();
        return Host.Mailbox.Last(character.Address).Text;
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
