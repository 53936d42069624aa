using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Replies;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Staff and Joey write to each other, where the site reads answers by mail.</summary>
internal static class WrittenStory
{
    public static readonly MailStory Whole = new(
        "Messages and answers by mail",
        TellAsync,
        [
            new(
                "asked-by-mail",
                "the applicants",
                "when staff asks, on a site that reads answers by mail"
            ),
            new(
                "answer-half-taken",
                "an applicant who answered by mail",
                "when answers on the page are still open"
            ),
            new(
                "answer-without-files",
                "an applicant who answered by mail",
                "when the answer had files"
            ),
            new("written", "the applicants", "when staff writes to them"),
            new("applicant-wrote", "whoever leads the case", "when an applicant writes"),
            new("note-without-files", "staff who answered that by mail", "when it had files"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var world = await Answering.StartAsync(DatabaseKind.Sqlite);
        var (host, reference) = (world.Host, world.Applicant.Reference);
        book.Show(reference, SentStory.Reference);
        await world.AskAsync("Is the address right?", "website");
        await book.KeepAsync(host, "asked-by-mail", Answering.Joey);
        (await world.HandInAsync(WithFile(world.Message(File)))).Refusal.ShouldBeNull();
        await book.KeepAsync(host, "answer-half-taken", Answering.Joey);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await (await marie.Visit($"/cases/{reference}/note?audience=Applicant"))
            .Fill("message", "We read it on Thursday.")
            .Press("Send to the applicant");
        await book.KeepAsync(host, "written", Answering.Joey);
        await using var other = await Answering.StartAsync(DatabaseKind.Sqlite);
        book.Show(other.Applicant.Reference, SentStory.Reference);
        await other.AskAsync();
        (await other.HandInAsync(WithFile(other.Message(File)))).Refusal.ShouldBeNull();
        await book.KeepAsync(other.Host, "answer-without-files", Answering.Joey);
        (await other.AnswerAsync("And Asha too.")).Refusal.ShouldBeNull();
        await other.Host.WorkAfterAsync(Duration.FromSeconds(1));
        await book.KeepAsync(other.Host, "applicant-wrote", World.Marie.Address);
        var to = other.Host.Mailbox.Last(World.Marie.Address).Headers["Reply-To"];
        (
            await other.HandInAsync(
                WithFile(other.Message(File, to))
                    .Replace(Answering.Joey, World.Marie.Address, StringComparison.Ordinal)
            )
        ).Refusal.ShouldBeNull();
        await book.KeepAsync(other.Host, "note-without-files", World.Marie.Address);
    }

    private const string File =
        "--x\nContent-Type: text/plain\n\nMike does.\n--x\nContent-Type: application/pdf; name=plan.pdf\n\n\n--x--";

    private static string WithFile(string message) =>
        message.Replace(
            "text/plain; charset=utf-8",
            "multipart/mixed; boundary=x",
            StringComparison.Ordinal
        );
}
