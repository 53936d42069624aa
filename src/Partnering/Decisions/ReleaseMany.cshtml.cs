using Banyan.Kernel.Access;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Decisions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Decisions;

/// <summary>Releases several letters at once: each its own, with its own reasons, read here before.</summary>
[Requires(CasePermissions.Release)]
internal sealed class ReleaseManyPage(LetterPages letters, Viewer viewer)
    : ManyLetters(letters, viewer, LetterState.Draft)
{
    public IReadOnlyList<OpenLetter> Ready =>
        [.. Letters.Where(each => each.AgainstRelease is null)];
    public IReadOnlyList<OpenLetter> NotReady =>
        [.. Letters.Where(each => each.AgainstRelease is not null)];

    /// <summary>The field that says which text was read.</summary>
    public static string Seen(string reference) => $"seen.{reference}";

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        DoAsync(
            letter =>
                letter.Release(Typed.Clean(this.Sent(Seen(letter.View.Reference))), Viewer.Actor),
            DecisionLinks.TakeBackMany,
            Texts.SaidReleasedMany,
            ct
        );
}
