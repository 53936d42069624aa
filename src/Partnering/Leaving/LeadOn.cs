using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;

namespace Banyan.Partnering.Leaving;

/// <summary>What the leaving of the open partnership, or its pause, leads to: what is done by itself, and the list for people.</summary>
internal sealed class LeadOn(OpenPartner open, PartnerRooms rooms, SiteAddress site)
{
    /// <summary>How long people have for what they do.</summary>
    private const int Days = 14;

    /// <param name="to">The state to which it goes.</param>
    public async Task<IReadOnlyList<Consequence>> PreviewAsync(
        PartnershipState to,
        CancellationToken ct
    ) => [.. Own(to), .. (await rooms.LeftAsync(ForGood(to), ct)).Consequences];

    /// <summary>Adds them to the partnership that has just been left.</summary>
    public async Task<Outcome> AfterAsync(Outcome outcome, CancellationToken ct)
    {
        if (!outcome.Done)
            return outcome;
        var state = open.Partner.State;
        var left = await rooms.LeftAsync(ForGood(state), ct);
        open.Partner.LeadsTo([.. Own(state), .. left.Consequences], open.Now);
        return outcome.And(left.Outcome);
    }

    private static bool ForGood(PartnershipState to) => to != PartnershipState.Suspended;

    private IEnumerable<Consequence> Own(PartnershipState to)
    {
        var partner = open.Partner;
        var standing = Standings.Of(to, partner.Begins, partner.Until, open.Today);
        yield return new Consequence(
            "status",
            Texts.LeadsToStatus.With(StandingWords.Of(standing)),
            PartnerSide.Organisation,
            open.Today,
            Texts.ProofStatus.With(site.Of(PartnerLinks.Verify(partner.Code)))
        );
        if (!ForGood(to))
            yield break;
        var number = 0;
        foreach (var item in open.Program.Leaving)
            yield return new Consequence(
                $"program-{++number}",
                item.ToString(),
                PartnerSide.Organisation,
                open.Today.PlusDays(Days),
                null
            );
    }
}
