using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;

namespace Banyan.Partnering.Commitments;

/// <summary>What a side hears of its promises: what is due, and what the other side says to it.</summary>
internal sealed class CommitmentMail(
    OpenPartner open,
    OpenBoard board,
    ApplicantMail mail,
    StaffOfPartnerMail staff
)
{
    /// <param name="due">What is due within a week, and what is late: both in one mail.</param>
    public Task<IReadOnlyList<WorkChange>> RemindedAsync(
        PartnerSide side,
        IReadOnlyList<PartnerCommitment> due,
        CancellationToken ct
    )
    {
        var late = due.Where(row => row.IsLate(open.Partner, open.Today)).ToList();
        var soon = due.Except(late).ToList();
        List<string> paragraphs = [Texts.MailReminded.With(open.Partner.Title, open.Home.Name)];
        if (soon.Count > 0)
            paragraphs.AddRange(Texts.MailSoon, Lines(soon));
        if (late.Count > 0)
            paragraphs.AddRange(Texts.MailLate, Lines(late));
        return ToAsync(
            side,
            late.Count > 0 ? Texts.MailLateSubject : Texts.MailSoonSubject,
            paragraphs,
            Texts.MailRemindedNext,
            ct
        );
    }

    public Task<IReadOnlyList<WorkChange>> DoubtedAsync(
        PartnerCommitment row,
        CancellationToken ct
    ) =>
        ToAsync(
            row.Side,
            Texts.MailDoubtedSubject,
            [Texts.MailDoubted.With(row.ReasonBy), $"- {board.TitleOf(row)}", row.Reason],
            Texts.MailDoubtedNext,
            ct
        );

    public Task<IReadOnlyList<WorkChange>> WaivedAsync(
        PartnerCommitment row,
        CancellationToken ct
    ) =>
        ToAsync(
            row.Side,
            Texts.MailWaivedSubject,
            [Texts.MailWaived.With(row.ReasonBy), $"- {board.TitleOf(row)}", row.Reason],
            Texts.MailWaivedNext,
            ct
        );

    private string Lines(IEnumerable<PartnerCommitment> rows) =>
        string.Join(
            '\n',
            rows.Select(row =>
                $"- {Texts.MailLine.With(board.TitleOf(row), DayWords.Of(row.DueOn(open.Partner)!.Value))}"
            )
        );

    private async Task<IReadOnlyList<WorkChange>> ToAsync(
        PartnerSide side,
        string subject,
        IReadOnlyList<string> paragraphs,
        string next,
        CancellationToken ct
    )
    {
        var button = (Texts.MailButton, CommitmentLinks.Board(open.Partner.Code));
        return side switch
        {
            PartnerSide.Partner => mail.Of(
                open.Application,
                subject,
                paragraphs,
                next,
                open.Now,
                button
            ),
            PartnerSide.Organisation => await staff.OfAsync(subject, paragraphs, next, button, ct),
        };
    }
}
