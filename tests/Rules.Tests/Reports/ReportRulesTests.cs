using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Reports.Domain;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Reports;

/// <summary>Which report is wanted when, and what one may do with it.</summary>
public sealed class ReportRulesTests
{
    private static readonly LocalDate Begins = new(2027, 3, 1);
    private static readonly LocalDate Until = new(2028, 2, 29);
    private static readonly Instant Now = Begins.AtMidnight().InUtc().ToInstant();
    private static readonly Actor Nusrat = Actor.Visitor("Nusrat");
    private static readonly Actor Marie = Actor.Visitor("Marie");

    [Fact]
    public void One_after_the_end_is_asked_for_on_the_day_after_it()
    {
        var calendar = new ReportCalendar(new ReportDue(6, null), Begins, Until);
        calendar.AskedOn(1).ShouldBe(Until.PlusDays(1));
        calendar.DueOn(1).ShouldBe(new LocalDate(2028, 4, 11));
        calendar.Next([], Begins).ShouldBe(1);
        calendar.Next([], Until.PlusYears(3)).ShouldBe(1);
        calendar.Next([1], Until).ShouldBeNull();
    }

    [Fact]
    public void A_yearly_one_comes_again_as_long_as_the_term_lasts_and_what_was_left_out_is_not_asked_for_later()
    {
        var calendar = new ReportCalendar(new ReportDue(null, 12), Begins, null);
        calendar.DueOn(1).ShouldBe(new LocalDate(2028, 3, 1));
        calendar.AskedOn(1).ShouldBe(new LocalDate(2028, 2, 2));
        calendar.Next([], new LocalDate(2027, 5, 1)).ShouldBe(1);
        calendar.Next([], new LocalDate(2028, 5, 1)).ShouldBe(1);
        calendar.Next([], new LocalDate(2029, 3, 1)).ShouldBe(2);
        calendar.Next([1], new LocalDate(2027, 5, 1)).ShouldBe(2);
        calendar.From(2).ShouldBe(new LocalDate(2028, 3, 1));
        var oneYear = new ReportCalendar(new ReportDue(null, 12), Begins, Until);
        oneYear.DueOn(1).ShouldBe(Until.PlusDays(1));
        oneYear.Next([1], Until).ShouldBeNull();
    }

    [Fact]
    public void Without_a_day_one_may_come_at_any_time()
    {
        var calendar = new ReportCalendar(null, Begins, Until);
        calendar.DueOn(1).ShouldBeNull();
        calendar.AskedOn(1).ShouldBeNull();
        calendar.Next([], Begins).ShouldBe(1);
    }

    [Fact]
    public void Of_two_who_write_at_once_the_second_sees_both_texts()
    {
        var report = Report();
        report.Write("outcomes", "Forty came.", 0, Nusrat, Now).Done.ShouldBeTrue();
        var refusal = report
            .Write("outcomes", "Fifty came.", 0, Marie, Now)
            .Refusal.ShouldNotBeNull();
        (
            refusal.Field,
            refusal.Sentence.Contains("Forty came.", StringComparison.Ordinal)
        ).ShouldBe(("outcomes", true));
        report.Write("outcomes", "Fifty came.", 1, Marie, Now).Done.ShouldBeTrue();
        report.Answers.ShouldHaveSingleItem().Text.ShouldBe("Fifty came.");
    }

    [Fact]
    public void Nothing_is_public_without_a_tick_and_words_and_a_tick_can_be_taken_back()
    {
        var report = Report();
        Code(report.Publish(true, "We did it.", null, Nusrat, Now)).ShouldBe("report-not-sent");
        report.Tick(true);
        Code(report.Send(Nusrat, Now)).ShouldBe("report-no-summary");
        report.Write(PartnerReport.Summary, "We did it.", 0, Nusrat, Now).Done.ShouldBeTrue();
        Code(report.Send(Nusrat, Now)).ShouldBe("");
        report.IsPublic.ShouldBeTrue();
        Code(report.Publish(true, " ", 1, Nusrat, Now)).ShouldBe("report-no-summary");
        Code(report.Publish(false, "We did it.", 1, Nusrat, Now)).ShouldBe("");
        report.IsPublic.ShouldBeFalse();
    }

    [Fact]
    public void A_report_is_sent_once_asked_about_answered_and_thanked_for()
    {
        var report = Report();
        Code(report.Ask("How many?", Marie, Now)).ShouldBe("report-not-sent");
        Code(report.Thank("", Marie, Now)).ShouldBe("report-not-sent");
        Code(report.Send(Nusrat, Now)).ShouldBe("");
        Code(report.Send(Nusrat, Now)).ShouldBe("report-was-sent");
        Code(report.Write("outcomes", "More.", 0, Nusrat, Now)).ShouldBe("report-was-sent");
        Code(report.Ask(" ", Marie, Now)).ShouldBe("report-no-words");
        Code(report.Ask("How many?", Marie, Now)).ShouldBe("");
        report.State.ShouldBe(ReportState.Asked);
        Code(report.Answer(new string('x', 4001), Nusrat, Now)).ShouldBe("report-too-long");
        Code(report.Answer("Forty.", Nusrat, Now)).ShouldBe("");
        report.State.ShouldBe(ReportState.Sent);
        Code(report.Thank("", Marie, Now)).ShouldBe("");
        Code(report.Thank("", Marie, Now)).ShouldBe("report-was-thanked");
        report.Entries.Select(entry => entry.Words).ShouldBe(["How many?", "Forty.", ""]);
    }

    private static string Code(Outcome outcome) => outcome.Refusal?.Code ?? "";

    private static PartnerReport Report() =>
        new(
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
                        Until = Until,
                        Promises = new Promises([], []),
                    },
                    Marie,
                    Now
                )
                .Partnership,
            1
        );
}
