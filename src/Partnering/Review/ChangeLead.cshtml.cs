using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Review;

/// <summary>Gives the lead of a case to somebody of the staff, or takes it.</summary>
[Requires(CasePermissions.Lead)]
internal sealed class ChangeLeadPage(Colleagues colleagues, OpenCase open, ReviewMail mail)
    : CaseVerb(open)
{
    [BindProperty(Name = "lead")]
    public string Lead { get; set; } = "";

    [BindProperty(Name = "note")]
    public string Note { get; set; } = "";

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Why nobody can be named now; null while one can.</summary>
    public string? Blocked =>
        ApplicationMoves.IsOpen(Open.Case.State)
            ? null
            : ApplicationRefusals.LeadNotNow(Open.Case.State).Sentence;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Lead, ct))
            return NotFound();
        await OfferAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Lead, () => ChangeAsync(ct), Texts.SaidLeadChanged, ct);

    private async Task<Outcome> ChangeAsync(CancellationToken ct)
    {
        var people = await OfferAsync(ct);
        if (people.FirstOrDefault(person => Key(person) == Lead) is not { } chosen)
            return ApplicationRefusals.LeadNotOfDesk;
        var outcome = Open.Case.ChangeLead(
            chosen.Person,
            Colleagues.NameOf(chosen),
            Note,
            Open.Actor,
            Open.Now
        );
        return outcome.Done && chosen.Person != Open.Person
            ? outcome.Then(
                mail.LeadGiven(
                    Open.Case,
                    chosen,
                    Open.Actor.Name,
                    Typed.Clean(Note).Trim(),
                    Open.Next.Sentence,
                    Open.Now
                )
            )
            : outcome;
    }

    private async Task<IReadOnlyList<SeatFacts>> OfferAsync(CancellationToken ct)
    {
        var people = await colleagues.OfAsync(Open.Case, ct);
        People =
        [
            .. people
                .Where(person => person.Person != Open.Case.Lead)
                .Select(person => new Choice(
                    Key(person),
                    person.Person == Open.Person
                        ? CaseText.Fill(Texts.LeadMyself, Colleagues.NameOf(person))
                        : Colleagues.NameOf(person)
                )),
        ];
        return people;
    }

    private static string Key(SeatFacts person) => person.Person.Value.ToString("n");
}
