using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>Who of the staff answers for a case.</summary>
internal sealed partial class Application
{
    public const int LeadNoteLength = 2000;

    /// <param name="name">Of the one who leads it from now on, as the history tells it.</param>
    /// <param name="note">What they should know; kept in the thread for staff. May be empty.</param>
    public Outcome ChangeLead(PersonId lead, string name, string note, Actor actor, Instant now)
    {
        if (!ApplicationMoves.IsOpen(State))
            return ApplicationRefusals.LeadNotNow(State);
        if (Lead == lead)
            return ApplicationRefusals.LeadsAlready(name);
        Lead = lead;
        var outcome = Outcome.Of(actor, now, new LeadChanged(Id.Value, name));
        return note.Trim().Length == 0
            ? outcome
            : outcome.And(Note(Audience.Staff, note.Trim(), actor, now));
    }
}
