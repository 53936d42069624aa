using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Work;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>
/// Sends a released letter when its undo window is over. Three steps, each whole: it takes the letter in a commit of its own, so that an undo
/// at the same moment wins or loses; it hands every mail to the server; it commits what has become true, and with that the work is done.
/// A crash before the first step leaves nothing, one after it leads to the same mails again with the same Message-IDs.
/// </summary>
internal sealed class LetterLeaves(
    IServiceScopeFactory scopes,
    IMailTransport transport,
    LetterTakesEffect takes,
    IClock clock
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        if (item.Subject is not { } id || await TakeAsync(new LetterId(id), ct) is not { } letter)
            return;
        foreach (var mail in MailsOf(letter))
            await transport.SendAsync(mail, ct);
        await takes.CommitAsync(letter.Id, clock.GetCurrentInstant(), ct);
    }

    /// <summary>One mail for each address, always with the same ids.</summary>
    internal static IEnumerable<Mail> MailsOf(Letter letter)
    {
        var text = new MailText(
            letter.Subject,
            letter.Body.Split("\n\n"),
            letter.Next,
            new MailButton(letter.ButtonText, letter.ButtonHref)
        );
        return letter
            .Recipients.OrderBy(recipient => recipient.Id)
            .Select(recipient =>
                Mail.Of(
                    recipient.Email,
                    recipient.Name,
                    text,
                    letter.Language,
                    letter.Application.Value
                ) with
                {
                    Id = recipient.Id,
                }
            );
    }

    /// <returns>Null when the letter was stopped, or has left.</returns>
    private async Task<Letter?> TakeAsync(LetterId id, CancellationToken ct)
    {
        // A scope of its own: a commit in the worker's scope would mark the work done before anything has left.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        var letter = await db
            .Letters.Include(l => l.Recipients)
            .SingleOrDefaultAsync(l => l.Id == id, ct);
        switch (letter?.State)
        {
            case LetterState.Leaving:
                return letter;
            case LetterState.Waiting:
                var taken = await db.CommitAsync(letter.Leave(clock.GetCurrentInstant()), ct);
                return taken.Done ? letter : null;
            default:
                return null;
        }
    }
}
