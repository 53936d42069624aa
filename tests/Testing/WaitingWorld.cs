using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Programs.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Banyan.Testing;

/// <summary>The foundation with cases that wait for the votes of its work group, made without going through the pages of staff.</summary>
public static class WaitingWorld
{
    /// <summary>Opens a vote of the work group on a new case, at this moment.</summary>
    public static async Task WaitingCaseAsync(
        this BanyanHost host,
        string reference,
        string title,
        string answer = "A day of talks for the whole region."
    )
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Banyan.Kernel.Data.BanyanDb>();
        var now = host.Clock.Now;
        var program = await db.Programs.SingleAsync(ct);
        var definition = await scope
            .ServiceProvider.GetRequiredService<ProgramShelf>()
            .DefinitionAsync(program.CurrentVersion, ct);
        if (!EmailAddress.TryParse(World.Nusrat.Address, out var address, out var problem))
            throw new InvalidOperationException(problem.ToString());
        var actor = Actor.Visitor(World.Nusrat.Name);
        var (application, started) = Application.Start(
            reference,
            program.Organisation,
            program.Id,
            program.CurrentVersion,
            address,
            null,
            actor,
            now
        );
        var about = definition.Questions.First(question =>
            question.Means == Banyan.Partnering.Programs.Domain.Meaning.Description
        );
        var written = application.Write(about.Key, answer, null, actor, now);
        db.Add(application);
        var sent = started
            .And(written)
            .And(
                application.Submit(
                    new SubmitFacts(null, title, null, null, $"key-{reference}"),
                    actor,
                    now
                )
            )
            .And(application.TakeUp(PersonId.New(), Actor.Rule, now));
        var voting = Stages.Voting(definition)!.Value;
        sent = sent.And(application.SendToWorkGroup(voting.Stage.Team, null, Actor.Rule, now));
        sent = sent.And(
            await scope
                .ServiceProvider.GetRequiredService<RunRound>()
                .BeginAsync(new CaseTurn(application, definition, Actor.Rule, now), voting, ct)
        );
        sent = await db.CommitAsync(sent, ct);
        if (sent.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }
}
