using System.Text;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.Teams.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Review;

/// <summary>A foundation whose staff is Marie and whose work group is Tomas, Deb and Joey; two votes for are needed in ten days.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    private const string Program = """
        banyan: program/1
        organisation: umbrella
        slug: partner
        name: Partner
        referencePrefix: UMB
        summary: For groups.
        state: open
        unit: event
        form:
          sections:
            - key: group
              title: The group
              questions:
                - { key: title, type: shortText, means: title, label: Title of the event }
                - { key: where, type: choice, label: Where it is, options: [{ key: hall, label: In a hall }, { key: online, label: Online }] }
                - { key: room, type: shortText, label: Address of the room, required: true, showIf: { question: where, anyOf: [online] } }
                - { key: phone, type: shortText, label: Telephone, visibility: staff }
        criteria:
          - { key: conduct, text: It has a code of conduct. }
          - { key: wish, text: It is held outdoors., mandatory: false }
        stages:
        STAGES
        clocks: { wholeWeeks: 8, waitingClosesAfterWeeks: 6 }
        term: { months: 12 }

        """;

    private const string Stages = """
          - { key: look, kind: preReview, title: A look, team: staff, rule: { staff: {} } }
          - { key: review, kind: review, title: The group reviews, team: reviewers, rule: { lazyConsensus: { for: 2, withinDays: 10, discussionBusinessDays: 10 } } }
        """;

    /// <summary>The program's file.</summary>
    public static string Text => Program.Replace("STAGES", Stages, StringComparison.Ordinal);

    private readonly List<Visitor> visitors = [];
    private Visitor? nusrat;

    private DeskWorld(BanyanHost host) => Host = host;

    public BanyanHost Host { get; }
    public Visitor Marie { get; private set; } = null!;
    public Visitor Tomas { get; private set; } = null!;
    public Visitor Deb { get; private set; } = null!;
    public Visitor Joey { get; private set; } = null!;

    /// <param name="stages">The stages of the program, as its file has them; null for a look and a lazy consensus of two.</param>
    /// <param name="state">Of the program, as its file has it.</param>
    public static async Task<DeskWorld> StartAsync(
        DatabaseKind kind,
        string? stages = null,
        string state = "open"
    )
    {
        var world = new DeskWorld(await BanyanHost.StartAsync(kind));
        await using (var scope = world.Host.Services.CreateAsyncScope())
        {
            var applied = await scope
                .ServiceProvider.GetRequiredService<ProgramFiles>()
                .ApplyAsync(
                    Encoding.UTF8.GetBytes(
                        Program
                            .Replace("STAGES", stages ?? Stages, StringComparison.Ordinal)
                            .Replace("state: open", $"state: {state}", StringComparison.Ordinal)
                    ),
                    new NewOrganisation("The Umbrella", "UTC"),
                    world.Host.Clock.Now,
                    TestContext.Current.CancellationToken
                );
            applied.Refusal.ShouldBeNull();
        }
        world.Marie = await world.SeatedAsync(World.Marie, "staff");
        if (stages?.Contains("reviewers", StringComparison.Ordinal) == false)
            return world;
        world.Tomas = await world.SeatedAsync(World.Tomas, "reviewers");
        world.Deb = await world.SeatedAsync(World.Deb, "reviewers");
        world.Joey = await world.SeatedAsync(World.Joey, "reviewers");
        return world;
    }

    public async Task<Visitor> SignedInAsync(Character character)
    {
        var visitor = await Host.SignedInAsync(character.Address);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Whoever sent the applications.</summary>
    public Visitor Nusrat => nusrat ?? throw new InvalidOperationException("Nothing was sent.");

    /// <summary>An application of Nusrat's that was sent a moment ago.</summary>
    /// <param name="clocks">What its program promises; null for the ordinary eight weeks.</param>
    public Task SentAsync(
        string reference,
        string title = "Workshop day",
        LocalDate? day = null,
        CaseClocks? clocks = null
    ) =>
        DraftAsync(
            reference,
            title,
            new SubmitFacts(
                null,
                title,
                day ?? new LocalDate(2027, 9, 1),
                null,
                $"key-{reference}",
                Clocks: clocks ?? new CaseClocks { WholeWeeks = 8, WaitingClosesAfterWeeks = 6 }
            )
        );

    /// <param name="sent">What is true when it is sent at once; null for a draft.</param>
    public async Task DraftAsync(string reference, string title, SubmitFacts? sent = null)
    {
        nusrat ??= await SignedInAsync(World.Nusrat);
        var ct = TestContext.Current.CancellationToken;
        await Host.DbAsync(async db =>
        {
            var program = await db.Programs.SingleAsync(ct);
            var person = await db.PersonFacts.SingleAsync(
                facts => facts.Email == World.Nusrat.Address,
                ct
            );
            EmailAddress.TryParse(World.Nusrat.Address, out var address, out _).ShouldBeTrue();
            var actor = Actor.Of(person.Id, World.Nusrat.Name);
            var now = Host.Clock.Now;
            var (application, outcome) = Application.Start(
                reference,
                program.Organisation,
                program.Id,
                program.CurrentVersion,
                address!,
                person.Id,
                actor,
                now
            );
            application.Write("title", title, null, actor, now).Done.ShouldBeTrue();
            application.Write("phone", "555 0100", null, actor, now).Done.ShouldBeTrue();
            db.Add(application);
            if (sent is not null)
                outcome = outcome.And(application.Submit(sent, actor, now));
            (await db.CommitAsync(outcome, ct)).Refusal.ShouldBeNull();
        });
    }

    /// <summary>Marie takes it up, judges what must be judged and sends it to the work group, all on the pages.</summary>
    public async Task WithTheGroupAsync(string reference, LocalDate? day = null)
    {
        await SentAsync(reference, day: day);
        await (await Marie.Visit($"/cases/{reference}/take-up")).Press("Take it up");
        await (await Marie.Visit($"/cases/{reference}/judge"))
            .Choose("It has a code of conduct.", "Met")
            .Press("Save");
        await (await Marie.Visit($"/cases/{reference}/send-to-work-group")).Press(
            "Send to the work group"
        );
        Marie.Path.ShouldBe(
            $"/cases/{reference}",
            $"{Marie.Text} {string.Join("\n", Host.Log.Bad)}"
        );
    }

    public static async Task<Visitor> VoteAsync(
        Visitor visitor,
        string reference,
        string vote,
        string reason = ""
    )
    {
        await DeclareAsync(visitor, reference);
        await visitor.Visit($"/cases/{reference}/vote");
        return await visitor
            .Choose("Should this be accepted?", vote)
            .Fill("reason", reason)
            .Press("Cast the vote");
    }

    /// <summary>Says what stands between, where that was not said before.</summary>
    public static async Task DeclareAsync(
        Visitor visitor,
        string reference,
        string conflict = "No, nothing"
    )
    {
        await visitor.Visit($"/cases/{reference}");
        if (visitor.Path.EndsWith("/declare", StringComparison.Ordinal))
            await visitor
                .Choose("Does something stand between you and this case?", conflict)
                .Press("Continue");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            visitor.Dispose();
        await Host.DisposeAsync();
    }

    public async Task<Visitor> SeatedAsync(
        Character character,
        string team,
        bool voting = true,
        bool chair = false
    )
    {
        var visitor = await SignedInAsync(character);
        var ct = TestContext.Current.CancellationToken;
        await Host.DbAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Email == character.Address, ct);
            var seated = await db
                .Teams.Include(t => t.Members)
                .SingleAsync(t => t.Slug == team, ct);
            (
                await db.CommitAsync(
                    seated
                        .Add(person.Id, voting, Actor.Rule, Host.Clock.Now, chair)
                        .And(person.Rename(character.Name, Actor.Rule, Host.Clock.Now)),
                    ct
                )
            ).Done.ShouldBeTrue();
        });
        return visitor;
    }
}
