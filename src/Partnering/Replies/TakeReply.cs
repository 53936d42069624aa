using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail.Reading;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using NodaTime;

namespace Banyan.Partnering.Replies;

/// <summary>An applicant answers one of our mails: their words join the thread, and answer the open question where words are all that it asked for.</summary>
internal sealed class TakeReply(
    BanyanDb db,
    OpenApplication open,
    SecondLook second,
    DeskMail desk,
    ReplyMail mail
)
{
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
            >= ReplyWords.MostInAnHour
        )
            return ReplyRefusals.TooMany;
        var words = ReplyWords.Of(received);
        if (ReplyWords.Against(words) is { } refusal)
            return refusal;
        var outcome = await KeepAsync(words, ct);
        if (outcome.Done && mail.After(open, received.Attachments) is { } back)
            outcome = outcome.Then(back);
        return await db.CommitAsync(outcome, ct, ReplyWords.Once(application, received, open.Now));
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
        return noted.Done ? noted.Then(await desk.WrittenAsync(open, words, [], ct)) : noted;
    }
}
