using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering;
using Banyan.Partnering.Commitments.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Commitments;

/// <summary>When a promise is due, who says what to it, and of what its side is reminded.</summary>
public sealed class CommitmentRulesTests
{
    private static readonly LocalDate Begins = new(2027, 1, 31);
    private static readonly Instant Now = Begins.AtMidnight().InUtc().ToInstant();
    private static readonly Actor Nusrat = Actor.Visitor("Nusrat");
    private static readonly Actor Marie = Actor.Visitor("Marie");

    [Theory]
    [InlineData(14, null, null, null, 1, "2027-02-14")]
    [InlineData(0, null, null, null, 1, "2027-01-31")]
    [InlineData(14, null, null, null, 2, null)]
    [InlineData(null, 10, null, null, 1, "2027-12-21")]
    [InlineData(null, 400, null, null, 1, "2027-01-31")]
    [InlineData(null, null, "2027-06-01", null, 1, "2027-06-01")]
    [InlineData(null, null, "2026-06-01", null, 1, "2027-01-31")]
    [InlineData(null, null, null, 1, 1, "2027-02-28")]
    [InlineData(null, null, null, 1, 2, "2027-03-31")]
    [InlineData(null, null, null, 6, 2, null)]
    public void Its_day_follows_from_the_term(
        int? after,
        int? before,
        string? on,
        int? every,
        int time,
        string? day
    ) =>
        new CommitmentDue(after, before, Day(on), every)
            .Day(time, Begins, new LocalDate(2027, 12, 31))
            .ShouldBe(Day(day));

    [Fact]
    public void Without_an_end_nothing_is_due_before_it_and_what_comes_again_does_so_for_ever()
    {
        new CommitmentDue(null, 10, null, null).Day(1, Begins, null).ShouldBeNull();
        new CommitmentDue(null, null, null, 12)
            .Day(50, Begins, null)
            .ShouldBe(new LocalDate(2077, 1, 31));
    }

    [Fact]
    public void What_is_asked_for_is_given_and_every_no_has_a_sentence_at_its_field()
    {
        Code(Row().Keep(" ", "", "x", Nusrat, Now)).ShouldBe("commitment-say-what-or-where words");
        Code(Row(Evidence.Words).Keep("", "https://a.example.org/", "x", Nusrat, Now))
            .ShouldBe("commitment-say-what words");
        Code(Row(Evidence.Link).Keep("We did.", "", "x", Nusrat, Now))
            .ShouldBe("commitment-give-link link");
        Code(Row().Keep("We did.", "javascript:alert(1)", "x", Nusrat, Now))
            .ShouldBe("commitment-link link");
        Code(Row().Keep(new string('x', 2001), "", "x", Nusrat, Now))
            .ShouldBe("commitment-too-long words");
        Code(Row().Keep(new string('x', 2000), "", "x", Nusrat, Now)).ShouldBe("");
        Code(Row(Evidence.Link).Keep("", "a.example.org", "x", Nusrat, Now)).ShouldBe("");
    }

    [Fact]
    public void A_doubt_opens_it_again_and_what_was_said_stays_until_it_is_said_anew()
    {
        var partner = Partner();
        var row = Row();
        Code(row.Doubt(partner, "Where?", "x", Marie, Now, Begins))
            .ShouldBe("commitment-not-kept ");
        row.Keep("We did.", "", "x", Nusrat, Now).Done.ShouldBeTrue();
        Code(row.Keep("Again.", "", "x", Nusrat, Now)).ShouldBe("commitment-not-open ");
        Code(row.Waive("Why not.", "x", Marie, Now)).ShouldBe("commitment-not-open ");
        Code(row.Doubt(partner, "\n", "x", Marie, Now, Begins))
            .ShouldBe("commitment-say-why reason");
        row.State.ShouldBe(CommitmentState.Kept);
        row.Doubt(partner, "Where?", "x", Marie, Now, Begins).Done.ShouldBeTrue();
        (row.State, row.Words, row.Reason).ShouldBe((CommitmentState.Open, "We did.", "Where?"));
        row.Keep("Here.", "", "x", Nusrat, Now).Done.ShouldBeTrue();
        (row.State, row.Words, row.Reason).ShouldBe((CommitmentState.Kept, "Here.", ""));
    }

