using Banyan.Kernel.Domain;
using Banyan.Membership.Communities.Domain;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Review.Domain;
using NodaTime;

namespace Banyan.Benchmarks.Seeding;

/// <summary>Of whom and of what the cases are made.</summary>
internal sealed record CaseCast(
    ShelvedProgram Program,
    SeatFacts Staff,
    IReadOnlyList<SeatFacts> WorkGroup,
    DateTimeZone Zone,
    Instant Now
);

/// <summary>
/// One open case with its organiser and community, told by its number alone and made by the verbs that people use. Of ten, one was just sent, one is
/// looked at by staff, three wait for the applicant, four are voted on, and of one the vote has ended.
/// </summary>
internal sealed class CaseStory(CaseCast cast, int number)
{
    private readonly Organiser organiser = new(number);
    private readonly Actor staff = Actor.Of(cast.Staff.Person, cast.Staff.Name);
    private Outcome outcome = null!;

    // As long ago as a vote of ten days may last; from its hundred and ninety hours on it would be over before the measuring is.
    private Instant At => cast.Now - Duration.FromHours(1 + (number % 190));

    /// <summary>What is to be added to the database with the outcome.</summary>
    public List<object> Added { get; } = [];
    public Application Application { get; private set; } = null!;
    public BallotRound? Round { get; private set; }

    public static string Reference(int number) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"PSF-26-B{number:0000000}"
        );

    public static bool IsVotedOn(int number) => number % 10 is >= 5 and <= 8;

    /// <exception cref="InvalidOperationException">A rule of the program is against it.</exception>
    public Outcome Tell()
    {
        Send();
        var step = number % 10;
        if (step > 0)
            And(Application.TakeUp(cast.Staff.Person, staff, At));
        if (step is >= 1)
            Look(all: step > 4);
        if (step is >= 2 and <= 4)
            And(
                Application.Ask(
                    "Who receives reports, and how do people reach them during the event?",
                    ["codeOfConduct"],
                    cast.Now.InUtc().Date.PlusDays(20),
                    staff,
                    At
                )
            );
        if (step > 4)
            Vote(ends: step == 9);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"Case {number}: {refusal.Sentence}")
            : Outcome.Of(outcome.Actor, outcome.At, outcome.Events).Then([.. Later()]);
    }

    private void Send()
    {
        if (!EmailAddress.TryParse(organiser.Address, out var email, out _))
            throw new InvalidOperationException(organiser.Address);
        var person = Person.Named(email, organiser.Name, At);
        var actor = Actor.Of(person.Id, person.Name);
        outcome = person.SignIn(At);
        WebAddress.TryRead(organiser.Site, out var site, out _);
        And(
            Community.List(
                new CommunityOutline(organiser.Title, site, organiser.Place, "conference"),
                $"python-days-{number}",
                person.Id,
                actor,
                At,
                out var community
            )
        );
        var day = cast.Now.InUtc().Date.PlusDays(60 + (number % 400));
        (Application, var started) = Application.Start(
            Reference(number),
            cast.Program.Organisation,
            cast.Program.Id,
            cast.Program.Version,
            email,
            person.Id,
            actor,
            At
        );
        And(started);
        foreach (var (question, text) in Answers.Of(cast.Program.Definition, organiser, day))
            And(Application.Write(question, text, null, actor, At));
        And(Application.Prove(email, person.Id, actor, At));
        And(
            Application.Submit(
                new SubmitFacts(
                    null,
                    organiser.Title,
                    day,
                    community.Id,
                    $"benchmark-{number}",
                    null,
                    day,
                    cast.Program.Definition.Clocks
                ),
                actor,
                At
            )
        );
        Added.AddRange([person, community, Application]);
        Check(CheckKind.Site, organiser.Site, "The site answers and names the event.");
        Check(CheckKind.CodeOfConduct, organiser.Site + "conduct", "It says who receives reports.");
    }

    private void Check(CheckKind kind, string address, string sentence)
    {
        var check = new Check(Application.Id, kind, address, At);
        And(
            check.Found(
                new CheckFinding(
                    kind,
                    CheckResult.Found,
                    sentence,
                    [$"Welcome to {organiser.Title}"],
                    At,
                    null,
                    address
                ),
                At
            )
        );
        Added.Add(check);
    }

    private void Look(bool all)
    {
        foreach (var criterion in cast.Program.Definition.Criteria.Take(all ? int.MaxValue : 2))
        {
            var (finding, judged) = CriterionFinding.Of(
                Application.Id,
                criterion.Key,
                criterion.Key,
                Verdict.Met,
                "Seen on the page.",
                staff,
                At
            );
            And(judged);
            Added.Add(finding!);
        }
        And(Application.Note(Audience.Staff, "They wrote to us last year as well.", staff, At));
    }

    private void Vote(bool ends)
    {
        var voting = Stages.Voting(cast.Program.Definition)!.Value;
        And(Application.SendToWorkGroup(voting.Stage.Team, null, staff, At));
        (Round, var opened) = BallotRound.Open(
            Application.Id,
            voting.Stage,
            voting.Rule,
            cast.WorkGroup.Select(seat => new RoundSeat(
                seat.Person,
                seat.Name,
                seat.Voting,
                seat.Chair
            )),
            staff,
            At
        );
        And(opened);
        Added.Add(Round);
        foreach (var seat in cast.WorkGroup.Where(seat => seat.Voting))
            Declare(seat);
        // The first member has voted on every second case, on the ended ones all have.
        foreach (var seat in cast.WorkGroup.Where(seat => seat.Voting).Take(ends ? 9 : number % 2))
            And(
                Round.Cast(
                    Application,
                    Partnering.Ballots.Domain.Vote.For,
                    "Good for the whole region.",
                    Actor.Of(seat.Person, seat.Name),
                    At
                )
            );
        var (step, settled) = Round.Settle(At, Actor.Rule, At);
        And(settled);
        if (step == RoundStep.Close)
            And(
                Application.RoundClosed(
                    RoundSentences.Of(Round.Result!, Round.ClosesAt.InZone(cast.Zone).Date),
                    Actor.Rule,
                    At
                )
            );
    }

    private void Declare(SeatFacts seat)
    {
        var (declaration, declared) = Declaration.Make(
            Application.Id,
            seat.Person,
            seat.Name,
            Conflict.None,
            null,
            softReads: false,
            Actor.Of(seat.Person, seat.Name),
            At
        );
        And(declared);
        Added.Add(declaration);
        Round!.Clear(seat.Person, At);
    }

    /// <summary>What was due by now has been done: mails have been sent and reminders given.</summary>
    private IEnumerable<Kernel.Work.WorkChange> Later() =>
        outcome.Work.Where(change =>
            change is not Kernel.Work.WorkChange.Plan plan || plan.DueAt > cast.Now
        );

    private void And(Outcome next) => outcome = outcome.And(next);
}
