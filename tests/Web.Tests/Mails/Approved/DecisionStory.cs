using Banyan.Testing;
using Banyan.Web.Tests.Acknowledgements;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Nusrat's application is decided, and what comes after it.</summary>
internal static class DecisionStory
{
    private const string Case = $"/cases/{DecidedCase.Reference}";
    private const string Mine = $"/applications/{DecidedCase.Reference}";
    private static readonly string Nusrat = World.Nusrat.Address;

    public static readonly MailStory Whole = new(
        "Decisions and partners",
        TellAsync,
        [
            new("put-off", "the applicants", "when the decision is put off"),
            new(
                "decision",
                "the applicants",
                "when staff has released the letter of the decision; its words are the program's, and stand in `programs/letters`"
            ),
            new("appeal-admitted", "the applicants", "when staff admits their appeal"),
            new("appeal-refused", "the applicants", "when staff refuses it"),
            new("conditions-left", "the applicants", "a week before conditions are to be met"),
            new("conditions-met", "the applicants", "when the last condition is settled"),
            new("look-again", "the applicants", "in the middle of a trial term"),
            new("partnership-goes-on", "the applicants", "when both sides have looked at it"),
            new("clauses-changed", "the applicants of a partner", "when staff asks them anew"),
            new("clauses-reminder", "the same", "once more, when nobody has accepted"),
            new("clauses-reminder-no-name", "the same, without a name", "as well"),
        ]
    );

    private static async Task TellAsync(MailBook book)
    {
        await AppealsAsync(book, admitted: true);
        await AppealsAsync(book, admitted: false);
        await ConditionsAsync(book);
        await TrialAsync(book);
        await ClausesAsync(book);
    }

    private static async Task AppealsAsync(MailBook book, bool admitted)
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = await host.MarieAsync(passed: false);
        using var nusrat = await host.SignedInAsync(Nusrat);
        if (admitted)
        {
            await marie.Visit($"{Case}/put-off");
            await marie
                .Fill("words", "We wait for the venue.")
                .FillDay("until", new LocalDate(2027, 3, 11))
                .Press("Put it off");
            await book.KeepAsync(host, "put-off", Nusrat);
            await (await marie.Visit($"{Case}/decide-now")).Press("Take it up again");
        }
        await marie.DeclineAsync(host);
        if (admitted)
            await book.KeepAsync(host, "decision", Nusrat);
        await nusrat.Visit($"{Mine}/appeal");
        await nusrat
            .Fill("What was overlooked, or judged wrongly?", "The page names two people since May.")
            .Press("Send the appeal");
        using var hana = await host.OfStaffAsync(World.Hana);
        await hana.Visit($"{Case}/appeal");
        if (admitted)
            hana.Choose("Admit it");
        else
            hana.Choose("Refuse it").Fill("reason", "The page names nobody to this day.");
        await hana.Press("Answer the appeal");
        hana.Problems().ShouldBeEmpty();
        await book.KeepAsync(host, admitted ? "appeal-admitted" : "appeal-refused", Nusrat);
    }

    private static async Task ConditionsAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        using var marie = await host.MarieAsync();
        await (await marie.Visit($"{Case}/decide"))
            .Choose("Approve with conditions")
            .Fill("conditions", "Name two people.")
            .FillDay("conditionsBy", new LocalDate(2027, 4, 5))
            .Press("Record the decision and read its letter");
        await marie.Press("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        await host.WorkAfterAsync(Duration.FromDays(29));
        await book.KeepAsync(host, "conditions-left", Nusrat);
        using var again = await host.SignedInAsync(World.Marie.Address);
        await (await again.Visit($"{Case}/conditions")).Press("It is met");
        again.Problems().ShouldBeEmpty();
        await book.KeepAsync(host, "conditions-met", Nusrat);
    }

    private static async Task TrialAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        using (var marie = await host.MarieAsync())
        {
            await (await marie.Visit($"{Case}/decide"))
                .Choose("Approve on trial")
                .FillDay("lastDay", new LocalDate(2027, 8, 28))
                .Press("Record the decision and read its letter");
            await marie.Press("Release this letter");
        }
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        host.Clock.Now = new LocalDate(2027, 5, 30).At(new LocalTime(1, 0)).InUtc().ToInstant();
        await book.KeepAsync(host, "look-again", Nusrat);
        using var again = await host.SignedInAsync(World.Marie.Address);
        await (await again.Visit($"{Case}/look-again"))
            .Fill("What came of it", "Forty came, and forty stayed.")
            .Press("Send it, and go on");
        again.Problems().ShouldBeEmpty();
        await book.KeepAsync(host, "partnership-goes-on", Nusrat);
    }

    private static async Task ClausesAsync(MailBook book)
    {
        await using var host = await BanyanHost.StartAsync();
        var marie = await host.MarieAsync();
        using var _ = marie;
        using var nusrat = await host.SignedInAsync(Nusrat);
        await (await nusrat.Visit($"{Mine}/invite"))
            .Fill("Email", World.Ines.Address)
            .Press("Add and write to them");
        nusrat.Problems().ShouldBeEmpty();
        using var ines = await host.SignedInAsync(World.Ines.Address);
        // Letters reach those who have done something there.
        await (await ines.Visit($"{Mine}/write"))
            .Fill("Words", "I help Nusrat.")
            .Press("Send the message");
        ines.Problems().ShouldBeEmpty();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        await host.ChangeAsync();
        await marie.AskAsync();
        await book.KeepAsync(host, "clauses-changed", Nusrat);
        await host.WorkAfterAsync(Duration.FromDays(21));
        await book.KeepAsync(host, "clauses-reminder", Nusrat);
        await book.KeepAsync(host, "clauses-reminder-no-name", World.Ines.Address);
    }
}
