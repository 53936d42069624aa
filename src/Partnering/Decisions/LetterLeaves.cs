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
    LetterTakesEffect takes,
    IClock clock
) : IWorkHandler
{
    public async Task HandleAsync(WorkItem item, CancellationToken ct)
    {
        if (item.Subject is not { } id || await TakeAsync(new LetterId(id), ct) is not { } letter)
            return;
        foreach (var mail in LetterMail.Of(letter))
            await SendAsync(item, letter.Id, mail, ct);
        await takes.CommitAsync(letter.Id, clock.GetCurrentInstant(), ct);
    }

    /// <summary>Sends one mail and keeps at once that it went, so that a failure at the next address does not send this one again.</summary>
    private async Task SendAsync(WorkItem item, LetterId letter, Mail mail, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
        // A server may take half a minute over each address; the next must not find the letter in other hands.
        if (!await db.RenewAsync(item, ct))
            throw new InvalidOperationException("Another worker has taken over this letter.");
        string? problem = null;
        try
        {
            await scope.ServiceProvider.GetRequiredService<PostOffice>().HandInAsync(mail, ct);
        }
        catch (UndeliverableException refused)
        {
            problem = refused.Message;
        }
        var recipients = await db
            .Letters.Where(l => l.Id == letter)
            .SelectMany(l => l.Recipients)
            .ToListAsync(ct);
        var recipient = recipients.Single(r => r.Id == mail.Id);
        if (problem is null)
            recipient.MarkSent(clock.GetCurrentInstant());
        else
            recipient.MarkUnreachable(problem);
        // A letter that reached nobody has not left; it is tried again and shows in the doctor's list.
        if (recipients.TrueForAll(r => r.Problem is not null))
            throw new InvalidOperationException(problem);
        var now = clock.GetCurrentInstant();
        var posted = PostedMail.Of(mail, mail.Thread!.Value, now);
        if (problem is null)
            posted.Take(now);
        else
            posted.Refuse(problem, now);
        db.PostedMails.Add(posted);
        await db.CommitAsync(Outcome.Of(Actor.Rule, now), ct);
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
