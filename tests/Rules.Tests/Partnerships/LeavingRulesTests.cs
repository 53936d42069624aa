using Banyan.Kernel.Domain;
using Banyan.Kernel.Work;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using NodaTime;
using static Banyan.Partnering.Partnerships.Domain.PartnershipState;

namespace Banyan.Rules.Tests.Partnerships;

/// <summary>What it takes to pause, revoke and leave a partnership.</summary>
public sealed class LeavingRulesTests
{
    private static readonly Instant s_now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly LocalDate s_today = new(2027, 3, 1);
    private static readonly Actor s_marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly Actor s_hana = Actor.Of(PersonId.New(), "Hana");
    private static readonly Actor s_ines = Actor.Of(PersonId.New(), "Inés");
    private static readonly Actor s_nusrat = Actor.Of(PersonId.New(), "Nusrat");
    private static readonly Grounds s_why = new("It was not kept.", "Conduct");

    [Fact]
    public void Who_proposed_does_not_confirm_and_nobody_does_before_the_partner_was_heard()
    {
        var partner = UnderReviewOne();
        Propose(partner, s_today.PlusDays(7)).Done.ShouldBeTrue();
        Confirm(partner, s_marie, s_today.PlusDays(8)).ShouldBe("partner-second-person");
        Confirm(partner, s_hana, s_today.PlusDays(7)).ShouldBe("partner-not-heard");
        partner.State.ShouldBe(UnderReview);
        partner.AnswerProposal("We mended it.", s_nusrat, s_now).Done.ShouldBeTrue();
        Confirm(partner, s_hana, s_today).ShouldBeNull();
        partner.State.ShouldBe(Revoked);
    }

    [Fact]
    public void What_is_urgent_waits_for_nobody_but_the_second_person()
    {
        var partner = UnderReviewOne();
        Propose(partner, null).Done.ShouldBeTrue();
        partner.AnswerProposal("?", s_nusrat, s_now).Refusal!.Code.ShouldBe("partner-no-notice");
        Confirm(partner, s_hana, s_today).ShouldBeNull();
        partner.State.ShouldBe(Revoked);
    }

    [Fact]
    public void A_hearing_has_a_week_and_a_revocation_rests_on_something()
    {
        Propose(UnderReviewOne(), s_today.PlusDays(6))
            .Refusal!.Code.ShouldBe("partner-hear-longer");
        UnderReviewOne()
            .Propose(ProposalKind.Revoke, new Grounds("Because."), null, s_today, s_marie, s_now)
            .Refusal!.Code.ShouldBe("partner-which-clause");
    }

    [Fact]
    public void An_active_partnership_is_not_revoked_and_one_thing_is_proposed_at_a_time()
    {
        Propose(Active(), null).Refusal!.Code.ShouldBe("partner-not-from");
        var partner = UnderReviewOne();
        Propose(partner, null);
        Propose(partner, null).Refusal!.Code.ShouldBe("partner-proposed");
    }

    [Fact]
    public void Whoever_had_no_part_answers_an_appeal_and_there_is_one()
    {
        var partner = UnderReviewOne();
        Propose(partner, null);
        Confirm(partner, s_hana, s_today);
        partner.AppealAgainst("It was otherwise.", s_nusrat, s_now).Done.ShouldBeTrue();
        foreach (var had in new[] { s_marie, s_hana })
            partner
                .AnswerAppeal(true, s_why, DateTimeZone.Utc, had, s_now)
                .Refusal!.Code.ShouldBe("partner-others-answer");
        partner.AnswerAppeal(false, s_why, DateTimeZone.Utc, s_ines, s_now).Done.ShouldBeTrue();
        partner.State.ShouldBe(Revoked);
        partner.AnswerAppeal(true, s_why, DateTimeZone.Utc, s_ines, s_now).Done.ShouldBeFalse();
        partner
            .AppealAgainst("Again.", s_nusrat, s_now)
            .Refusal!.Code.ShouldBe("partner-no-appeal");
    }

    [Fact]
    public void An_appeal_comes_within_thirty_days()
    {
        var partner = UnderReviewOne();
        Propose(partner, null);
        Confirm(partner, s_hana, s_today);
        var last = s_now + Duration.FromDays(30);
        partner.AgainstAppealing(last).ShouldBeNull();
        partner
            .AgainstAppealing(last + Duration.FromMilliseconds(1))!
            .Code.ShouldBe("partner-appeal-late");
    }

    [Fact]
    public void Nobody_steps_out_of_a_pause_and_back_into_being_a_partner()
    {
        var partner = UnderReviewOne();
        partner.Suspend(s_why, s_marie, s_now).Done.ShouldBeTrue();
        partner.StepBack(PartnerSide.Partner, Grounds.None, s_nusrat, s_now).Done.ShouldBeTrue();
        partner
            .TakeUpAgain(PartnerSide.Partner, Grounds.None, DateTimeZone.Utc, s_nusrat, s_now)
            .Refusal!.Code.ShouldBe("partner-not-from");
    }

