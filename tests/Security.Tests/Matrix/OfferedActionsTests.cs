using System.Net;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Security.Tests.Matrix;

/// <summary>What the page of a case offers can be opened, in every state and for everybody who reads it.</summary>
public sealed class OfferedActionsTests
{
    [Theory, EachDatabase]
    public async Task Every_offered_action_of_every_state_opens(DatabaseKind database)
    {
        await using var world = await MatrixWorld.BuildAsync(database);
        var states = new HashSet<ApplicationState>();
        using var marie = world.Visitor(Persona.Marie);
        using var tomas = world.Visitor(Persona.Tomas);
        using var bao = world.Visitor(Persona.Bao);
        async Task LookAsync(Record record)
        {
            states.Add(await StateAsync(world, record));
            foreach (var visitor in (Visitor[])[marie, tomas, bao])
                await OpensAsync(visitor, $"/cases/{record.Reference}");
        }
        foreach (
            var record in world.Records.Where(r =>
                r.Organisation == Persona.North && r.Stage != Stage.Draft
            )
        )
            await LookAsync(record);
        // From here on as staff and applicants bring them there: voted on and not decided, released, asked, withdrawn.
        var decided = world.Find(Relation.Own, Stage.Decided)!;
        await PressAsync(marie, $"/cases/{decided.Reference}/letter", "Release this letter");
        await LookAsync(decided);
        await PressAsync(marie, $"/cases/{decided.Reference}/undo", "Undo the release");
        await LookAsync(decided);
        var sibling = world.Find(Relation.Sibling, Stage.InReview)!;
        using var joey = world.Visitor(Persona.Joey);
        await VoteAsync(joey, sibling, "For", "");
        (await StateAsync(world, sibling)).ShouldBe(ApplicationState.Deciding);
        await LookAsync(sibling);
        var voting = world.Find(Relation.Own, Stage.InReview)!;
        await marie.Visit($"/cases/{voting.Reference}/ask");
        await marie.Fill("words", "Who are you?").Press("Send the question");
        await LookAsync(voting);
        using (var nusrat = world.Visitor(Persona.Nusrat))
        {
            await nusrat.Visit($"/applications/{voting.Reference}/answer");
            await nusrat.Fill("Words", "A school.").Press("Send the answer");
        }
        await VoteAsync(joey, voting, "Against", "No.");
        (await StateAsync(world, voting)).ShouldBe(ApplicationState.InReview);
        await LookAsync(voting);
        // Three business days of discussion change nothing, so the board is asked.
        await world.Host.WorkAfterAsync(Duration.FromDays(6));
        (await StateAsync(world, voting)).ShouldBe(ApplicationState.Consultation);
        await bao.Visit($"/cases/{voting.Reference}/declare");
        await bao.Choose("Does something stand between you and this case?", "No, nothing")
            .Press("Continue");
        bao.Text.ShouldContain("It went to the next body");
        await LookAsync(voting);
        using (var nusrat = world.Visitor(Persona.Nusrat))
            await PressAsync(nusrat, $"/applications/{decided.Reference}/withdraw", "Withdraw");
        await LookAsync(decided);
        states.ShouldBe(
            [
                ApplicationState.Submitted,
                ApplicationState.PreReview,
                ApplicationState.InReview,
                ApplicationState.Consultation,
                ApplicationState.Deciding,
                ApplicationState.Releasing,
                ApplicationState.Approved,
                ApplicationState.Withdrawn,
                ApplicationState.Closed,
            ],
            ignoreOrder: true
        );
    }

    private static async Task OpensAsync(Visitor visitor, string path)
    {
        await visitor.Visit(path);
        if (visitor.Status == HttpStatusCode.NotFound)
            return;
        var offered = visitor
            .Page.QuerySelectorAll(".case-actions a, .next-line a")
            .Select(link => link.GetAttribute("href")!)
            .Distinct()
            .ToList();
        foreach (var href in offered)
            (await visitor.Visit(href)).Status.ShouldBe(HttpStatusCode.OK, href);
    }

    private static async Task VoteAsync(Visitor member, Record record, string vote, string reason)
    {
        await member.Visit($"/cases/{record.Reference}/vote");
        await member
            .Choose("Should this be accepted?", vote)
            .Fill("reason", reason)
            .Press("Cast the vote");
        member.Problems().ShouldBeEmpty();
    }

    private static async Task PressAsync(Visitor visitor, string path, string button)
    {
        await visitor.Visit(path);
        await visitor.Press(button);
        visitor.Status.ShouldBe(HttpStatusCode.OK, path);
    }

    private static Task<ApplicationState> StateAsync(MatrixWorld world, Record record) =>
        world.Host.DbAsync(db =>
            db.Applications.Where(a => a.Reference == record.Reference)
                .Select(a => a.State)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
}
