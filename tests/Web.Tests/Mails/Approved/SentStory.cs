using Banyan.Testing;
using Banyan.Web.Tests.Acknowledgements;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Replies;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Joey's application to the foundation, from the first invitation until nobody answers.</summary>
internal static class SentStory
{
    public const string Reference = "PSF-28-K7Q3M";
    private const string Joey = Answering.Joey;

    public static readonly MailStory Whole = new(
        "An application on its way",
        TellAsync,
        [
            new("invited", "somebody who is asked to help", "when an applicant adds them"),
            new(
                "received",
                "the applicants",
                "when the application is sent, where the program has words of its own"
            ),
            new("received-plain", "the applicants", "when the application is sent, else"),
            new("case-sent", "whoever keeps the queue", "when an application is sent"),
            new("reopened", "the applicants", "when staff takes up again what was over"),
            new("asked", "the applicants", "when staff asks them something"),
            new("asked-again", "the applicants", "two and five weeks later, without an answer"),
            new("closed", "the applicants", "when the case is closed, with the reason"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using (var marie = await host.SignedInAsync(World.Marie.Address))
        {
            await marie.Visit("/settings/programs/psf-community-partner");
            await marie.Follow("Who keeps the queue");
            await marie.Choose("owner", World.Marie.Name).Press("Save");
            marie.Problems().ShouldBeEmpty();
        }
        using var joey = await Applicant.ReadyAsync(host);
        book.Show(joey.Reference, Reference);
        (await joey.PostAsync("invite", $"Email={World.Ines.Address}")).Status.ShouldBe(303);
        await book.KeepAsync(host, "invited", World.Ines.Address);
        (await joey.PostAsync("send", "")).Status.ShouldBe(303);
        await book.KeepAsync(host, "received", Joey);
        await book.KeepAsync(host, "case-sent", World.Marie.Address);
        await joey.PostAsync("withdraw", "Reason=No");
        using (var marie = await host.SignedInAsync(World.Marie.Address))
        {
            await (await marie.Visit($"/cases/{joey.Reference}/reopen")).Press("Reopen it");
            await book.KeepAsync(host, "reopened", Joey);
            await (await marie.Visit($"/cases/{joey.Reference}/take-up")).Press("Take it up");
            await marie.Visit($"/cases/{joey.Reference}/ask");
            await marie
                .Fill("words", "Who answers reports?")
                .Attach("files", "example.txt", "text/plain", "As others do it."u8.ToArray())
                .Press("Send the question");
            marie.Problems().ShouldBeEmpty();
        }
        await book.KeepAsync(host, "asked", Joey);
        await host.WorkAfterAsync(Duration.FromDays(14));
        await book.KeepAsync(host, "asked-again", Joey);
        await host.WorkAfterAsync(Duration.FromDays(21));
        await host.WorkAfterAsync(Duration.FromDays(7));
        await book.KeepAsync(host, "closed", Joey);
        await PlainAsync(book);
    }

    /// <summary>A program that says nothing itself about what has arrived.</summary>
    private static async Task PlainAsync(MailBook book)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        var program = DecidedCase.ProgramText();
        var begin = program.IndexOf("  received:\n", StringComparison.Ordinal);
        var end = program.IndexOf("  approved:\n", begin, StringComparison.Ordinal);
        await host.PublishAsync(program.Remove(begin, end - begin));
        using var joey = await Applicant.SentAsync(host);
        book.Show(joey.Reference, Reference);
        await book.KeepAsync(host, "received-plain", Joey);
    }
}
