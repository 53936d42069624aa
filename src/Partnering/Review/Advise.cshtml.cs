using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Declarations.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>A member of a body that does not vote records what it advises; the decision follows it.</summary>
[Requires(CasePermissions.Advise)]
internal sealed class AdvisePage(BanyanDb db, OpenCase open, Viewer viewer) : CaseVerb(open)
{
    public static IReadOnlyList<Choice> Choices =>
        [new("approve", Texts.AdviseApprove), new("decline", Texts.AdviseDecline)];

    [BindProperty(Name = "advice")]
    public string Advice { get; set; } = "";

    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

    /// <summary>Why it came to the body.</summary>
    public string CameFor => Open.Case.EscalatedFor ?? "";

    /// <summary>Why it cannot be done now; null when it can.</summary>
    public string? Blocked { get; private set; }

    protected override bool IsTheirs => CaseText.IsAsked(viewer, Open.Case);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken ct)
    {
        if (!await Open.LoadAsync(reference, CasePermissions.Advise, ct) || !IsTheirs)
            return NotFound();
        Blocked = (await AgainstAsync(ct))?.Sentence;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken ct) =>
        DoAsync(reference, CasePermissions.Advise, () => AdviseAsync(ct), Texts.SaidAdvised, ct);

    private async Task<Refusal?> AgainstAsync(CancellationToken ct)
    {
        var (id, me) = (Open.Case.Id, Open.Person);
        var free = await db.DeclarationsOf(id)
            .AnyAsync(declaration => declaration.Person == me && declaration.Votes, ct);
        return Open.Case.Ball == Ball.Applicant ? ApplicationRefusals.WaitingForApplicant
            : Open.Case.State != ApplicationState.Consultation
                ? ApplicationRefusals.NotFrom(Command.RecordAdvice, Open.Case.State)
            : Stages.ConsultedVoting(Open.Program) is not null ? ApplicationRefusals.BodyVotes
            : !free ? ApplicationRefusals.AdviceConflict
            : null;
    }

    private async Task<Outcome> AdviseAsync(CancellationToken ct)
    {
        if (await AgainstAsync(ct) is { } refusal)
            return refusal;
        if (Advice is not ("approve" or "decline"))
            return ApplicationRefusals.AdviceMissing;
        return Open.Case.RecordAdvice(Advice == "approve", Words, Open.Actor, Open.Now);
    }
}
