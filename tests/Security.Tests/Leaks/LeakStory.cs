using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Application = Banyan.Partnering.Applications.Domain.Application;

namespace Banyan.Security.Tests.Leaks;

/// <summary>What happens to the one case, on the pages wherever there is one.</summary>
internal sealed class LeakStory(LeakWorld world)
{
    public const string Reference = "NOR-27-LEAK";

    /// <summary>How many mails somebody had when they stepped aside.</summary>
    private readonly Dictionary<Reader, int> aside = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private Instant Now => world.Host.Clock.Now;

    public int MailsAsideBefore => aside.Values.Sum();
    public int MailsAside => aside.Keys.Sum(MailsTo);

    public Task BringToAsync(Phase phase) =>
        phase switch
        {
            Phase.Voting => VoteAsync(),
            Phase.Consulted => ConsultAsync(),
            Phase.Approved => ApproveAsync(),
        };

    private async Task VoteAsync()
    {
        Know(Secret.Reviewer, Reader.Deb.Name);
        Know(Secret.TallyTable, "class=\"tally\"");
        await world.ChangeAsync(db => SentAsync(db, Reader.Nusrat, Reference));
        await world.ChangeAsync(db => SentAsync(db, Reader.Asha, "NOR-27-ASHA"));
        using var marie = world.Visitor(Reader.Marie);
        await LeakSettings.PrepareAsync(world, marie, Canary, Know);
        await (await marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await (await marie.Visit($"/cases/{Reference}/judge"))
            .Choose("It is good.", "Met")
            .Press("Save");
        await WriteAsync(marie, "Applicant", "message", Secret.MessageToApplicant);
        await WriteAsync(marie, "Staff", "words", Secret.NoteForStaff);
        await WriteAsync(marie, "Reviewers", "words", Secret.NoteForReviewers);
        await (await marie.Visit($"/cases/{Reference}/send-to-work-group")).Press(
            "Send to the work group"
        );
        marie.Path.ShouldBe($"/cases/{Reference}", marie.Text);
        await world.Host.WorkAsync();
        foreach (var reader in (Reader[])[Reader.Deb, Reader.Leila, Reader.Rem])
            await DeclareAsync(reader, "No, nothing");
        foreach (var reader in (Reader[])[Reader.Sol, Reader.Stella])
            await DeclareAsync(reader, "Something, but not much");
        foreach (var reader in (Reader[])[Reader.Stan, Reader.Hal, Reader.Wanda])
            await DeclareAsync(reader, "Yes, I step aside");
        await world.ChangeAsync(db => HideAsync(db, Reader.Noor));
        await world.ChangeAsync(db => LiftAsync(db, Reader.Wanda));
        await world.UnseatAsync(Reader.Rem);
        await CastAsync(Reader.Tomas, Secret.GroupBallot);
        await TallyAsync(Secret.GroupTally);
        foreach (var reader in (Reader[])[Reader.Stan, Reader.Hal, Reader.Noor])
            aside[reader] = MailsTo(reader);
    }

    private async Task ConsultAsync()
    {
        await world.Host.WorkAfterAsync(Duration.FromDays(7));
        (await StateAsync()).ShouldBe(ApplicationState.Consultation);
        await DeclareAsync(Reader.Hana, "No, nothing");
        await DeclareAsync(Reader.Bo, "Yes, I step aside");
        aside[Reader.Bo] = MailsTo(Reader.Bo);
        await CastAsync(Reader.Ruth, Secret.BoardBallot);
        await TallyAsync(Secret.GroupTally, Secret.BoardTally);
    }

    private async Task ApproveAsync()
    {
        await CastAsync(Reader.Hana, Secret.BoardBallot);
        await world.Host.WorkAfterAsync(Duration.FromDays(5));
        (await StateAsync()).ShouldBe(ApplicationState.Deciding);
        await TallyAsync(Secret.GroupTally, Secret.BoardTally);
        using var marie = world.Visitor(Reader.Marie);
        await marie.Visit($"/cases/{Reference}/decide");
        await marie.Choose("Approve").Press("Record the decision and read its letter");
        await marie.Press("Release this letter");
        await world.Host.WorkAfterAsync(Duration.FromMinutes(11));
        world.Code = await world.Host.DbAsync(db =>
            db.Partnerships.Select(partnership => partnership.Code).SingleAsync(Ct)
        );
    }

    private async Task<Outcome> SentAsync(BanyanDb db, Reader reader, string reference)
    {
        var program = await db.Programs.SingleAsync(
            known => known.Slug == WorldProgram.Slug(Reader.North),
            Ct
        );
        var (actor, person) = (world.ActorOf(reader), world.People[reader]);
        var (application, outcome) = Application.Start(
            reference,
            program.Organisation,
            program.Id,
            program.CurrentVersion,
            AddressOf(reader),
            person,
            actor,
            Now
        );
        db.Add(application);
        var mine = reference == Reference;
        string Say(Secret secret) =>
            mine ? Canary(secret)
            : secret == Secret.Title ? Canary(Secret.MovableTitle)
            : "Something else";
        foreach (
            var (question, typed) in (ReadOnlySpan<(string, string)>)
                [
                    ("title", Say(Secret.Title)),
                    ("kind", "club"),
                    ("for-all", "For all"),
                    ("for-reviewers", Say(Secret.AnswerForReviewers)),
                    ("for-staff", Say(Secret.AnswerForStaff)),
                ]
        )
            outcome = outcome.And(application.Write(question, typed, null, actor, Now));
        if (mine)
            outcome = outcome
                .And(application.Invite(AddressOf(Reader.Ines), actor, Now))
                .And(
                    application.Prove(
                        AddressOf(Reader.Ines),
                        world.People[Reader.Ines],
                        world.ActorOf(Reader.Ines),
                        Now
                    )
                );
        var community = await new CommunityDirectory(db).ListAsync(
            new CommunityOutline($"Community of {reader}", null, "Somewhere", "club"),
            person,
            actor,
            Now,
            Ct
        );
        return outcome
            .And(community.Outcome)
            .And(
                application.Submit(
                    new SubmitFacts(
                        null,
                        Say(Secret.Title),
                        null,
                        community.Id,
                        $"{reference}-open"
                    ),
                    actor,
                    Now
                )
            );
    }

    private async Task WriteAsync(Visitor marie, string audience, string field, Secret secret)
    {
        await marie.Visit($"/cases/{Reference}/note?audience={audience}");
        await marie
            .Fill(field, Canary(secret))
            .Press(audience == "Applicant" ? "Send to the applicant" : "Keep as a private note");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe($"/cases/{Reference}");
    }

    private async Task DeclareAsync(Reader reader, string conflict)
    {
        using var visitor = world.Visitor(reader);
        await visitor.Visit($"/cases/{Reference}/declare");
        await visitor
            .Choose("Does something stand between you and this case?", conflict)
            .Press("Continue");
        visitor.Problems().ShouldBeEmpty();
    }

    private async Task CastAsync(Reader reader, Secret secret)
    {
        using var visitor = world.Visitor(reader);
        await visitor.Visit($"/cases/{Reference}");
        if (visitor.Path.EndsWith("/declare", StringComparison.Ordinal))
            await DeclareAsync(reader, "No, nothing");
        await visitor.Visit($"/cases/{Reference}/vote");
        await visitor
            .Choose("Should this be accepted?", "For")
            .Fill("reason", Canary(secret))
            .Press("Cast the vote");
        visitor.Path.ShouldBe($"/cases/{Reference}", visitor.Text);
    }

    /// <summary>Declared as under a program whose soft conflicts take the case away.</summary>
    private async Task<Outcome> HideAsync(BanyanDb db, Reader reader)
    {
        var (application, round) = await CaseAsync(db);
        var (declaration, declared) = Declaration.Make(
            application.Id,
            world.People[reader],
            reader.Name,
            Conflict.Soft,
            null,
            softReads: false,
            world.ActorOf(reader),
            Now
        );
        db.Add(declaration);
        round.Recuse(world.People[reader]);
        return declared;
    }

    private async Task<Outcome> LiftAsync(BanyanDb db, Reader reader)
    {
        var (application, round) = await CaseAsync(db);
        var person = world.People[reader];
        var declaration = await db.DeclarationsOf(application.Id)
            .SingleAsync(known => known.Person == person, Ct);
        round.Clear(person, Now);
        return declaration.Waive(Canary(Secret.Waiver), world.ActorOf(Reader.Leila), Now);
    }

    private static async Task<(Application, BallotRound)> CaseAsync(BanyanDb db)
    {
        var application = await db.Applications.SingleAsync(a => a.Reference == Reference, Ct);
        return (
            application,
            await db.Rounds.Whole().SingleAsync(r => r.Application == application.Id, Ct)
        );
    }

    /// <summary>Takes down how the rounds stand now, the oldest first, in the words of their sentences.</summary>
    private async Task TallyAsync(params Secret[] secrets)
    {
        var rounds = await world.Host.DbAsync(db =>
            db.Rounds.AsNoTracking().Whole().OrderBy(round => round.OpenedAt).ToListAsync(Ct)
        );
        rounds.Count.ShouldBe(secrets.Length);
        foreach (var (round, secret) in rounds.Zip(secrets))
            Know(secret, RoundSentences.Of(round.Stands(Now), round.ClosesAt.InUtc().Date));
    }

    private Task<ApplicationState> StateAsync() =>
        world.Host.DbAsync(db =>
            db.Applications.Where(a => a.Reference == Reference)
                .Select(a => a.State)
                .SingleAsync(Ct)
        );

    private int MailsTo(Reader reader) => world.Host.Mailbox.To(reader.Address).Count;

    private string Canary(Secret secret)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"zq-{secret}-qz")
            .ToLowerInvariant();
        Know(secret, words);
        return words;
    }

    private void Know(Secret secret, string words)
    {
        if (!world.Words.TryGetValue(secret, out var known))
            world.Words[secret] = known = new HashSet<string>(StringComparer.Ordinal);
        known.Add(words);
    }

    private static EmailAddress AddressOf(Reader reader)
    {
        EmailAddress.TryParse(reader.Address, out var address, out _).ShouldBeTrue();
        return address!;
    }
}
