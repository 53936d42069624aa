using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Rules.Tests.Programs;

[Asvs("V2.2.3")]
public sealed class ApplicationWindowTests
{
    private static readonly WindowRule s_foundation = new()
    {
        LatestWeeksBefore = 6,
        FirstTimeWeeksBefore = 8,
        EarliestMonthsBefore = 6,
    };

    [Theory]
    [InlineData("2028-06-07", "2027-12-07", "2028-04-26")]
    [InlineData("2028-08-31", "2028-02-29", "2028-07-20")] // six months before has no 31st, and the year is a leap year
    [InlineData("2027-08-31", "2027-02-28", "2027-07-20")]
    [InlineData("2028-08-29", "2028-02-29", "2028-07-18")]
    [InlineData("2027-05-31", "2026-11-30", "2027-04-19")]
    [InlineData("2028-02-29", "2027-08-29", "2028-01-18")]
    [InlineData("2028-04-11", "2027-10-11", "2028-02-29")] // six weeks back ends on the leap day
    [InlineData("2028-01-01", "2027-07-01", "2027-11-20")]
    [InlineData("2028-12-31", "2028-06-30", "2028-11-19")]
    public void First_and_last_day_are_counted_from_the_event(
        string start,
        string first,
        string last
    )
    {
        var judged = ApplicationWindow.Judge(
            s_foundation,
            Date(start),
            firstTime: false,
            Date(last)
        );
        judged.FirstDay.ShouldBe(Date(first));
        judged.LastDay.ShouldBe(Date(last));
    }

    [Theory]
    [InlineData("2027-12-06", "TooEarly", false)]
    [InlineData("2027-12-07", "Open", true)]
    [InlineData("2028-02-01", "Open", true)]
    [InlineData("2028-04-26", "Open", true)]
    [InlineData("2028-04-27", "TooLate", false)]
    [InlineData("2028-06-07", "TooLate", false)]
    [InlineData("2029-01-01", "TooLate", false)]
    public void The_first_and_the_last_day_belong_to_the_window(
        string today,
        string standing,
        bool mayApply
    )
    {
        var judged = ApplicationWindow.Judge(
            s_foundation,
            Date("2028-06-07"),
            firstTime: false,
            Date(today)
        );
        judged.Standing.ToString().ShouldBe(standing);
        judged.MayApply.ShouldBe(mayApply);
        judged.FirstTimeDay.ShouldBeNull();
        judged.FirstTimeDayPassed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-12-06", "TooEarly")]
    [InlineData("2028-04-27", "TooLate")]
    public void A_soft_window_warns_and_lets_pass(string today, string standing)
    {
        var judged = ApplicationWindow.Judge(
            s_foundation with
            {
                Soft = true,
            },
            Date("2028-06-07"),
            firstTime: false,
            Date(today)
        );
        judged.Standing.ToString().ShouldBe(standing);
        judged.Soft.ShouldBeTrue();
        judged.MayApply.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2028-04-12", false, "Open")]
    [InlineData("2028-04-13", true, "Open")]
    [InlineData("2028-04-26", true, "Open")]
    [InlineData("2028-04-27", true, "TooLate")]
    public void A_first_application_is_asked_for_earlier_and_not_refused(
        string today,
        bool passed,
        string standing
    )
    {
        var judged = ApplicationWindow.Judge(
            s_foundation,
            Date("2028-06-07"),
            firstTime: true,
            Date(today)
        );
        judged.FirstTimeDay.ShouldBe(Date("2028-04-12"));
        judged.FirstTimeDayPassed.ShouldBe(passed);
        judged.LastDay.ShouldBe(Date("2028-04-26"));
        judged.Standing.ToString().ShouldBe(standing);
    }

    [Theory]
    [InlineData("2028-04-12", "Open")]
    [InlineData("2028-04-13", "TooLate")]
    public void Where_the_first_time_is_not_soft_its_day_is_the_last(string today, string standing)
    {
        var judged = ApplicationWindow.Judge(
            s_foundation with
            {
                FirstTimeSoft = false,
            },
            Date("2028-06-07"),
            firstTime: true,
            Date(today)
        );
        judged.LastDay.ShouldBe(Date("2028-04-12"));
        judged.FirstTimeDay.ShouldBeNull();
        judged.Standing.ToString().ShouldBe(standing);
    }

    [Fact]
    public void What_has_no_date_is_always_open()
    {
        var judged = ApplicationWindow.Judge(
            s_foundation,
            eventDate: null,
            firstTime: true,
            Date("2028-06-07")
        );
        judged.ShouldBe(new WindowJudgement { Standing = WindowStanding.Open, Soft = false });
    }

    [Theory]
    [InlineData("1999-01-01")]
    [InlineData("2028-06-07")]
    [InlineData("2040-01-01")]
    public void Without_bounds_every_day_is_open(string today)
    {
        var judged = ApplicationWindow.Judge(
            new WindowRule(),
            Date("2028-06-07"),
            firstTime: true,
            Date(today)
        );
        judged.ShouldBe(new WindowJudgement { Standing = WindowStanding.Open, Soft = false });
    }

    [Fact]
    public void One_bound_alone_leaves_the_other_side_open()
    {
        var latest = ApplicationWindow.Judge(
            new WindowRule { LatestWeeksBefore = 0 },
            Date("2028-06-07"),
            firstTime: false,
            Date("2020-01-01")
        );
        latest.ShouldBe(
            new WindowJudgement
            {
                Standing = WindowStanding.Open,
                Soft = false,
                LastDay = Date("2028-06-07"),
            }
        );
        var earliest = ApplicationWindow.Judge(
            new WindowRule { EarliestMonthsBefore = 12 },
            Date("2028-02-29"),
            firstTime: false,
            Date("2028-02-29")
        );
        earliest.ShouldBe(
            new WindowJudgement
            {
                Standing = WindowStanding.Open,
                Soft = false,
                FirstDay = Date("2027-02-28"),
            }
        );
    }

    [Theory]
    [InlineData("2027-11-30", "TooEarly")]
    [InlineData("2027-12-01", "Open")]
    [InlineData("2028-05-19", "Open")]
    [InlineData("2028-05-20", "TooLate")]
    public void Where_only_the_month_is_known_one_day_of_it_is_enough(
        string today,
        string standing
    ) =>
        ApplicationWindow
            .Judge(
                s_foundation,
                Date("2028-06-01"),
                firstTime: false,
                Date(today),
                latest: Date("2028-06-30")
            )
            .Standing.ToString()
            .ShouldBe(standing);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
