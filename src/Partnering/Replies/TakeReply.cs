using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail.Reading;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Checks.Domain;
using NodaTime;

namespace Banyan.Partnering.Replies;

/// <summary>An applicant answers one of our mails: their words join the thread, and answer the open question where words are all that it asked for.</summary>
internal sealed class TakeReply(
    BanyanDb db,
    OpenApplication open,
    SecondLook second,
    TellDesk tell,
    ReplyMail mail
)
{
    /// <summary>Answers of one person in an hour: two programs that answer each other go no further.</summary>
    private const int MostInAnHour = 20;

    /// <summary>The caller has found out who wrote, and that they are the viewer.</summary>
    public async Task<Outcome> OfAsync(
        string reference,
        ReceivedMail received,
        CancellationToken ct
    )
    {
        if (!await open.LoadAsync(reference, ct) || !open.Application.WasSubmitted)
            return ReplyRefusals.NoSuchCase;
        var application = open.Application;
        var person = open.Viewer.Person;
        var hourAgo = open.Now - Duration.FromHours(1);
        if (
            application.Thread.Count(entry => entry.Person == person && entry.At > hourAgo)
            >= MostInAnHour
        )
            return ReplyRefusals.TooMany;
        var words = WordsOf(received);
        if (words.Length == 0)
            return ReplyRefusals.NoWords;
        if (words.Length > ThreadEntry.Most)
            return ReplyRefusals.TooLong(words.Length);
        var outcome = await KeepAsync(words, ct);
        if (outcome.Done && mail.After(open, received.Attachments) is { } back)
            outcome = outcome.Then(back);
        return await db.CommitAsync(outcome, ct, Once(received));
    }

    private async Task<Outcome> KeepAsync(string words, CancellationToken ct)
    {
        var application = open.Application;
        if (application is { Ball: Ball.Applicant, Asked.Fields.Count: 0 })
        {
            var asked = application.BallSince;
            return await second.AnsweredAsync(
                open,
                application.Answered(words, GatherFacts.Amended(open), open.Actor, open.Now),
                asked,
                ct
            );
        }
        var noted = application.Note(Audience.Applicant, words, open.Actor, open.Now);
        return noted.Done ? noted.Then(await tell.WrittenAsync(open, words, [], ct)) : noted;
    }

    private static string WordsOf(ReceivedMail received)
    {
        var words =
            received.Text
            ?? string.Join(
                "\n\n",
                Page.Read(QuotedReply.CutHtml(received.Html ?? ""))
                    .Blocks.Select(block => block.Text)
            );
        return QuotedReply.Cut(Typed.Clean(words));
    }

    // A mail server that was cut off hands in the same message again.
    private Once? Once(ReceivedMail received) =>
        received.MessageId.Length == 0
            ? null
            : new Once
            {
                Key = KeyOf($"{open.Application.Id.Value:n} {received.MessageId}"),
                Location = ApplicationLinks.Show(open.Application.Reference),
                At = open.Now,
            };

    private static string KeyOf(string message) =>
        $"reply/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))}";
}
