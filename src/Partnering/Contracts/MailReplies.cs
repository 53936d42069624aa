using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Mail.Reading;
using Banyan.Partnering.Mails;
using Banyan.Partnering.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Partnering.Contracts;

/// <summary>What became of a message that a mail server handed in.</summary>
/// <param name="Refusal">Why it was not taken, for its sender; null where it was, or where a program wrote it.</param>
/// <param name="Dropped">A program wrote it: it is left aside without a word, since a word could begin a loop.</param>
public sealed record MailTaken(string? Refusal, bool Dropped = false);

/// <summary>Answers to our mails.</summary>
public sealed class MailReplies
{
    private readonly IServiceProvider services;
    private readonly BanyanDb db;
    private readonly ReplyBox box;
    private readonly MailIdentity identity;

    internal MailReplies(
        IServiceProvider services,
        BanyanDb db,
        ReplyBox box,
        MailIdentity identity
    ) => (this.services, this.db, this.box, this.identity) = (services, db, box, identity);

    /// <param name="message">As RFC 5322 has it, whole.</param>
    public async Task<MailTaken> ReceiveAsync(byte[] message, CancellationToken ct)
    {
        if (message.Length > ReceivedMail.MostBytes)
            return new MailTaken(ReplyRefusals.TooLarge.Sentence);
        var received = ReceivedMail.Read(message);
        if (received.Report is { } report)
            return await services
                .GetRequiredService<TakeReport>()
                .OfAsync(report, box.KeyIn(received.Recipients), ct)
                ? new MailTaken(null)
                : new MailTaken(null, Dropped: true);
        if (received.IsAutomatic || Same(received.From, identity.From))
            return new MailTaken(null, Dropped: true);
        if (!box.IsRead)
            return new MailTaken(ReplyRefusals.NotRead.Sentence);
        if (box.KeyIn(received.Recipients) is not { } key)
            return new MailTaken(ReplyRefusals.NoKey.Sentence);
        var writer = await ReplyWriter.OfAsync(db, key, ct);
        if (writer is null)
            return new MailTaken(ReplyRefusals.NoSuchCase.Sentence);
        if (
            !EmailAddress.TryParse(received.From ?? "", out var from, out _)
            || from.Key != writer.EmailKey
        )
            return new MailTaken(ReplyRefusals.OtherSender.Sentence);
        // Whoever knows the key and has the address is who signed in with it: from here on they see and do what their pages would let them.
        services.GetRequiredService<ViewerHolder>().Viewer = await writer.ViewerAsync(
            db,
            services.GetRequiredService<PermissionBook>(),
            ct
        );
        var outcome = writer.Note is { } audience
            ? await services
                .GetRequiredService<TakeNote>()
                .OfAsync(writer.Reference, audience, received, ct)
            : await services
                .GetRequiredService<TakeReply>()
                .OfAsync(writer.Reference, received, ct);
        return new MailTaken(
            outcome.Refusal is { } refusal && refusal.Code != Refusals.SeenBefore.Code
                ? refusal.Sentence
                : null
        );
    }

    private static bool Same(string? one, string other) =>
        other.Equals(one, StringComparison.OrdinalIgnoreCase);
}
