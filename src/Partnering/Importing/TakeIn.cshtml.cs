using Banyan.Kernel.Access;
using Banyan.Kernel.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Importing;

/// <summary>Makes applications of what the dry run found: all of them or none.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class TakeInPage(OpenImport open) : ImportVerb(open)
{
    public static IReadOnlyList<Choice> Choices =>
        [new("leave", Texts.LikeLeave), new("take", Texts.LikeTake)];

    [BindProperty(Name = "like")]
    public string Like { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct) =>
        await Open.LoadAsync(program, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct) =>
        DoAsync(
            program,
            id,
            () =>
                Open.Then(
                    Open.Import.TakeIn(
                        Like switch
                        {
                            "take" => true,
                            "leave" => false,
                            _ => null,
                        },
                        Open.Program.Actor,
                        Open.Program.Now
                    )
                ),
            Texts.SaidTakingIn,
            ct
        );
}
