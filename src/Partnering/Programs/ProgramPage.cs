using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Partnering.Programs;

/// <summary>What anybody may know of a program before applying: as it is published, or as a working copy would be.</summary>
internal abstract class ProgramPage : PageModel
{
    public ProgramDefinition Program { get; private set; } = null!;
    public OrganisationFacts Organisation { get; private set; } = null!;
    public WindowWords Window { get; private set; } = null!;
    public LocalDate Today { get; private set; }

    public bool TakesApplications => Program.State == ProgramState.Open;

    public NextLine Next =>
        new(
            Program.State switch
            {
                ProgramState.Open => Window.Next,
                ProgramState.ByInvitation => Texts.NextByInvitation,
                ProgramState.InRounds => Texts.NextInRounds,
                ProgramState.Paused => Texts.NextPaused,
                ProgramState.Closed => Texts.NextClosed,
            },
            TakesApplications ? NextTone.Yours
                : Program.State == ProgramState.Closed ? NextTone.Closed
                : NextTone.Theirs
        );

    protected void Show(ProgramDefinition program, OrganisationFacts organisation, Instant now)
    {
        (Program, Organisation) = (program, organisation);
        Today = now.InZone(organisation.Zone).Date;
        Window = WindowWords.Of(program, Today);
    }
}
