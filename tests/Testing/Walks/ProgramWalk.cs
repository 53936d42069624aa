using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using NodaTime;
using Shouldly;

namespace Banyan.Testing.Walks;

/// <summary>One way through any program, read off its file: the quiz, each question by its type, every clause and criterion, the vote or the second person, and the end.</summary>
public sealed class ProgramWalk
{
    public const string Community = "Python Barishal";

    private readonly BanyanHost host;
    private readonly NewWalker open;
    private readonly ProgramDefinition program;
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);

    private ProgramWalk(BanyanHost host, NewWalker open, ProgramDefinition program) =>
        (this.host, this.open, this.program) = (host, open, program);

    public string Reference { get; private set; } = "";

    /// <summary>The organisation with its program; Marie and Hana are staff, Tomas, Deb and Joey vote where the program votes.</summary>
    public static async Task<ProgramWalk> StartAsync(BanyanHost host, string file, NewWalker open)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "programs", file));
        var definition =
            ProgramFile.Read(text, file).Definition
            ?? throw new InvalidOperationException($"{file} has problems.");
        await host.ApplyAsync(file, new NewOrganisation("The Umbrella", "Asia/Kolkata"));
        await host.SeatAsync(World.Marie, "staff", voting: false);
        await host.SeatAsync(World.Hana, "staff", voting: false);
        if (Stages.Voting(definition) is { } voting)
            foreach (var member in Members)
                await host.SeatAsync(member, voting.Stage.Team, voting: true);
        return new ProgramWalk(host, open, definition);
    }

    /// <summary>From the program's page to the application that was sent.</summary>
    public async Task ApplyAsync(IWalker walker)
    {
        await WriteAsync(walker);
        await walker.PressAsync("Send the application");
        walker.Path.ShouldBe($"/applications/{Reference}", await walker.TextAsync());
        await host.WorkAsync();
    }

    /// <summary>From the program's page to the last look before it is sent.</summary>
    public async Task WriteAsync(IWalker walker)
    {
        await walker.VisitAsync($"/programs/{program.Slug}");
        await walker.LookAsync("1-program");
        await walker.FollowAsync("Check whether you qualify");
        foreach (var question in program.Eligibility)
        {
            await walker.ChooseAsync(question.Key, question.Qualifies ? "yes" : "no");
            await walker.PressAsync("Continue");
        }
        await walker.VisitAsync($"/programs/{program.Slug}/apply");
        await walker.FillAsync("Email", World.Nusrat.Address);
        await walker.PressAsync("Begin");
        Reference = walker.Path.Split('/')[2];
        foreach (var section in program.Sections)
        {
            await walker.VisitAsync($"/applications/{Reference}/sections/{section.Key}");
            foreach (var question in section.Questions)
                await AnswerAsync(walker, question);
            await walker.LookAsync($"2-{section.Key}");
            await walker.PressAsync("Save and continue");
        }
        await walker.VisitAsync($"/applications/{Reference}");
        await walker.FollowAsync("Prove your e-mail address");
        await walker.SignInAsync(host, World.Nusrat.Address);
        await walker.VisitAsync($"/applications/{Reference}/clauses");
        foreach (var clause in program.Clauses)
            await walker.ChooseAsync($"clause.{clause.Key}", "true");
        await walker.LookAsync("3-clauses");
        await walker.PressAsync("Save");
        await walker.VisitAsync($"/applications/{Reference}/send");
        await walker.LookAsync("4-check");
    }

    /// <summary>Taken up, judged, and voted on or taken to the decision; then the letter leaves.</summary>
    public async Task DecideAsync(bool approve)
    {
        await using var marie = await SignedInAsync(World.Marie);
        await marie.VisitAsync($"/cases/{Reference}/take-up");
        await marie.PressAsync("Take it up");
        await marie.VisitAsync($"/cases/{Reference}/judge");
        foreach (var criterion in program.Criteria)
            await marie.ChooseAsync($"verdict-{criterion.Key}", "Met");
        await marie.PressAsync("Save");
        await marie.LookAsync("5-case");
        if (Stages.Voting(program) is { } voting)
        {
            await marie.VisitAsync($"/cases/{Reference}/send-to-work-group");
            await marie.PressAsync("Send to the work group");
            foreach (var member in Members)
                await VoteAsync(member, approve);
            await host.WorkAfterAsync(Duration.FromDays(voting.Rule.OpenDays));
        }
        else
        {
            await marie.VisitAsync($"/cases/{Reference}/to-decision");
            await marie.PressAsync("Take it to the decision");
        }
        await using var later = await SignedInAsync(World.Marie);
        await RecordAsync(later, approve);
        if (Stages.SecondPerson(program))
        {
            await using var hana = await SignedInAsync(World.Hana);
            await hana.VisitAsync($"/cases/{Reference}/confirm");
            await hana.LookAsync("7-confirm");
            await hana.PressAsync("I confirm it");
        }
        if (approve && program.AsksBothSides())
        {
            await later.VisitAsync($"/cases/{Reference}/accept-for-organisation");
            foreach (var clause in program.Clauses)
                await later.ChooseAsync($"accept.{ClauseText.Hash(clause)}", "true");
            await later.LookAsync("7-both-sides");
            await later.PressAsync("Accept for the organisation");
        }
        await later.VisitAsync($"/cases/{Reference}/letter");
        await later.LookAsync("8-letter");
        await later.PressAsync("Release this letter");
        await host.WorkAfterAsync(Duration.FromMinutes(11));
    }

    /// <summary>What the applicants are told, and what the public finds.</summary>
    public async Task EndAsync(bool approve)
    {
        var letter = host.Mailbox.To(World.Nusrat.Address)[^1];
        letter.Subject.ShouldContain(Community);
        letter.Text.ShouldContain(approve ? "/partners/" : "The plan does not fit.");
        await using var nusrat = await SignedInAsync(World.Nusrat);
        await nusrat.VisitAsync($"/applications/{Reference}");
        (await nusrat.TextAsync()).ShouldContain(approve ? "approved" : "declined");
        await nusrat.LookAsync(approve ? "9-approved" : "9-declined");
        if (!approve)
            return;
        var partner = letter
            .Links.Select(link => new Uri(link).AbsolutePath)
            .First(path => path.StartsWith("/partners/", StringComparison.Ordinal));
        await nusrat.VisitAsync(partner);
        (await nusrat.TextAsync()).ShouldContain(Community);
        await nusrat.LookAsync("10-partner");
    }

    private static IReadOnlyList<Character> Members => [World.Tomas, World.Deb, World.Joey];

    private async Task RecordAsync(IWalker marie, bool approve)
    {
        await marie.VisitAsync($"/cases/{Reference}/decide");
        await marie.ChooseAsync("outcome", approve ? "approved" : "declined");
        if (!approve)
        {
            await marie.FillAsync($"reasons[{program.Criteria[0].Key}]", "The plan does not fit.");
            await marie.FillAsync("advice", "Come to a meetup and speak with others.");
        }
        await marie.LookAsync("6-decide");
        await marie.PressAsync("Record the decision and read its letter");
    }

    private async Task VoteAsync(Character member, bool approve)
    {
        await using var walker = await SignedInAsync(member);
        await walker.VisitAsync($"/cases/{Reference}");
        await walker.ChooseAsync("conflict", "None");
        await walker.PressAsync("Continue");
        await walker.VisitAsync($"/cases/{Reference}/vote");
        await walker.ChooseAsync("vote", approve ? "For" : "Against");
        if (!approve)
            await walker.FillAsync("reason", "The plan does not fit.");
        await walker.PressAsync("Cast the vote");
    }

    private async Task AnswerAsync(IWalker walker, Question question)
    {
        if (!ReadAnswer.IsAsked(question, key => answers.GetValueOrDefault(key)))
            return;
        if (question.Type == QuestionType.Date)
        {
            if (!question.Approximate)
                await walker.FillAsync($"{question.Key}.Day", "7");
            await walker.FillAsync($"{question.Key}.Month", "6");
            await walker.FillAsync($"{question.Key}.Year", "2026");
            return;
        }
        if (question.Type == QuestionType.Choices)
        {
            var ticked = question.Options.Take(question.Max ?? question.Options.Count).ToList();
            foreach (var option in ticked)
                await walker.ChooseAsync(question.Key, option.Key);
            answers[question.Key] = string.Join('|', ticked.Select(option => option.Key));
            return;
        }
        if (question.Type is QuestionType.Choice or QuestionType.YesNo)
        {
            answers[question.Key] =
                question.Type == QuestionType.YesNo ? "yes" : question.Options[0].Key;
            await walker.ChooseAsync(question.Key, answers[question.Key]);
            return;
        }
        await walker.FillAsync(question.Key, WordsFor(question));
    }

    private static string WordsFor(Question question) =>
        (question.Means, question.Type) switch
        {
            (Meaning.Title, _) => Community,
            (Meaning.FirstName, _) => World.Nusrat.Name,
            (_, QuestionType.Email) => World.Nusrat.Address,
            (_, QuestionType.WebAddress) => $"barishal.example.org/{question.Key}",
            (_, QuestionType.Number) => "120",
            (_, QuestionType.Percent) => "80",
            (_, QuestionType.Place) => "Barishal, Bangladesh",
            (_, QuestionType.LongText) => "We meet every month, and everybody is welcome.",
            _ => "Organiser",
        };

    private async Task<IWalker> SignedInAsync(Character character)
    {
        var walker = await open(character.Name);
        await walker.VisitAsync("/sign-in");
        await walker.SignInAsync(host, character.Address);
        return walker;
    }
}
