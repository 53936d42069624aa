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

    /// <summary>Anybody may apply today; with a code some may at other times.</summary>
    public bool TakesApplications => Admission.Against(Program, Today, null) is null;

    public NextLine Next => ProgramNext.Of(Program, Window, Today);

    protected void Show(ProgramDefinition program, OrganisationFacts organisation, Instant now)
    {
        (Program, Organisation) = (program, organisation);
        Today = now.InZone(organisation.Zone).Date;
        Window = WindowWords.Of(program, Today);
    }
}