    [Fact]
    public void To_step_back_ends_what_was_proposed()
    {
        var partner = UnderReviewOne();
        Propose(partner, null);
        partner.StepBack(PartnerSide.Partner, Grounds.None, s_nusrat, s_now);
        partner.Proposed.ShouldBeNull();
        Confirm(partner, s_hana, s_today).ShouldBe("partner-no-proposal");
        partner.State.ShouldBe(Ended);
    }

    [Fact]
    public void What_is_proposed_meanwhile_the_state_goes_on_is_refused_or_fits()
    {
        var partner = Active();
        partner.Propose(ProposalKind.SuspendAtOnce, s_why, null, s_today, s_marie, s_now);
        partner.TellChange(s_why, s_nusrat, s_now).Done.ShouldBeTrue();
        Confirm(partner, s_hana, s_today).ShouldBeNull();
        partner.State.ShouldBe(Suspended);
        var cleared = UnderReviewOne();
        Propose(cleared, null);
        cleared.GoOn("It is well.", s_hana, s_now).Done.ShouldBeTrue();
        Confirm(cleared, s_hana, s_today).ShouldBe("partner-not-from");
        cleared.State.ShouldBe(PartnershipState.Active);
    }

    [Fact]
    public void What_goes_on_again_is_reminded_of_its_end_again()
    {
        var partner = UnderReviewOne();
        partner
            .StepBack(PartnerSide.Partner, Grounds.None, s_nusrat, s_now)
            .Work.ShouldContain(new WorkChange.Cancel(TermDue.Key(partner.Id)));
        partner
            .TakeUpAgain(PartnerSide.Partner, Grounds.None, DateTimeZone.Utc, s_nusrat, s_now)
            .Work.OfType<WorkChange.Plan>()
            .Select(plan => plan.Key)
            .ShouldContain(TermDue.Key(partner.Id));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_term_is_over_on_the_day_after_its_last(int days, bool over)
    {
        var partner = Active();
        partner.PassEndDate(partner.Until!.Value.PlusDays(days), s_now).Done.ShouldBe(over);
        partner.State.ShouldBe(over ? Expired : PartnershipState.Active);
    }

    [Fact]
    public void What_was_open_falls_away_when_it_goes_on_and_what_was_done_stays()
    {
        var partner = UnderReviewOne();
        partner.StepBack(PartnerSide.Partner, Grounds.None, s_nusrat, s_now);
        partner.LeadsTo(
            [
                new("status", "The badge says so.", PartnerSide.Organisation, s_today, "seen"),
                new("logo", "The logo comes off.", PartnerSide.Partner, s_today, null),
                new("list", "The list.", PartnerSide.Organisation, s_today, null),
            ],
            s_now
        );
        var logo = partner.Consequences[1].Id;
        var list = partner.Consequences[2].Id;
        partner
            .Settle(list, PartnerSide.Partner, "x", s_nusrat, s_now)
            .Refusal!.Code.ShouldBe("consequence-none");
        partner
            .Settle(logo, PartnerSide.Partner, " ", s_nusrat, s_now)
            .Refusal!.Code.ShouldBe("consequence-say-what");
        partner.Settle(logo, PartnerSide.Partner, "gone", s_nusrat, s_now).Done.ShouldBeTrue();
        partner.Settle(logo, PartnerSide.Partner, "gone", s_nusrat, s_now).Done.ShouldBeFalse();
        partner.TakeUpAgain(PartnerSide.Partner, Grounds.None, DateTimeZone.Utc, s_nusrat, s_now);
        partner.Consequences.Select(item => item.Key).ShouldBe(["status", "logo"]);
    }

    private static Partnership Active() =>
        Partnership
            .Begin(
                new PartnershipTerms
                {
                    Code = PartnerCode.New(),
                    Application = default,
                    Community = null,
                    Organisation = default,
                    Program = default,
                    ProgramVersion = default,
                    Edition = null,
                    Title = "Dhaka Python Day",
                    Begins = s_today,
                    Until = s_today.PlusYears(1).PlusDays(-1),
                    Promises = new Promises([], []),
                },
                Actor.Rule,
                s_now
            )
            .Partnership;

    private static Partnership UnderReviewOne()
    {
        var partner = Active();
        partner.Review(s_why, s_marie, s_now).Done.ShouldBeTrue();
        return partner;
    }

    private static Outcome Propose(Partnership partner, LocalDate? answerBy) =>
        partner.Propose(ProposalKind.Revoke, s_why, answerBy, s_today, s_marie, s_now);

    private static string? Confirm(Partnership partner, Actor actor, LocalDate today) =>
        partner.ConfirmProposal(actor, today, s_now).Refusal?.Code;
}
