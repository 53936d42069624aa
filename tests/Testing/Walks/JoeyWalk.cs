using NodaTime;
using Shouldly;

namespace Banyan.Testing.Walks;

/// <summary>The foundation's own published example, as people type it: "PyCon Jupiter", from the first question to the badge, to a decline, and to a withdrawal and back.</summary>
public sealed class JoeyWalk(BanyanHost host, NewWalker open)
{
    public const string Address = "joeylovespython@email.com";

    /// <summary>20 March 2028: eleven weeks before the event of 7 June.</summary>
    public static readonly Instant InTime = Instant.FromUtc(2028, 3, 20, 10, 0);

    private static readonly string[] Criteria = ["impact", "python", "page", "conduct", "bounds"];

    private static readonly string[] Clauses =
    [
        "not-official",
        "trademarks",
        "this-one-only",
        "substantial-change",
        "no-endorsement",
        "no-authority",
        "may-mention",
        "revocation",
    ];

    public BanyanHost Host => host;
    public string Reference { get; private set; } = "";

    /// <summary>The three eligibility questions, answered with yes.</summary>
    public async Task QualifyAsync(IWalker joey)
    {
        await joey.VisitAsync(Foundation.Program);
        await joey.LookAsync("1-program");
        await joey.FollowAsync("Check whether you qualify");
        await joey.LookAsync("2-eligibility");
        foreach (var question in (string[])["python", "page", "conduct"])
        {
            await joey.ChooseAsync(question, "yes");
            await joey.PressAsync("Continue");
        }
        await joey.LookAsync("2-qualifies");
        await joey.VisitAsync($"{Foundation.Program}/apply");
    }

    /// <summary>Begins with an address and fills in every short page.</summary>
    public async Task FillInAsync(IWalker joey)
    {
        await joey.FillAsync("Email", Address);
        await joey.PressAsync("Begin");
        Reference = joey.Path.Split('/')[2];
        await joey.LookAsync("3-task-list");
        await joey.FollowAsync("About you");
        await joey.FillAsync("First name", "Joey");
        await joey.FillAsync("Last name", "Python");
        await joey.PressAsync("Save and continue");
        await joey.ChooseAsync("kind", "conference");
        await joey.FillAsync("Title", "PyCon Jupiter");
        await joey.FillAsync(
            "Short description",
            "PyCon Jupiter is a community-organized conference focused on raising awareness about Python in space."
        );
        await joey.FillAsync("date.Day", "7");
        await joey.FillAsync("date.Month", "6");
        await joey.FillAsync("date.Year", "2028");
        await joey.ChooseAsync("firstTime", "no");
        await joey.LookAsync("4-section");
        await joey.PressAsync("Save and continue");
    }

    public async Task FillInTheRestAsync(IWalker joey)
    {
        await joey.FillAsync("Website", "pycon.jupiter.com");
        await joey.FillAsync("Code of conduct", "pycon.jupiter.com/coc");
        await joey.PressAsync("Save and continue");
        await joey.FillAsync("City and country", "New Earth, Jupiter");
        await joey.FillAsync("attendees", "100");
        await joey.FillAsync("topicShare", "100%");
        await joey.PressAsync("Save and continue");
        await joey.VisitAsync($"/applications/{Reference}");
    }

    /// <summary>Proves the address with the mailed code; a GET of the mail's link takes nothing away.</summary>
    public async Task ProveAsync(IWalker joey)
    {
        await joey.FollowAsync("Prove your e-mail address");
        await joey.SignInAsync(host, Address);
        joey.Path.ShouldBe($"/applications/{Reference}");
    }

    /// <summary>Each clause by its own box, by somebody who has proven who they are.</summary>
    public async Task AcceptAsync(IWalker joey)
    {
        await joey.VisitAsync($"/applications/{Reference}/clauses");
        foreach (var clause in Clauses)
            await joey.ChooseAsync($"clause.{clause}", "true");
        await joey.LookAsync("5-clauses");
        await joey.PressAsync("Save");
    }

    public async Task SendAsync(IWalker joey)
    {
        await joey.LookAsync("6-ready");
        await joey.FollowAsync("Check your answers and send");
        var text = await joey.TextAsync();
        text.ShouldContain("Wednesday 7 June 2028");
        text.ShouldContain("https://pycon.jupiter.com/coc");
        text.ShouldContain("New Earth, Jupiter");
        await joey.LookAsync("7-check");
        await joey.PressAsync("Send the application");
        joey.Path.ShouldBe($"/applications/{Reference}");
        (await joey.TextAsync()).ShouldContain("sent");
        await host.WorkAsync();
        host.Mailbox.To(Address)[^1]
            .Subject.ShouldBe($"{Reference}: we have your application for PyCon Jupiter");
        await joey.LookAsync("8-sent");
    }

