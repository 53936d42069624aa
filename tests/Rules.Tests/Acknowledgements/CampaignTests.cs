using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Work;
using Banyan.Partnering;
using Banyan.Partnering.Acknowledgements.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Acknowledgements;

/// <summary>What may be asked of partners, and when they are reminded.</summary>
public sealed class CampaignTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly LocalDate Today = new(2027, 3, 1);
    private static readonly Actor Marie = Actor.Visitor("Marie");

    [Theory]
    [InlineData(13, "campaign-too-soon")]
    [InlineData(14, null)]
    [InlineData(365, null)]
    [InlineData(366, "campaign-too-late")]
    public void The_day_is_at_least_two_weeks_and_at_most_a_year_away(int days, string? refusal) =>
        Code(Draft() with { AnswerBy = Today.PlusDays(days) }).ShouldBe(refusal);

    [Fact]
    public void Nothing_begins_without_a_change_without_a_partner_or_with_too_long_a_note()
    {
        Code(Draft() with { Clauses = [] }).ShouldBe("campaign-nothing-changed");
        Code(Draft() with { Partners = [] }).ShouldBe("campaign-nobody");
        Code(Draft() with { Note = new string('a', Campaign.LongestNote + 1) })
            .ShouldBe("campaign-note-too-long");
    }

    [Fact]
    public void The_reminder_is_due_in_the_morning_a_week_before_where_the_organisation_is_at_home()
    {
        var (_, outcome) = Campaign.Begin(Draft(), Marie, Now);
        outcome
            .Work.OfType<WorkChange.Plan>()
            .ShouldHaveSingleItem()
            .DueAt.ShouldBe(Instant.FromUtc(2027, 3, 22, 3, 0));
    }

    [Fact]
    public void It_reminds_once_and_ends_once_and_an_end_takes_the_reminder_away()
    {
        var campaign = Campaign.Begin(Draft(), Marie, Now).Campaign!;
        campaign.Remind(Now).Done.ShouldBeTrue();
        campaign.Remind(Now).Refusal!.Code.ShouldBe("campaign-nothing-to-remind");
        var ended = campaign.End(Marie, Now);
        ended.Work.ShouldHaveSingleItem().ShouldBe(new WorkChange.Cancel(campaign.WorkKey));
        campaign.End(Marie, Now).Refusal!.Code.ShouldBe("campaign-ended-already");
        Campaign.Begin(Draft(), Marie, Now).Campaign!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_is_asked_is_named_by_its_hash()
    {
        var campaign = Campaign.Begin(Draft(), Marie, Now).Campaign!;
        campaign.Clauses.ShouldHaveSingleItem().Hash.ShouldBe(ClauseText.Hash(Draft().Clauses[0]));
    }

    private static string? Code(CampaignDraft draft) =>
        Campaign.Begin(draft, Marie, Now).Outcome.Refusal?.Code;

    private static CampaignDraft Draft() =>
        new(
            OrganisationId.New(),
            DateTimeZoneProviders.Tzdb["Asia/Dhaka"],
            ProgramId.New(),
            ProgramVersionId.New(),
            Today,
            new LocalDate(2027, 3, 29),
            "",
            [
                new Clause
                {
                    Key = "marks",
                    Summary = LocalText.Of("Keep to the policy."),
                    Text = LocalText.Of("We keep to the policy."),
                },
            ],
            [new AskedPartner(PartnershipId.New(), Banyan.Partnering.ApplicationId.New())]
        );
}
