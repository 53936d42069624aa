using System.Text.Json;
using Banyan.Kernel.Audit;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Kernel.Data;

public sealed partial class BanyanDb
{
    /// <summary>The work item that is being handled in this scope; a commit marks it done in the same transaction.</summary>
    internal WorkItem? Handling { get; set; }

    /// <summary>The only door: state and version, events, work and the form's key in one transaction, or a refusal and nothing.</summary>
    /// <param name="once">The key of the form that asks, and where it leads; a key seen before refuses with <see cref="Refusals.SeenBefore"/>.</param>
    public async Task<Outcome> CommitAsync(Outcome outcome, CancellationToken ct, Once? once = null)
    {
        if (!outcome.Done)
        {
            ChangeTracker.Clear();
            return outcome;
        }
        using var turn = await gate.EnterAsync(ct);
        try
        {
            outcome = await WriteAsync(outcome, once, ct);
        }
        finally
        {
            // Whatever became of it: a commit whose answer was lost has happened all the same.
            commits.Add();
        }
        if (outcome.Work.Count > 0)
            bell.Ring();
        return outcome;
    }

    /// <summary>The door as work comes through it: what is refused meanwhile is thrown, so that the worker tries again when the other change stands.</summary>
    /// <exception cref="InvalidOperationException">It was refused; nothing is changed.</exception>
    public async Task CommitOrTryAgainAsync(Outcome outcome, CancellationToken ct)
    {
        if ((await CommitAsync(outcome, ct)).Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }

    private async Task<Outcome> WriteAsync(Outcome outcome, Once? once, CancellationToken ct)
    {
        var handled = Handling;
        var payload = handled?.Payload;
        try
        {
            await PlanAsync(outcome, ct);
            Record(outcome);
            if (once is not null)
                Add(once);
            Finish(outcome.At);
            foreach (var changed in Changed())
                changed.Version++;
#pragma warning disable RS0030 // this is the door
            await SaveChangesAsync(ct);
#pragma warning restore RS0030
        }
        catch (DbUpdateConcurrencyException)
        {
            return Undone(handled, payload, Refusals.ChangedMeanwhile);
        }
        catch (DbUpdateException problem)
            when (RefusalFor(BrokenConstraint.NameOf(problem, Model)) is not null)
        {
            return Undone(handled, payload, RefusalFor(BrokenConstraint.NameOf(problem, Model))!);
        }
        catch (DbUpdateException problem) when (BrokenConstraint.IsLink(problem))
        {
            if (await OutrunAsync(ct))
                return Undone(handled, payload, Refusals.ChangedMeanwhile);
            Undo(handled, payload);
            throw;
        }
        catch
        {
            Undo(handled, payload);
            throw;
        }
        return outcome;
    }

    private Outcome? RefusalFor(string? constraint)
    {
        if (constraint == "PK_once")
            return Refusals.SeenBefore;
        if (constraint is "ux_work_key" or "PK_secret_keys")
            return Refusals.ChangedMeanwhile;
        var known = modules
            .SelectMany(module => module.Constraints)
            .FirstOrDefault(c => c.Constraint == constraint);
        return known is null ? null : Outcome.Refused(known.Refusal());
    }

    private void Record(Outcome outcome)
    {
        foreach (var happened in outcome.Events)
        {
            Add(
                new EventRow
                {
                    At = outcome.At,
                    Action = happened.Action,
                    About = happened.About,
                    ActorKind = outcome.Actor.Kind,
                    Person = outcome.Actor.Person,
                    Words = new EventWords
                    {
                        ActorName = outcome.Actor.Name,
                        Data = JsonSerializer.Serialize(
                            happened,
                            happened.GetType(),
                            JsonSerializerOptions.Web
                        ),
                    },
                }
            );
        }
    }

    private async Task PlanAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome.Work.Count == 0)
            return;
        var keys = outcome
            .Work.Select(change =>
                change is WorkChange.Plan plan ? plan.Key : ((WorkChange.Cancel)change).Key
            )
            .ToList();
        // The item in hand is marked done below; planned again under its key it becomes a new one.
        var inHand = Handling?.Id;
        var undone = await Work.Where(item =>
                keys.Contains(item.Key) && item.DoneAt == null && item.Id != inHand
            )
            .ToDictionaryAsync(item => item.Key, ct);
        foreach (var change in outcome.Work)
        {
            switch (change)
            {
                case WorkChange.Cancel cancel when undone.TryGetValue(cancel.Key, out var item):
                    item.Cancelled = true;
                    item.Payload = WorkItem.NoPayload;
                    item.DoneAt = outcome.At;
                    break;
                case WorkChange.Plan plan when undone.TryGetValue(plan.Key, out var item):
                    // A worker that holds it works on the old plan; with another attempt it can no longer finish the new one.
                    item.Attempts++;
                    item.LeasedUntil = null;
                    item.DueAt = plan.DueAt;
                    item.Payload = JsonSerializer.Serialize(
                        plan.Payload,
                        JsonSerializerOptions.Web
                    );
                    break;
                case WorkChange.Plan plan:
                    var added = new WorkItem
                    {
                        Kind = plan.Kind,
                        Key = plan.Key,
                        Subject = plan.Subject,
                        DueAt = plan.DueAt,
                        Payload = JsonSerializer.Serialize(plan.Payload, JsonSerializerOptions.Web),
                    };
                    Add(added);
                    undone[plan.Key] = added;
                    if (plan.Payload is Mail.Mail { Thread: { } thread } mail)
                        Add(PostedMail.Of(mail, thread, plan.DueAt));
                    break;
                default:
                    break;
            }
        }
    }

    private Outcome Undone(WorkItem? handled, string? payload, Outcome refusal)
    {
        Undo(handled, payload);
        return refusal;
    }

    // Nothing was written, so the item that is being handled is not done either.
    private void Undo(WorkItem? handled, string? payload)
    {
        ChangeTracker.Clear();
        handled?.DoneAt = null;
        handled?.Payload = payload!;
        Handling = handled;
    }

    private void Finish(Instant now)
    {
        if (Handling is not { } item)
            return;
        var entry = Entry(item);
        if (entry.State == EntityState.Detached)
            entry = Attach(item);
        item.DoneAt = now;
        item.LeasedUntil = null;
        item.Payload = WorkItem.NoPayload;
        entry.State = EntityState.Modified;
        Handling = null;
    }
}
