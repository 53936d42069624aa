using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Commitments;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Reports;
using Banyan.Partnering.Reports.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Demo;

/// <summary>What both sides of the demo's partnership do with their promises, and what the partner reports.</summary>
internal sealed class DemoPartner(Scene scene)
{
    private static readonly (string Question, string Answer)[] s_answers =
    [
        (
            "outcomes",
            "Three workshops on the way to the conference brought 85 people, half of them for the first time. Two groups go on by themselves."
        ),
        (
            "programImpact",
            "Two sponsors told us that the badge made their decision easier, and the venue gave us its smaller hall for nothing."
        ),
        ("improvements", "A word to the board of the venue from your side would help next time."),
        (
            PartnerReport.Summary,
            "Three workshops on the way to the conference brought 85 people, half of them for the first time."
        ),
    ];

    /// <param name="shown">Words, or an address that is then looked at.</param>
    public Task KeepAsync(CastMember who, string key, string shown) =>
        OnBoardAsync(
            who,
            key,
            (open, board, row) =>
            {
                var isLink = shown.StartsWith("https:", StringComparison.Ordinal);
                var outcome = row.Keep(
                    isLink ? "" : shown,
                    isLink ? shown : "",
                    board.TitleOf(row),
                    open.Actor,
                    open.Now
                );
                if (isLink)
                    row.Looked(DemoSites.Look(new DemoPlots(open.Today).Approved, open.Now));
                board.AddNext(row);
                return Task.FromResult(outcome.Then(board.Reminder()));
            }
        );

    public Task DoubtAsync(CastMember who, string key, string reason) =>
        scene.AsAsync(
            who,
            async services =>
            {
                var (open, board, row) = await BoardAsync(services, key);
                var outcome = row.Doubt(
                    open.Partner,
                    reason,
                    board.TitleOf(row),
                    open.Actor,
                    open.Now,
                    open.Today
                );
                return outcome
                    .Then(
                        await services
                            .GetRequiredService<CommitmentMail>()
                            .DoubtedAsync(row, scene.Ct)
                    )
                    .Then(board.Reminder());
            }
        );

    public Task ReportAsync(CastMember who) =>
        scene.AsAsync(
            who,
            async services =>
            {
                var open = await OpenAsync(services);
                var reports = services.GetRequiredService<OpenReports>();
                await reports.LoadAsync(scene.Ct);
                var report = reports.Draft;
                reports.Begin();
                var outcome = Outcome.Of(open.Actor, open.Now);
                foreach (var (question, answer) in s_answers)
                    outcome = outcome.And(
                        report.Write(question, answer, null, open.Actor, open.Now)
                    );
                report.Tick(true);
                outcome = outcome.And(report.Send(open.Actor, open.Now));
                return outcome.Then(
                    await services.GetRequiredService<ReportMail>().SentAsync(report, scene.Ct)
                );
            }
        );

    private Task OnBoardAsync(
        CastMember who,
        string key,
        Func<OpenPartner, OpenBoard, PartnerCommitment, Task<Outcome>> act
    ) =>
        scene.AsAsync(
            who,
            async services =>
            {
                var (open, board, row) = await BoardAsync(services, key);
                return await act(open, board, row);
            }
        );

    private async Task<(OpenPartner Open, OpenBoard Board, PartnerCommitment Row)> BoardAsync(
        IServiceProvider services,
        string key
    )
    {
        var open = await OpenAsync(services);
        var board = services.GetRequiredService<OpenBoard>();
        await board.LoadAsync(scene.Ct);
        return (open, board, board.All.Single(row => row.Key == key));
    }

    private async Task<OpenPartner> OpenAsync(IServiceProvider services)
    {
        var code = await services
            .GetRequiredService<BanyanDb>()
            .Partnerships.Select(partner => partner.Code)
            .SingleAsync(scene.Ct);
        var open = services.GetRequiredService<OpenPartner>();
        return await open.LoadAsync(code, scene.Ct)
            ? open
            : throw new InvalidOperationException($"{code} is not there.");
    }
}
