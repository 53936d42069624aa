using Banyan.Kernel.Access;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Review;

/// <summary>The desk: what needs the reader now and why, then the queue with its filters in the address.</summary>
[Requires(CasePermissions.Desk)]
internal sealed class CasesPage(ReadDesk read) : PageModel
{
    public const string AllStates = "all";

    [BindProperty(Name = "state", SupportsGet = true)]
    public string State { get; set; } = "";

    [BindProperty(Name = "mine", SupportsGet = true)]
    public string Mine { get; set; } = "";

    [BindProperty(Name = "after", SupportsGet = true)]
    public string After { get; set; } = "";

    public DeskView Desk { get; private set; } = null!;

    public static IReadOnlyList<Choice> States =>
        [
            new(AllStates, Texts.FilterAll),
            .. Enum.GetValues<ApplicationState>()
                .Where(state => state != ApplicationState.Draft)
                .Select(state => new Choice(
                    state.ToString(),
                    CaseText.Alone(StateWords.Of(state))
                )),
        ];

    /// <summary>What does not stand above already, so that nobody reads the same row twice; null where the list has filters or more pages.</summary>
    public IReadOnlyList<ShownRow>? Rest =>
        (State, Mine, After, NextPage) is not ("", "", "", null)
            ? null
            :
            [
                .. Desk.Queue.ExceptBy(
                    Desk.VotesWanted.Concat(Desk.Today).Select(row => row.Reference),
                    row => row.Reference
                ),
            ];

    public string? NextPage =>
        Desk.NextPage is { } place
            ? $"{CaseLinks.All}?state={Uri.EscapeDataString(State)}&mine={Uri.EscapeDataString(Mine)}&after={Uri.EscapeDataString(place.ToString())}#queue"
            : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var state =
            Enum.TryParse<ApplicationState>(State, out var known) && Enum.IsDefined(known)
                ? known
                : default(ApplicationState?);
        Desk = await read.OfAsync(
            new QueueFilter(state, State == AllStates, Mine == "true", QueuePlace.Parse(After)),
            ct
        );
    }
}
