using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Chairing;

/// <summary>Gives the seat of a member who has not voted to another member of the team.</summary>
[Requires(CasePermissions.Chair)]
internal sealed class ReplaceMemberPage(OpenCase open, FreeMembers free, ChairMail mail)
    : ChairVerb(open)
{
    private IReadOnlyList<FreeMember> members = [];

    [BindProperty(Name = "silent")]
    public string Silent { get; set; } = "";

    [BindProperty(Name = "successor")]
    public string Successor { get; set; } = "";

    public IReadOnlyList<Choice> SilentChoices { get; private set; } = [];
    public IReadOnlyList<Choice> SuccessorChoices =>
        [
            .. members.Select(member => new Choice(
                ValueOf(member.Seat.Person),
                ReviewTeam.NameOf(member.Seat)
            )),
        ];

    protected override Refusal? Against =>
        Round.AgainstReplacing(Open.Now)
        ?? (members.Count == 0 ? ChairRefusals.NobodyFree(Round.Team) : null);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, () => ReplaceAsync(ct), Texts.SaidReplace, ct);

    protected override async Task ShowAsync(CancellationToken ct)
    {
        SilentChoices =
        [
            .. Round.Replaceable().Select(seat => new Choice(ValueOf(seat.Person), seat.Name)),
        ];
        members = await free.OfAsync(Open.Case, Round, ct);
    }

    private async Task<Outcome> ReplaceAsync(CancellationToken ct)
    {
        if (Round.Replaceable().FirstOrDefault(s => ValueOf(s.Person) == Silent) is not { } silent)
            return BallotRefusals.ChooseSilent;
        if (members.FirstOrDefault(m => ValueOf(m.Seat.Person) == Successor) is not { } successor)
            return BallotRefusals.ChooseSuccessor;
        var seat = successor.Seat;
        var replaced = Round.Replace(
            silent.Person,
            new RoundSeat(seat.Person, ReviewTeam.NameOf(seat), voting: true, seat.Chair),
            Open.Actor,
            Open.Now
        );
        if (!replaced.Done)
            return replaced;
        // Who declared before need not do it again.
        if (successor.Declared)
            Round.Clear(seat.Person, Open.Now);
        return replaced.Then(mail.SeatGiven(Open, seat));
    }

    private static string ValueOf(PersonId person) => person.Value.ToString("n");
}
