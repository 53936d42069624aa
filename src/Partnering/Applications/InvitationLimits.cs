using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>Invitations go to addresses that nobody has proven, so they are counted over all drafts; how many people one draft can have is <see cref="Applicant.Most"/>.</summary>
internal sealed class InvitationLimits(BanyanDb db)
{
    public const int OfOnePerson = 20;
    public const int ToOneAddress = 3;

    public async Task<Refusal?> AgainstAsync(
        PersonId? inviter,
        EmailAddress email,
        Instant now,
        CancellationToken ct
    )
    {
        var day = now - Duration.FromDays(1);
        var key = email.Key;
        var sent = db.Set<Applicant>()
            .Where(invited => invited.InvitedBy != null && invited.InvitedAt > day);
        if (await sent.CountAsync(invited => invited.InvitedBy == inviter, ct) >= OfOnePerson)
            return ApplicationRefusals.TooManyInvitations(OfOnePerson);
        return await sent.CountAsync(invited => invited.EmailKey == key, ct) >= ToOneAddress
            ? ApplicationRefusals.InvitedOften(email)
            : null;
    }
}
