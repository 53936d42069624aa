using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Review;

namespace Banyan.Partnering.Ballots;

/// <summary>Where a member is in going through what waits, as the pages of one case show it.</summary>
/// <param name="Where">"2 of 5 · about 12 minutes left".</param>
/// <param name="SkipHref">Null for the last one: there is no other to go to.</param>
internal sealed record QueueView(string Where, string? SkipHref);

/// <summary>Going through what waits, one case after the other: each page knows from its address alone what comes next.</summary>
internal sealed class QueueTurn(VotingQueue queue, Viewer viewer)
{
    /// <summary>The name of the address's part that holds the sitting.</summary>
    public const string Field = "queue";

    /// <summary>The first case that waits, and where to go for it; null where nothing does.</summary>
    public async Task<string?> FirstAsync(Sitting sitting, CancellationToken ct) =>
        sitting.Order(await queue.OfAsync(viewer, ct), waiting => waiting.Reference)
            is [var first, ..]
            ? $"{(first.Cleared ? CaseLinks.Vote(first.Reference) : DeclarationLinks.Declare(first.Reference))}?{Field}={sitting}"
            : null;

    /// <summary>Null where the page was not reached by way of the queue, or the case does not wait any more.</summary>
    public async Task<QueueView?> ShowAsync(string address, string reference, CancellationToken ct)
    {
        if (Sitting.Parse(address) is not { } sitting)
            return null;
        var waiting = await queue.OfAsync(viewer, ct);
        if (!waiting.Any(each => Same(each.Reference, reference)))
            return null;
        return new QueueView(
            Texts.QueueWhere.With(
                sitting.Done + 1,
                sitting.Done + waiting.Count,
                QueueWords.Minutes(waiting)
            ),
            waiting.Count > 1 ? Next(sitting.Skip(reference.ToUpperInvariant())) : null
        );
    }

    /// <summary>Where a vote that was saved with "and go to the next" leads; null where it was not.</summary>
    public static string? After(string address, string pressed, string reference) =>
        pressed.Length > 0 && Sitting.Parse(address) is { } sitting
            ? Next(sitting.Vote(reference))
            : null;

    /// <summary>After a declaration the same case comes again, now to be voted on, or the next one.</summary>
    public static string? AfterDeclaring(string address, bool recused, string reference) =>
        Sitting.Parse(address) is { } sitting
            ? Next(recused ? sitting.Vote(reference) : sitting)
            : null;

    private static string Next(Sitting sitting) => $"{CaseLinks.Next}?{Field}={sitting}";

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal static class QueueWords
{
    /// <summary>"about 12 minutes".</summary>
    public static string Minutes(IReadOnlyCollection<WaitingCase> waiting) =>
        Texts.QueueMinutes.With(ReadingTime.Minutes([.. waiting.Select(each => each.Words)]));
}
