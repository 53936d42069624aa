using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Declarations.Domain;
using Banyan.Partnering.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations;

/// <summary>A reader of a case doubts that another one is impartial. Who it was is told only to whoever decides.</summary>
[Requires(CasePermissions.Declare)]
internal sealed class ChallengePage(BanyanDb db, OpenCase open, WhoReads who, ConflictMail mail)
    : CaseVerb(open)
{
    private IReadOnlyList<CaseReader> readers = [];

    [BindProperty(Name = "member")]
    public string Member { get; set; } = "";

    [BindProperty(Name = "reason")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<Choice> Members =>
        [
            .. readers.Select(reader => new Choice(
                ValueOf(reader.Person),
                reader.Name,
                reader.Teams
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Declare, ct))
            return NotFound();
        await ShowAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(
            reference,
            CasePermissions.Declare,
            () => ChallengeAsync(ct),
            Texts.SaidChallenged,
            ct
        );

    private async Task<Outcome> ChallengeAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (readers.FirstOrDefault(reader => ValueOf(reader.Person) == Member) is not { } about)
            return DeclarationRefusals.ChooseMember;
        var (challenge, made) = Domain.Challenge.Make(
            Open.Case.Id,
            (about.Person, about.Name),
            Reason,
            Open.Actor,
            Open.Now
        );
        if (challenge is null)
            return made;
        var organisation = Open.Case.Organisation;
        var deciders = WhoDecides.Of(
            await db
                .SeatFacts.Where(seat => seat.Organisation == organisation)
                .OrderBy(seat => seat.Person)
                .ToListAsync(ct),
            Open.Case,
            LedCase.Conflicted(await db.DeclarationsOf(Open.Case.Id).ToListAsync(ct)),
            about.Person,
            Open.Person
        );
        if (deciders.Count == 0)
            return DeclarationRefusals.ChallengeNobodyDecides;
        db.Add(challenge);
        return made.Then([.. mail.Challenged(Open.Case, challenge, deciders, Open.Now)]);
    }

    /// <summary>Everybody else who reads the case or could by declaring; who stepped aside is out already.</summary>
    private async Task ShowAsync(CancellationToken ct) =>
        readers = [
            .. (await who.OfAsync(Open.Case, ct)).Where(reader =>
                reader.Person != Open.Person && reader.Declaration is not { Recused: true }
            ),
        ];

    private static string ValueOf(PersonId person) => person.Value.ToString("n");
}
