using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Domain;
using Banyan.Partnering.Review;

namespace Banyan.Partnering.Chairing;

/// <summary>What members are told when somebody keeps their round going.</summary>
internal sealed class ChairMail(BallotMail mail)
{
    public Task<IReadOnlyList<WorkChange>> NudgedAsync(
        OpenCase open,
        IReadOnlyList<RoundSeat> nudged,
        CancellationToken ct
    ) =>
        mail.ToAsync(
            open.Case,
            open.Round!,
            nudged.Contains,
            Texts.MailNudged.With(open.Case.Reference, open.Actor.Name),
            NextOf(open),
            open.Now,
            ct
        );

    public WorkChange SeatGiven(OpenCase open, SeatFacts successor) =>
        mail.Say(
            open.Case,
            successor,
            Texts.MailSeatGiven.With(open.Case.Reference, open.Actor.Name),
            NextOf(open),
            open.Now
        );

    public Task<IReadOnlyList<WorkChange>> HeldAsync(OpenCase open, CancellationToken ct) =>
        mail.ToAsync(
            open.Case,
            open.Round!,
            seat => seat.Eligible,
            Texts.MailHeld.With(open.Case.Reference, open.Actor.Name),
            Texts.MailHeldNext,
            open.Now,
            ct
        );

    /// <summary>To those whose votes are missing: the others have nothing to do.</summary>
    public Task<IReadOnlyList<WorkChange>> WentOnAsync(OpenCase open, CancellationToken ct) =>
        mail.ToAsync(
            open.Case,
            open.Round!,
            open.Round!.Silent().Contains,
            Texts.MailWentOn.With(open.Case.Reference),
            NextOf(open),
            open.Now,
            ct
        );

    private static string NextOf(OpenCase open) =>
        Texts.MailNext.With(RoundSentences.Day(open.Round!.ClosesAt.InZone(open.AtHome.Zone).Date));
}