    public async Task<IWalker> SignedInAsync(Character character)
    {
        var walker = await open(character.Name);
        await walker.VisitAsync("/sign-in");
        await walker.SignInAsync(host, character.Address);
        return walker;
    }

    /// <summary>Marie takes the case up, judges every criterion as met and sends it to the work group.</summary>
    public async Task ReviewAsync(IWalker marie)
    {
        await marie.VisitAsync("/cases");
        await marie.LookAsync("20-today");
        await marie.VisitAsync($"/cases/{Reference}/take-up");
        await marie.PressAsync("Take it up");
        await marie.VisitAsync($"/cases/{Reference}/judge");
        foreach (var criterion in Criteria)
            await marie.ChooseAsync($"verdict-{criterion}", "Met");
        await marie.LookAsync("21-criteria");
        await marie.PressAsync("Save");
        await marie.LookAsync("22-case");
    }

    /// <summary>Staff asks about the code of conduct; Joey answers; the ball comes back.</summary>
    public async Task AskAndAnswerAsync(IWalker marie, IWalker joey)
    {
        await marie.VisitAsync($"/cases/{Reference}/ask");
        await marie.FillAsync(
            "words",
            "Who receives reports, and how do people reach them during the event?"
        );
        await marie.ChooseAsync("fields", "codeOfConduct");
        await marie.LookAsync("23-ask");
        await marie.PressAsync("Send the question");
        await host.WorkAsync();
        await joey.VisitAsync($"/applications/{Reference}");
        await joey.LookAsync("9-asked");
        await joey.FollowAsync("Answer");
        await joey.FillAsync("Code of conduct", "pycon.jupiter.com/conduct");
        await joey.FillAsync(
            "Words",
            "Two people of our conduct team do, by mail and at the desk."
        );
        await joey.PressAsync("Send the answer");
        (await joey.TextAsync()).ShouldContain("Two people of our conduct team");
    }

    public async Task SendToWorkGroupAsync(IWalker marie)
    {
        await marie.VisitAsync($"/cases/{Reference}/send-to-work-group");
        await marie.PressAsync("Send to the work group");
        marie.Path.ShouldBe(
            $"/cases/{Reference}",
            $"{await marie.TextAsync()} {string.Join("\n", host.Log.Bad)}"
        );
    }

    public async Task VoteAsync(Character member, string vote, string reason)
    {
        await using var walker = await SignedInAsync(member);
        await walker.VisitAsync($"/cases/{Reference}");
        if (walker.Path.EndsWith("/declare", StringComparison.Ordinal))
        {
            await walker.LookAsync($"29-declare-{member.Name}");
            await walker.ChooseAsync("conflict", "None");
            await walker.PressAsync("Continue");
        }
        await walker.VisitAsync($"/cases/{Reference}/vote");
        await walker.LookAsync($"30-ballot-{member.Name}");
        await walker.ChooseAsync("vote", vote);
        await walker.FillAsync("reason", reason);
        await walker.PressAsync("Cast the vote");
        walker.Path.ShouldBe($"/cases/{Reference}");
    }

    /// <summary>Records a decision and shows its letter; nothing leaves yet.</summary>
    public async Task DecideAsync(
        IWalker marie,
        string outcome,
        string criterion = "",
        string reason = "",
        string advice = ""
    )
    {
        await marie.VisitAsync($"/cases/{Reference}/decide");
        await marie.ChooseAsync("outcome", outcome);
        if (criterion.Length > 0)
            await marie.FillAsync($"reasons[{criterion}]", reason);
        if (advice.Length > 0)
            await marie.FillAsync("advice", advice);
        await marie.LookAsync($"40-decide-{outcome}");
        await marie.PressAsync("Record the decision and read its letter");
        await marie.LookAsync($"41-letter-{outcome}");
    }

    public async Task ReleaseAsync(IWalker marie)
    {
        await marie.VisitAsync($"/cases/{Reference}/letter");
        await marie.PressAsync("Release this letter");
        await marie.LookAsync("42-released");
    }
}
