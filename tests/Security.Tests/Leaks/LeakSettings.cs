using System.Text;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Leaks;

/// <summary>What staff has under way in the settings of the program: a second version, a working copy of it, a code.</summary>
internal static class LeakSettings
{
    /// <summary>Places of the program that have pages of their own.</summary>
    public static readonly IReadOnlyList<string> Places =
    [
        "basics",
        "clauses/1",
        "form/sections/1",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task PrepareAsync(
        LeakWorld world,
        Visitor marie,
        Func<Secret, string> canary,
        Action<Secret, string> know
    )
    {
        await PublishAsync(world);
        const string settings = $"/settings/programs/{Reader.North}-partner";
        await marie.Visit(settings);
        await marie.Press("Begin a working copy");
        await marie.Visit($"{settings}/edit/yaml");
        var text = marie.Page.QuerySelector("textarea")!.TextContent;
        text.ShouldContain("for: 2");
        await marie
            .Fill(
                "text",
                text.Replace("for: 2", "for: 1", StringComparison.Ordinal)
                    .Replace(
                        "summary: For all groups.",
                        $"summary: {canary(Secret.WorkingCopy)}",
                        StringComparison.Ordinal
                    )
            )
            .Press("Save");
        marie.Problems().ShouldBeEmpty();
        know(Secret.Rehearsed, "The same votes would have passed it.");
        await marie.Visit($"{settings}/codes/new");
        await marie
            .ChooseByName("kind", "invitation")
            .Fill("reason", canary(Secret.AdmissionCode))
            .Press("Give this code");
        marie.Path.ShouldBe($"{settings}/codes", marie.Text);
        var code = await world.Host.DbAsync(db => db.AdmissionCodes.SingleAsync(Ct));
        know(Secret.AdmissionCode, code.Shown);
        know(Secret.AdmissionCode, code.Code);
    }

    /// <summary>The applications stay under the version under which they were sent.</summary>
    private static async Task PublishAsync(LeakWorld world)
    {
        var text = Encoding
            .UTF8.GetString(LeakWorld.WithVotingBoard(WorldProgram.Of(Reader.North)))
            .Replace("summary: For groups.", "summary: For all groups.", StringComparison.Ordinal);
        await using var scope = world.Host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                Encoding.UTF8.GetBytes(text),
                new NewOrganisation(null, "UTC"),
                world.Host.Clock.Now,
                Ct
            );
        applied.Refusal.ShouldBeNull();
        applied.Changed.ShouldBeTrue();
    }
}