    [Fact]
    public void It_is_late_from_the_day_after_and_never_once_it_is_kept_or_the_partnership_was_left()
    {
        var partner = Partner();
        var row = Row(due: new CommitmentDue(14, null, null, null));
        var day = Begins.PlusDays(14);
        row.IsLate(partner, day).ShouldBeFalse();
        row.IsLate(partner, day.PlusDays(1)).ShouldBeTrue();
        row.Waive("It rained.", "x", Marie, Now).Done.ShouldBeTrue();
        row.IsLate(partner, day.PlusDays(1)).ShouldBeFalse();
        var left = Row(due: new CommitmentDue(14, null, null, null));
        partner.TakeBack(Begins.PlusDays(3), Marie, Now).Done.ShouldBeTrue();
        left.IsLate(partner, day.PlusDays(1)).ShouldBeFalse();
        left.RemindOn(partner).ShouldBeNull();
    }

    [Fact]
    public void Its_side_is_reminded_a_week_before_and_once_when_it_is_late()
    {
        var partner = Partner();
        var row = Row(due: new CommitmentDue(14, null, null, null));
        row.RemindOn(partner).ShouldBe(Begins.PlusDays(7));
        row.Remind(partner, Begins.PlusDays(7));
        row.RemindOn(partner).ShouldBe(Begins.PlusDays(15));
        row.Remind(partner, Begins.PlusDays(15));
        row.RemindOn(partner).ShouldBeNull();
        var slept = Row(due: new CommitmentDue(14, null, null, null));
        slept.Remind(partner, Begins.PlusDays(40));
        slept.RemindOn(partner).ShouldBeNull();
        // Promised on the day on which the week has begun: the promise itself was the first reminder.
        Row(due: new CommitmentDue(7, null, null, null))
            .RemindOn(partner)
            .ShouldBe(Begins.PlusDays(8));
    }

    [Fact]
    public void What_comes_again_passes_over_the_times_that_were_missed()
    {
        var partner = Partner();
        var row = Row(due: new CommitmentDue(null, null, null, 1));
        row.Next(partner, Begins).ShouldNotBeNull().Time.ShouldBe(2);
        var late = row.Next(partner, new LocalDate(2027, 6, 15)).ShouldNotBeNull();
        (late.Time, late.DueOn(partner)).ShouldBe((5, new LocalDate(2027, 6, 30)));
        row.Next(partner, new LocalDate(2028, 6, 15)).ShouldBeNull();
        Row().Next(partner, Begins).ShouldBeNull();
    }

    private static Partnership Partner() =>
        Partnership
            .Begin(
                new PartnershipTerms
                {
                    Code = "7K3Q9ZTD",
                    Application = ApplicationId.New(),
                    Community = null,
                    Organisation = OrganisationId.New(),
                    Program = ProgramId.New(),
                    ProgramVersion = ProgramVersionId.New(),
                    Edition = null,
                    Title = "Dhaka Python Day",
                    Begins = Begins,
                    Until = new LocalDate(2027, 12, 31),
                    Promises = new Promises([], []),
                },
                Marie,
                Now
            )
            .Partnership;

    private static PartnerCommitment Row(Evidence? evidence = null, CommitmentDue? due = null) =>
        new(
            Partner(),
            new Commitment
            {
                Key = "posts",
                Side = Side.Partner,
                Text = LocalText.Of("Posts."),
                Evidence = evidence,
                Due = due,
            },
            0,
            1,
            Begins
        );

    private static string Code(Outcome outcome) =>
        outcome.Refusal is { } refusal ? $"{refusal.Code} {refusal.Field}" : "";

    private static LocalDate? Day(string? day) =>
        day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
