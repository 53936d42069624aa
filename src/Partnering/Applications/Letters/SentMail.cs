using Banyan.Kernel.Work;

namespace Banyan.Partnering.Applications.Letters;

/// <summary>What leaves when an application is sent: a receipt to whoever sent it, and a word to whoever keeps the queue.</summary>
internal sealed class SentMail(ReceiptMail receipt, GatherFacts gather, DeskMail desk)
{
    public async Task<IReadOnlyList<WorkChange>> OfAsync(
        OpenApplication open,
        CancellationToken ct
    ) =>
        [
            .. receipt.To(
                open,
                await gather.OrganisationNameAsync(open.Application.Organisation, ct)
            ),
            .. await desk.SentAsync(open, ct),
        ];
}
