using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>The letters that wait to leave, and what takes several of them back at once.</summary>
[Requires(CasePermissions.Release)]
internal sealed class TakeBackManyPage(LetterPages letters, BanyanDb db, Viewer viewer)
    : ManyLetters(letters, viewer, LetterState.Waiting)
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        DoAsync(
            letter =>
            {
                var (stopped, again) = letter.TakeBack(Viewer.Actor);
                if (again is not null)
                    db.Letters.Add(again);
                return stopped;
            },
            DecisionLinks.ReleaseMany,
            Texts.SaidTakenBackMany,
            ct
        );
}
